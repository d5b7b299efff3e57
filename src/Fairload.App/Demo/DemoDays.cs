namespace Fairload.App.Demo;

/// <summary>
/// The days of the made-up council. Its bank holidays are written here and not read from the calendar that a council may
/// bring up to date: the same seed must give the same files afterwards.
/// </summary>
internal static class DemoDays
{
    private static readonly WorkingCalendar England = new(
        [
            new(2024, 1, 1), new(2024, 3, 29), new(2024, 4, 1), new(2024, 5, 6), new(2024, 5, 27), new(2024, 8, 26), new(2024, 12, 25),
            new(2024, 12, 26),
            new(2025, 1, 1), new(2025, 4, 18), new(2025, 4, 21), new(2025, 5, 5), new(2025, 5, 26), new(2025, 8, 25), new(2025, 12, 25),
            new(2025, 12, 26),
            new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25),
            new(2026, 12, 28),
            new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30), new(2027, 12, 27),
            new(2027, 12, 28),
        ],
        new(1970, 1, 1), new(2027, 12, 31));

    /// <summary>The Monday on which the demo of a seed takes place: seed 1 is 16 November 2026, every other a Monday of 2026.</summary>
    public static DateOnly TodayOf(int seed)
    {
        var mondays = Enumerable.Range(0, 52).Select(week => new DateOnly(2026, 1, 5).AddDays(7 * week)).Where(England.IsWorkingDay)
            .ToList();
        var first = mondays.IndexOf(new(2026, 11, 16));
        var place = (first + ((seed - 1L) * 20)) % mondays.Count;
        return mondays[(int)(place < 0 ? place + mondays.Count : place)];
    }

    /// <summary>Before 2024 only weekends are known; nothing that old is measured in working days.</summary>
    public static DateOnly AddWorkingDays(DateOnly from, int count) =>
        England.AddWorkingDays(from, count) ?? throw new ArgumentOutOfRangeException(nameof(from), from,
            "Beyond the made-up council's calendar.");

    public static DateOnly WorkingDayOnOrBefore(DateOnly day)
    {
        while (!England.IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    public static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    public static int Age(DateOnly born, DateOnly on)
    {
        if (born > on) return -1;
        var years = on.Year - born.Year;
        return born.AddYears(years) > on ? years - 1 : years;
    }
}
