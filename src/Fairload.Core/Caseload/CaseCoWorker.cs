using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>Somebody who works on a case beside its holder and has a part of the effort, from one day to another, entered here because no
/// extract tells it. Half-open: from ≤ day &lt; to.</summary>
/// <remarks>Their part is an <see cref="Assignment"/> like any other, so that a load counts it once; this row says that a person entered
/// it, and keeps an extract that knows only the holder from ending it.</remarks>
public sealed class CaseCoWorker
{
    private CaseCoWorker() { }

    public Id<CaseCoWorker> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker> WorkerId { get; private init; }

    /// <summary>Over 0 and under 1: the holder has the rest.</summary>
    public decimal Share { get; private init; }
    public DateOnly FromOn { get; private init; }
    public DateOnly? ToOn { get; private set; }

    /// <summary>Empty where a sheet brought it.</summary>
    public string EnteredBy { get; private init; } = "";

    /// <summary>Empty where a sheet or an extract ended it.</summary>
    public string EndedBy { get; private set; } = "";
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public static CaseCoWorker Enter(Id<Case> one, CoWorkerWritten written, string by, Id<ImportRun>? broughtBy = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(written.Share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(written.Share, 1m);
        return new()
        {
            Id = Id<CaseCoWorker>.New(),
            CaseId = one,
            WorkerId = written.Worker,
            Share = written.Share,
            FromOn = written.From,
            EnteredBy = by,
            BroughtBy = broughtBy,
        };
    }

    public void End(DateOnly on, string by)
    {
        if (ToOn is not null) throw new InvalidOperationException("The co-worker's part has ended already.");
        (ToOn, EndedBy) = (on < FromOn ? FromOn : on, by);
        Version++;
    }
}

/// <summary>Somebody who is to have a part of a case beside its holder.</summary>
/// <param name="Share">Over 0 and under 1.</param>
public sealed record CoWorkerWritten(Id<Worker> Worker, decimal Share, DateOnly From)
{
    /// <summary>Refuses a part that is none or leaves the holder nothing, a day that can not be, and somebody who can not be it.</summary>
    /// <param name="percent">In hundredths, as a person writes it.</param>
    /// <param name="from">Null for today.</param>
    public static Result<CoWorkerWritten> Read(Id<Worker> worker, decimal? percent, DateOnly? from, CoWorkKnown known)
    {
        var problems = new List<Problem>();
        if (known.Holder is null)
            problems.Add(new("CoWorker", $"Nobody holds this case, so nobody can work on it beside them. Give it to somebody first"));
        if (known.Holder == worker)
            problems.Add(new("CoWorker", $"They hold the case: the holder has what the co-workers do not. Choose somebody else"));
        if (known.Conflicts.Contains(worker))
            problems.Add(new("CoWorker", $"They have a conflict of interest in this case, so they can not work on it"));
        if (percent is not { } part) problems.Add(new("Share", $"Enter which part of the effort the co-worker has, in per cent"));
        else if (part is < 1 or > 99 || part != Math.Round(part, 1))
            problems.Add(new("Share", $"A co-worker has a part from 1 to 99 per cent, with one decimal at most"));
        else if (known.Holder is not null && known.OthersShare + (part / 100) >= 1)
            problems.Add(new("Share", $"The co-workers would have {(known.OthersShare * 100) + part:0.#} per cent together, which leaves the holder nothing. Enter a smaller part"));
        if (from > known.Today)
            problems.Add(new("From", $"The day from which they work on it lies in the future. Enter today or an earlier day"));
        else if (from < (known.StartedOn ?? CaseEntry.Earliest))
            problems.Add(new("From", $"Nobody can work on the case before it began. Check the day"));
        return problems.Count > 0 ? problems : new CoWorkerWritten(worker, percent!.Value / 100, from ?? known.Today);
    }
}

/// <summary>What a co-worker is held against.</summary>
/// <param name="Holder">Who holds the case; null where nobody does.</param>
/// <param name="OthersShare">What all others but the holder and this worker have of it.</param>
public sealed record CoWorkKnown(
    Id<Worker>? Holder, decimal OthersShare, IReadOnlySet<Id<Worker>> Conflicts, DateOnly? StartedOn, DateOnly Today);

/// <summary>Where somebody's part of a case is booked.</summary>
public sealed record CoWorkPlace(string Name, Id<Team>? Team, string TeamName);

/// <summary>How a case is divided anew when co-workers come and go: their parts are assignments, and the holder has the rest.</summary>
public static class CoWork
{
    /// <summary>The assignment of whoever holds the case in the first place; null where nobody does.</summary>
    /// <param name="coWorkers">Who was entered as a co-worker.</param>
    public static Assignment? Main(IEnumerable<Assignment> standing, IReadOnlySet<Id<Worker>> coWorkers) => standing
        .Where(a => a.ToOn is null && a.WorkerId is { } worker && !coWorkers.Contains(worker))
        .OrderByDescending(a => a.Share).ThenBy(a => a.FromOn).ThenBy(a => a.WorkerName, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Ends and begins assignments so that they say who has which part from now on.</summary>
    /// <param name="standing">Every assignment of the case that stands.</param>
    /// <param name="coWorkers">Who was a co-worker until now.</param>
    /// <param name="gone">Who is none any more, and since when.</param>
    /// <param name="come">Who is one from now on, or has another part.</param>
    /// <param name="end">Ends an assignment on a day; true where its worker stays.</param>
    public static void Divide(
        IReadOnlyList<Assignment> standing, IReadOnlySet<Id<Worker>> coWorkers, IReadOnlyDictionary<Id<Worker>, DateOnly> gone,
        IReadOnlyList<CoWorkerWritten> come, IReadOnlyDictionary<Id<Worker>, CoWorkPlace> places, DateOnly today,
        Id<ImportRun>? broughtBy, Action<Assignment, DateOnly, bool> end, Action<Assignment> begin)
    {
        if (Main(standing, coWorkers) is not { } main) throw new InvalidOperationException("Nobody holds the case.");
        var (parts, moved) = (standing.Where(a => a != main && a.ToOn is null).ToList(), come.Select(c => c.Worker).ToHashSet());
        foreach (var old in parts.Where(p => p.WorkerId is { } w && gone.ContainsKey(w) && !moved.Contains(w)).ToList())
        {
            end(old, Latest(gone[old.WorkerId!.Value], old.FromOn), false);
            parts.Remove(old);
        }

        var rest = 1m - come.Sum(c => c.Share) - parts.Where(p => p.WorkerId is not { } w || !moved.Contains(w)).Sum(p => p.Share);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rest);
        if (rest != main.Share)
        {
            var (place, from) = (new CoWorkPlace(main.WorkerName, main.TeamId, main.TeamName), Latest(today, main.FromOn));
            end(main, from, true);
            begin(Part(main, main.WorkerId!.Value, place, rest, from, main));
        }

        foreach (var one in come)
        {
            var before = parts.Find(p => p.WorkerId == one.Worker);
            if (before is not null) end(before, Latest(today, before.FromOn), true);
            begin(Part(main, one.Worker, places[one.Worker], one.Share, before is null ? one.From : Latest(today, before.FromOn), before));
        }

        Assignment Part(Assignment of, Id<Worker> who, CoWorkPlace place, decimal share, DateOnly from, Assignment? continues) =>
            Assignment.Begin(of.CaseId, who, place.Name, place.Team, place.TeamName, share, from, true, broughtBy, continues);
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
