using Fairload.Core.Allocation;

namespace Fairload.Testing;

/// <summary>The same council with one hard rule taken away, whatever else stands in the way.</summary>
public static class WithoutARule
{
    private const decimal SomeCapacity = 85;

    /// <summary>Rules that can be taken away: all but that nothing is given twice.</summary>
    public static IReadOnlyList<MustNot> Rules { get; } = [.. Enum.GetValues<MustNot>().Where(r => r != MustNot.GiveTwice)];

    public static WorkToShare Of(WorkToShare work, MustNot rule) => rule switch
    {
        MustNot.GiveToWhoManages =>
            People(work, p => p with { Qualifications = p.Qualifications.Where(q => q != Qualifications.Manager).ToHashSet() }),
        MustNot.GiveToWhoIsNotAtWork => People(work, p => p with { IsAtWork = true }),
        MustNot.GiveToWhoIsAway => People(work, p => p with { IsAwayAtFirstVisit = false }),
        MustNot.GiveAgainstAConflict => Cases(work, c => c with { Conflicts = [] }),
        MustNot.GiveToWhoMayNotHoldIt => Rows(work, r => r with { MayHold = [] }),
        MustNot.GiveToWhoDoesNotSpeakIt => Cases(work, c => c with { LanguageIsMust = false }),
        MustNot.GiveWhereHoursAreNotKnown => People(work, p => p with { Capacity = p.Capacity ?? SomeCapacity }),
        MustNot.GiveWhereThereIsNoCapacity => People(work, p => p with { Capacity = p.Capacity == 0 ? SomeCapacity : p.Capacity }),
        MustNot.GiveMoreThanTheWeekAllows => work with { Limits = work.Limits with { NewCasesAWeek = null } },
        MustNot.PassTheCeiling => work with { Limits = work.Limits with { Ceiling = null } },
        MustNot.GiveToAnotherService => People(work, p => p with { Places = RuledCouncils.Places }),
        MustNot.GiveToWhoHoldsIt =>
            People(work, p => p with { Held = [.. p.Held.Where(h => work.ToPlace.All(w => w.Case.Case != h.Case))] }),
        MustNot.GiveAloneWhatIsOnlyJoint => Rows(work, r => r with { JointOnly = [] }) is var other
            ? other with { Statement = other.Statement with { Court = [] } } : work,
        MustNot.MoveMoreThanAllowed => work with { MostMoves = int.MaxValue },
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static WorkToShare People(WorkToShare work, Func<PersonAsked, PersonAsked> changed) =>
        work with { People = [.. work.People.Select(changed)] };

    private static WorkToShare Cases(WorkToShare work, Func<CaseAsked, CaseAsked> changed) => work with
    {
        ToPlace = [.. work.ToPlace.Select(p => p with { Case = changed(p.Case) })],
        Standing = [.. work.Standing.Select(s => s with { Case = changed(s.Case) })],
    };

    private static WorkToShare Rows(WorkToShare work, Func<ReservedRow, ReservedRow> changed) => work with
    {
        Statement = work.Statement with { Rows = [.. work.Statement.Rows.Select(changed)] },
    };
}
