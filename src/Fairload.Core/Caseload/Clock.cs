namespace Fairload.Core.Caseload;

/// <summary>In what a limit is counted.</summary>
public enum ClockUnit { WorkingDays, CalendarDays, Weeks, Months }

/// <summary>How a clock stands in a case.</summary>
public enum ClockState
{
    /// <summary>Nothing has happened that starts it, or it was not in force on that day.</summary>
    NotStarted,
    Running,

    /// <summary>What it waits for has happened.</summary>
    Met,

    /// <summary>It runs, and the bank holidays are not known as far as its last day.</summary>
    NotKnown,
}

/// <summary>When something is due.</summary>
/// <param name="DueOn">The last day on which it is in time; null when not started or not known.</param>
/// <param name="MetOn">The day on which it was done.</param>
/// <param name="Because">With <see cref="ClockState.NotKnown"/>, and only with it: why no day can be named.</param>
public sealed record ClockDue(ClockState State, DateOnly? StartedOn, DateOnly? DueOn, DateOnly? MetOn, Problem? Because)
{
    public bool IsOverdue(DateOnly today) => State == ClockState.Running && DueOn < today;

    /// <summary>True or false once met and due are both known.</summary>
    public bool? WasLate => MetOn is { } met && DueOn is { } due ? met > due : null;
}

/// <summary>A time limit of law or of a council, as dated data.</summary>
/// <param name="CaseTypes">Codes of the types in which it runs.</param>
/// <param name="Limit">So many units, 1 or more.</param>
/// <param name="FirstDayCounts">True: the day of the event is day 1. Otherwise, as is usual, the day after it is.</param>
/// <param name="Statutory">Law or statutory guidance; false for a local limit.</param>
/// <param name="Nation">Where it holds: <c>england</c>, or <c>england-and-wales</c>.</param>
/// <param name="From">The first day on which it held. What started earlier is not counted by it.</param>
/// <param name="To">The last such day; null while it holds.</param>
/// <param name="MetBy">What stops it; null when only the next event of its own kind does, by starting it again.</param>
public sealed record Clock(string Code, string Name, IReadOnlyList<string> CaseTypes, CaseEventKind StartsFrom, int Limit, ClockUnit Unit,
    bool FirstDayCounts, bool Statutory, string Nation, DateOnly From, DateOnly? To, string Source, CaseEventKind? MetBy = null)
{
    /// <summary>Refuses a clock that could not run: no code or name, no type of case, a limit under 1, an end before its
    /// beginning.</summary>
    public static Result<Clock> Read(Clock clock)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(clock.Code)) problems.Add(new("Code", $"A clock needs a code"));
        if (string.IsNullOrWhiteSpace(clock.Name)) problems.Add(new("Name", $"The clock {clock.Code} needs a name"));
        if (clock.CaseTypes.Count == 0) problems.Add(new("CaseTypes", $"Say in which types of case the clock {clock.Code} runs"));
        if (clock.Limit < 1) problems.Add(new("Limit", $"The limit of the clock {clock.Code} is {clock.Limit}; give 1 or more"));
        if (clock.To < clock.From) problems.Add(new("To", $"The clock {clock.Code} ends before it begins; put the dates right"));
        if (clock.MetBy == clock.StartsFrom)
            problems.Add(new("MetBy", $"The clock {clock.Code} is stopped by what starts it; leave that out"));
        if (string.IsNullOrWhiteSpace(clock.Source))
            problems.Add(new("Source", $"Say where the limit of the clock {clock.Code} comes from"));
        if (problems.Count > 0) return problems;
        return clock;
    }

    public bool RunsIn(string typeCode) => CaseTypes.Contains(typeCode);

    /// <summary>Whether it holds in a nation as the council's settings name it: a limit of England holds in
    /// <c>england-and-wales</c>.</summary>
    public bool HoldsIn(string nation) => nation == Nation || nation.Split("-and-").Contains(Nation);

    /// <summary>How the clock stands. A local closure of the council is in no calendar and never stops it.</summary>
    /// <param name="events">Those of one case; the latest of a kind counts.</param>
    public ClockDue Due(IEnumerable<CaseEvent> events, WorkingCalendar calendar)
    {
        var latest = events.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Max(e => e.HappenedOn));
        if (!latest.TryGetValue(StartsFrom, out var start) || start < From || start > To)
            return new(ClockState.NotStarted, null, null, null, null);

        var due = DueOn(start, calendar);
        if (MetBy is { } kind && latest.TryGetValue(kind, out var met) && met >= start) return new(ClockState.Met, start, due, met, null);
        if (due is not null) return new(ClockState.Running, start, due, null, null);
        return new(ClockState.NotKnown, start, null, null, Because(calendar));
    }

    /// <summary>The last day in time of what started on a day; null where the calendar ends before it.</summary>
    public DateOnly? DueOn(DateOnly start, WorkingCalendar calendar) => Unit switch
    {
        ClockUnit.WorkingDays => WorkingDay(start, calendar),
        ClockUnit.CalendarDays => start.AddDays(Limit - Sooner),
        ClockUnit.Weeks => start.AddDays((Limit * 7) - Sooner),
        // The same day of the month, or its last day.
        ClockUnit.Months => start.AddMonths(Limit).AddDays(-Sooner),
        _ => throw new InvalidOperationException($"No clock counts in {Unit}."),
    };

    private Problem Because(WorkingCalendar calendar) =>
        new("", $"{Name} can not be dated: bank holidays are known from {calendar.First:d MMMM yyyy} to {calendar.Last:d MMMM yyyy}");

    private int Sooner => FirstDayCounts ? 1 : 0;

    private DateOnly? WorkingDay(DateOnly start, WorkingCalendar calendar)
    {
        if (!calendar.Covers(start)) return null;
        // An event on a Sunday that counts from its own day has Monday as day 1.
        return calendar.AddWorkingDays(start, FirstDayCounts && calendar.IsWorkingDay(start) ? Limit - 1 : Limit);
    }
}
