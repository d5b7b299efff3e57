namespace Fairload.Core.Caseload;

/// <summary>Where a waiting case waits: with no team yet, in the team that had it or got it first, or in one it was moved to.</summary>
public enum WaitingPlace { AtTheDoor, InTheTeam, AfterTransfer }

/// <summary>The first day of the waiting.</summary>
/// <param name="IsKnown">False when the records only show that it waits since at least that day.</param>
public sealed record WaitingSince(DateOnly Day, bool IsKnown)
{
    /// <summary>
    /// Never allocated: since the case was last in anybody's name, over all the teams it lay in meanwhile. Held by a manager, or a name
    /// that is not settled: since that assignment began. Phantom: since the day after the last day at work, since the leave began, or
    /// since the assignment if that is later; for FTE 0 at least since then, because nobody keeps when the hours changed.
    /// </summary>
    /// <param name="earlier">The case's assignments that began before this one; others are passed over.</param>
    /// <param name="holder">As for <see cref="Standing.Of"/>.</param>
    public static WaitingSince Of(Waiting waiting, Assignment now, IReadOnlyList<Assignment> earlier, HolderNow? holder, DateOnly today,
        int longLeaveDays)
    {
        var assigned = new WaitingSince(now.HeldSinceOn, now.HeldSinceIsKnown);
        return waiting switch
        {
            { List: WaitingList.NeverAllocated } => LastHeld(now, earlier),
            { Reason: PhantomReason.Left or PhantomReason.ContractEnded } when holder?.EndsOn is { } last =>
                Later(assigned, last.AddDays(1)),
            { Reason: PhantomReason.LongLeave } when holder?.LongLeaveSince(today, longLeaveDays) is { } first => Later(assigned, first),
            { Reason: PhantomReason.NoFte } => assigned with { IsKnown = false },
            _ => assigned,
        };
    }

    /// <summary>Where a case of this list waits, told from the assignment before the present one.</summary>
    public static WaitingPlace Place(WaitingList list, Assignment now, IReadOnlyList<Assignment> earlier)
    {
        if (!HasTeam(now)) return WaitingPlace.AtTheDoor;
        if (list == WaitingList.Phantom) return WaitingPlace.InTheTeam;
        var here = now;
        foreach (var before in Before(now, earlier))
        {
            // What waits goes along with its team in a reorganisation: that is no transfer.
            var isHere = SameTeam(before, here) || (IsInNoName(before) && before.WorkerStays);
            if (!isHere || !IsInNoName(before))
                return isHere || !HasTeam(before) ? WaitingPlace.InTheTeam : WaitingPlace.AfterTransfer;
            here = before;
        }

        return WaitingPlace.InTheTeam;
    }

    private static WaitingSince LastHeld(Assignment now, IReadOnlyList<Assignment> earlier)
    {
        var first = Before(now, earlier).TakeWhile(IsInNoName).LastOrDefault() ?? now;
        return new(first.FromOn, first.FromIsKnown);
    }

    private static WaitingSince Later(WaitingSince assigned, DateOnly day) => day > assigned.Day ? new(day, true) : assigned;

    private static IEnumerable<Assignment> Before(Assignment now, IReadOnlyList<Assignment> earlier) =>
        earlier.Where(a => a.CaseId == now.CaseId && a.Id != now.Id && a.FromOn <= now.FromOn && a.ToOn is not null && a.ToOn <= now.FromOn)
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.ToOn);

    private static bool IsInNoName(Assignment a) => a.WorkerId is null && string.IsNullOrWhiteSpace(a.WorkerName);

    private static bool HasTeam(Assignment a) => a.TeamId is not null || !string.IsNullOrWhiteSpace(a.TeamName);

    private static bool SameTeam(Assignment a, Assignment b) =>
        a.TeamId is { } one && b.TeamId is { } other
            ? one == other
            : string.Equals(a.TeamName.Trim(), b.TeamName.Trim(), StringComparison.OrdinalIgnoreCase);
}
