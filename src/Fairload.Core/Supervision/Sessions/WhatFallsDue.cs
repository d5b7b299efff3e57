namespace Fairload.Core.Supervision.Sessions;

/// <summary>
/// When supervision falls due: ninety minutes a week in the first six weeks of a newly qualified social worker, a fortnight up to month
/// six, then a month; everybody else a month; a student as agreed; anybody more often where the agreement says so.
/// </summary>
/// <remarks>Standards for employers of social workers in England, standard 5. A window that has begun is finished by its own rule. Long
/// leave stops the clock: after it a new window begins, and weeks away do not count as weeks since the start.</remarks>
public static class WhatFallsDue
{
    public const int LeastMinutes = 90;

    private const int WeeklyDays = 42;
    private const int FortnightlyMonths = 6;

    /// <summary>Every window that touches the days asked about, in order and without a gap.</summary>
    /// <param name="sessions">Of this worker.</param>
    /// <param name="asOf">What ends on this day or later is not over.</param>
    /// <param name="longLeaveDays">Leave of so many calendar days or more is long.</param>
    public static IReadOnlyList<DueWindow> Of(
        Supervised who, IReadOnlyList<LoggedSession> sessions, DateOnly from, DateOnly to, DateOnly asOf, WorkingCalendar calendar,
        int longLeaveDays)
    {
        if ((who.StartsOn ?? who.NewlyQualifiedFrom) is not { } start) return Months(from, to);

        var (windows, leaves) = (new List<DueWindow>(), LongLeave.Of(who.Absences, longLeaveDays));
        var end = who.EndsOn < to ? who.EndsOn.Value : to;
        var (cursor, anchor, months) = (start, start, 0);
        while (cursor <= end)
        {
            if (leaves.FirstOrDefault(l => l.Covers(cursor)) is { FromOn: not null } leave)
            {
                var last = leave.ToOn is { } known && known < end ? known : end;
                windows.Add(new(cursor, last, null, DueState.Suspended));
                (cursor, anchor, months) = (last.AddDays(1), last.AddDays(1), 0);
                continue;
            }

            var every = Rule(who, start, cursor, leaves);
            if (every is not (null or Frequency.Monthly) || windows is [.., { Every: not (null or Frequency.Monthly) }])
                (anchor, months) = (cursor, 0);
            var full = every switch
            {
                Frequency.Weekly => cursor.AddDays(6),
                Frequency.Fortnightly => cursor.AddDays(13),
                Frequency.FourWeekly => cursor.AddDays(27),
                _ => anchor.AddMonths(++months).AddDays(-1),
            };
            var day = Cut(who, cursor, full, leaves) ?? full;
            var window = new DueWindow(cursor, day, every, DueState.Open);
            if (day >= from) window = window with { State = State(window, day < full, who, sessions, asOf, calendar) };
            windows.Add(window);
            cursor = day.AddDays(1);
            if (day < full) (anchor, months) = (cursor, 0);
        }

        return [.. windows.Where(w => w.To >= from)];
    }

    /// <summary>Since when somebody has gone without: the day after the first of the windows that were missed one after the other up to
    /// now; null where none is.</summary>
    public static DateOnly? LateSince(IEnumerable<DueWindow> windows)
    {
        DateOnly? since = null;
        foreach (var window in windows)
        {
            since = window.State switch
            {
                DueState.Missed or DueState.Partly => since ?? window.To.AddDays(1),
                DueState.Open => since,
                _ => null,
            };
        }

        return since;
    }

    /// <summary>Where no start is known: a month at a time, and none of it can be told.</summary>
    private static List<DueWindow> Months(DateOnly from, DateOnly to)
    {
        var windows = new List<DueWindow>();
        for (var first = new DateOnly(from.Year, from.Month, 1); first <= to; first = first.AddMonths(1))
            windows.Add(new(first, first.AddMonths(1).AddDays(-1), null, DueState.NotKnown));
        return windows;
    }

    private static Frequency? Rule(Supervised who, DateOnly start, DateOnly day, IReadOnlyList<LongLeave> leaves)
    {
        var agreed = who.Agreed.Where(a => a.From <= day).OrderBy(a => a.From).LastOrDefault()?.Every;
        if (who.IsStudent) return agreed;
        var least = Frequency.Monthly;
        if (who.NewlyQualifiedFrom is { } qualified && qualified <= day)
        {
            var served = day.AddDays(-leaves.Sum(l => l.DaysBetween(qualified > start ? qualified : start, day)));
            least = served < qualified.AddDays(WeeklyDays) ? Frequency.Weekly
                : served < qualified.AddMonths(FortnightlyMonths) ? Frequency.Fortnightly : Frequency.Monthly;
        }

        return agreed < least ? agreed : least;
    }

    /// <summary>The last day of a window that is cut short; null where it is whole.</summary>
    private static DateOnly? Cut(Supervised who, DateOnly from, DateOnly full, IReadOnlyList<LongLeave> leaves)
    {
        var breaks = leaves.Select(l => l.FromOn).Append(who.NewlyQualifiedFrom).Append(who.EndsOn?.AddDays(1))
            .Where(d => d > from && d <= full).ToList();
        return breaks.Count == 0 ? null : breaks.Min()!.Value.AddDays(-1);
    }

    private static DueState State(
        DueWindow window, bool isCut, Supervised who, IReadOnlyList<LoggedSession> sessions, DateOnly asOf, WorkingCalendar calendar)
    {
        var held = sessions.Where(s => s.IsOwn && window.From <= s.On && s.On <= window.To && s.On <= asOf).ToList();
        if (held.Exists(s => s.IsFull)) return DueState.Met;
        if (isCut || IsAway(window, who, calendar)) return DueState.Suspended;
        if (window.Every is null || who.LogFrom is null || window.From < who.LogFrom) return DueState.NotKnown;
        if (window.To >= asOf) return DueState.Open;
        if (held.Exists(s => s.Minutes is null)) return DueState.NotKnown;
        return held.Count > 0 ? DueState.Partly : DueState.Missed;
    }

    /// <summary>Not one working day of the window at work.</summary>
    private static bool IsAway(DueWindow window, Supervised who, WorkingCalendar calendar)
    {
        if (!calendar.Covers(window.From) || !calendar.Covers(window.To)) return false;
        if (!who.Absences.Any(a => a.FromOn <= window.To && (a.ToOn is null || a.ToOn >= window.From))) return false;
        for (var day = window.From; day <= window.To; day = day.AddDays(1))
            if (calendar.IsWorkingDay(day) && !who.Absences.Any(a => a.IsOn(day))) return false;

        return true;
    }
}
