using Fairload.Core.Workforce;

namespace Fairload.Core.Supervision.Sessions;

/// <summary>Whether a session fell due and came.</summary>
public enum DueState
{
    /// <summary>Ninety minutes were held, not interrupted.</summary>
    Met,

    /// <summary>Something was held, and it was shorter or interrupted.</summary>
    Partly,

    /// <summary>Nothing was held.</summary>
    Missed,

    /// <summary>The window is not over yet.</summary>
    Open,

    /// <summary>The length, the start, what was agreed, or the log of these days is not known.</summary>
    NotKnown,

    /// <summary>Away, or the window was cut short by leave, by leaving or by qualifying: nothing was due.</summary>
    Suspended,
}

/// <summary>Days within which one session of ninety minutes falls due; both ends counted.</summary>
/// <param name="Every">How often it fell due then; null where it is not known.</param>
public sealed record DueWindow(DateOnly From, DateOnly To, Frequency? Every, DueState State);

/// <summary>How often somebody is supervised by their agreement, from the day they agreed.</summary>
public sealed record AgreedFrequency(DateOnly From, Frequency Every);

/// <summary>What due dates need to know of a worker.</summary>
/// <param name="StartsOn">The first day at work; null when it is not known.</param>
/// <param name="NewlyQualifiedFrom">The start of the assessed and supported year.</param>
/// <param name="IsStudent">On placement: nothing falls due but what was agreed.</param>
/// <param name="LogFrom">The first day for which their team keeps a log of supervision; null for none. Before it nothing is missed but
/// not known.</param>
public sealed record Supervised(
    DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? NewlyQualifiedFrom, bool IsStudent, IReadOnlyList<AgreedFrequency> Agreed,
    IReadOnlyList<Absence> Absences, DateOnly? LogFrom);

/// <summary>Windows counted; what was suspended or is not over counts nowhere.</summary>
public sealed record Compliance(int Met, int Partly, int Missed, int NotKnown)
{
    /// <summary>That fell due and of which it is known whether they came.</summary>
    public int Due => Met + Partly + Missed;

    /// <summary>Null where nothing fell due of which it is known.</summary>
    public Percent? Share => Due == 0 ? null : Percent.Of(Met, Due);

    public static Compliance Of(IEnumerable<DueWindow> windows)
    {
        var by = windows.ToLookup(w => w.State);
        return new(by[DueState.Met].Count(), by[DueState.Partly].Count(), by[DueState.Missed].Count(), by[DueState.NotKnown].Count());
    }
}
