namespace Fairload.Core;

/// <summary>
/// Which days a council works: Monday to Friday, less the bank holidays of its nation. A local closure is not in it,
/// because it never stops a statutory clock.
/// </summary>
/// <param name="bankHolidays">Every bank holiday in the years covered.</param>
/// <param name="first">The first day that the list of bank holidays covers.</param>
/// <param name="last">The last day covered. Beyond it the calendar says so and never guesses.</param>
public sealed class WorkingCalendar(IEnumerable<DateOnly> bankHolidays, DateOnly first, DateOnly last)
{
    private readonly HashSet<DateOnly> _bankHolidays = [.. bankHolidays];

    public DateOnly First { get; } = first;

    public DateOnly Last { get; } = last;

    public bool Covers(DateOnly day) => First <= day && day <= Last;

    /// <summary>Refuses a day outside the years covered: ask <see cref="Covers"/> first.</summary>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!Covers(day))
            throw new ArgumentOutOfRangeException(nameof(day), day, $"The bank holidays are known from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.");
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_bankHolidays.Contains(day);
    }

    /// <summary>The date <paramref name="count"/> working days after <paramref name="from"/>, not counting that day itself;
    /// null where the calendar ends before it.</summary>
    public DateOnly? AddWorkingDays(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (!Covers(day)) return null;
            if (IsWorkingDay(day)) count--;
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; null outside the calendar, 0 if not
    /// later.</summary>
    public int? WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to <= from) return 0;
        if (!Covers(from.AddDays(1)) || !Covers(to)) return null;

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;

        return count;
    }
}
