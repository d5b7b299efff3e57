using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests;

public sealed class A_working_calendar
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);
    private static readonly WorkingCalendar Calendar = new([new(2026, 4, 3), new(2026, 4, 6)], First, Last);

    [Fact]
    public void Works_on_weekdays_that_are_no_bank_holiday() => Assert.Equal(
        [true, false, false, false, false, true],
        Enumerable.Range(2, 6).Select(d => Calendar.IsWorkingDay(new(2026, 4, d))));

    [Fact]
    public void Does_not_guess_outside_the_days_it_covers()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(First.AddDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(Last.AddDays(1)));
        Assert.Null(Calendar.AddWorkingDays(Last, 1));
        Assert.Null(Calendar.WorkingDaysBetween(First, Last.AddDays(1)));
        Assert.Equal(Last, Calendar.AddWorkingDays(Last, 0));
    }

    [Fact]
    public void Adds_over_easter() => Assert.Equal(new DateOnly(2026, 4, 8), Calendar.AddWorkingDays(new(2026, 4, 2), 2));

    [Fact]
    public void Comes_back_to_the_same_number_when_it_counts_what_it_added()
    {
        var sums = from day in Gen.Choose(0, 300) from count in Gen.Choose(0, 40) select (start: First.AddDays(day), count);
        Prop.ForAll(sums.ToArbitrary(), x =>
            Calendar.AddWorkingDays(x.start, x.count) is { } to && Calendar.WorkingDaysBetween(x.start, to) == x.count)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Counts_none_backwards() => Assert.Equal(0, Calendar.WorkingDaysBetween(new(2026, 5, 2), new(2026, 5, 1)));
}
