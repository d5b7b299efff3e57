using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.Core.Caseload;

/// <summary>
/// Who holds a case from one day to another. Without a worker the case waits: in a team when there is one, else at the door.
/// <see cref="WorkerName"/> keeps the extract's own words, so that a name that matched nobody can be settled later.
/// </summary>
public sealed class Assignment
{
    private Assignment() { }

    public Id<Assignment> Id { get; private init; }
    public Id<Case> CaseId { get; private init; }
    public Id<Worker>? WorkerId { get; private set; }
    public string WorkerName { get; private init; } = "";
    public Id<Team>? TeamId { get; private set; }
    public string TeamName { get; private init; } = "";

    /// <summary>This worker's part of the case, over 0 and up to 1; 1 for a case held alone.</summary>
    public decimal Share { get; private init; }

    public DateOnly FromOn { get; private set; }

    /// <summary>False when the extract did not say: then the case is held "since at least" <see cref="FromOn"/>.</summary>
    public bool FromIsKnown { get; private set; }

    /// <summary>
    /// Since when this worker holds the case, whichever teams it lay in meanwhile: the day of the first of the assignments that
    /// follow on one another. A merged team does not make a worker's case a new one.
    /// </summary>
    public DateOnly HeldSinceOn { get; private set; }
    public bool HeldSinceIsKnown { get; private set; }

    /// <summary>It ended because the case moved to another team, and the worker went on holding it; of work in nobody's name, because a
    /// reorganisation took it along.</summary>
    public bool WorkerStays { get; private set; }

    /// <summary>The day on which it was held no more; null while held. Half-open: from ≤ day &lt; to.</summary>
    public DateOnly? ToOn { get; private set; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public int Version { get; private set; }

    public static Assignment Begin(Id<Case> caseId, Id<Worker>? worker, string workerName, Id<Team>? team, string teamName, decimal share,
        DateOnly from, bool fromIsKnown, Id<ImportRun>? broughtBy, Assignment? continues = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        return new()
        {
            Id = Id<Assignment>.New(),
            CaseId = caseId,
            WorkerId = worker,
            WorkerName = workerName,
            TeamId = team,
            TeamName = teamName,
            Share = share,
            FromOn = from,
            FromIsKnown = fromIsKnown,
            HeldSinceOn = continues?.HeldSinceOn ?? from,
            HeldSinceIsKnown = continues?.HeldSinceIsKnown ?? fromIsKnown,
            BroughtBy = broughtBy,
        };
    }

    public bool IsHeld(DateOnly day) => FromOn <= day && (ToOn is null || day < ToOn);

    public void End(DateOnly on, bool workerStays = false)
    {
        if (ToOn is not null) throw new InvalidOperationException("The assignment has ended already.");
        (ToOn, WorkerStays) = (on, workerStays);
        Version++;
    }

    /// <summary>Ending it was a mistake: it is held as before.</summary>
    public void WasNotEnded()
    {
        (ToOn, WorkerStays) = (null, false);
        Version++;
    }

    /// <summary>A sheet now says since when; true when that is news.</summary>
    public bool HeldSince(DateOnly from)
    {
        if (FromIsKnown || from > FromOn) return false;
        if (HeldSinceOn == FromOn) (HeldSinceOn, HeldSinceIsKnown) = (from, true);
        (FromOn, FromIsKnown) = (from, true);
        Version++;
        return true;
    }

    /// <summary>A person has settled whose name this is.</summary>
    public void IsReally(Id<Worker> worker)
    {
        WorkerId = worker;
        Version++;
    }

    /// <summary>A person has settled which team this is.</summary>
    public void IsReally(Id<Team> team)
    {
        TeamId = team;
        Version++;
    }

    /// <summary>Whose name this was settled to be was a mistake: only the extract's own words are known.</summary>
    public void IsNobodyKnown()
    {
        WorkerId = null;
        Version++;
    }

    /// <summary>Which team this was settled to be was a mistake: only the extract's own words are known.</summary>
    public void IsNoTeamKnown()
    {
        TeamId = null;
        Version++;
    }
}
