using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation.Transfers;

/// <summary>What went to and fro between two teams before. Withdrawing and proposing anew does not begin the count again.</summary>
public static class ToAndFro
{
    /// <summary>Three months: what is older is another story.</summary>
    public const int DaysRemembered = 91;

    /// <summary>How often the case was returned between these two teams, either way; a move that would now be taken back counts as one.
    /// Where the head has decided, it is the head's at once.</summary>
    public static int Returns(IReadOnlyList<Transfer> earlier, Id<Team> from, Id<Team> to, DateOnly today)
    {
        var between = earlier.Where(t => t.ProposedOn.AddDays(DaysRemembered) >= today && (t.FromTeamId, t.ToTeamId) is var ways
            && (ways == (from, to) || ways == (to, from))).ToList();
        if (between.Any(t => t.IsRuled)) return Transfer.MostReturns;
        var returned = between.Sum(t => t.Steps.Count(s => s.Kind == TransferStepKind.Returned));
        var takenBack = between.Count(t => t.State == TransferState.Moved && t.FromTeamId == to);
        return Math.Min(returned + takenBack, Transfer.MostReturns);
    }
}
