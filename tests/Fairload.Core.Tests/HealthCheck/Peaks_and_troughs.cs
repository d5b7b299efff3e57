using Fairload.Core.HealthCheck.Measures;

namespace Fairload.Core.Tests.HealthCheck;

public sealed class Peaks_and_troughs
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    /// <summary>By hand: three whole weeks of 3, 9 and 6, and days before and after that belong to no whole week.</summary>
    [Fact]
    public void Are_told_by_whole_weeks()
    {
        (DateOnly, int)[] days = [(Monday.AddDays(-1), 40), (Monday, 1), (Monday.AddDays(6), 2), (Monday.AddDays(9), 9),
            (Monday.AddDays(14), 6),
            (Monday.AddDays(21), 50)];

        var inflow = Inflow.Of(days, Monday.AddDays(-3), Monday.AddDays(24))!;

        Assert.Equal([3, 9, 6], inflow.Weeks.Select(w => w.Came));
        Assert.Equal((6m, 9, 3), (inflow.Median, inflow.Highest.Came, inflow.Lowest.Came));
        Assert.Null(inflow.Limits);
    }

    /// <summary>By hand: weeks of 10 and 12 in turn and one of 40. Mean (6×10 + 6×12 + 40) ÷ 13; the ranges are eleven of 2 and one of 28,
    /// so 50 ÷ 12, and the upper limit is 13.23 + 2.66 × 4.17 = 24.3.</summary>
    [Fact]
    public void Stand_out_only_beyond_what_weeks_vary_anyway()
    {
        int[] weeks = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 40];
        var inflow = Inflow.Of(weeks.Select((w, i) => (Monday.AddDays(7 * i), w)), Monday, Monday.AddDays((7 * 13) - 1))!;

        Assert.Equal(24.3m, Math.Round(inflow.Limits!.Upper, 1));
        Assert.Equal(40, Assert.Single(inflow.Unusual).Came);
    }

    [Fact]
    public void Are_not_known_without_one_whole_week() => Assert.Null(Inflow.Of([], Monday, Monday.AddDays(5)));

    [Theory]
    [InlineData(DayOfWeek.Monday)]
    [InlineData(DayOfWeek.Thursday)]
    [InlineData(DayOfWeek.Sunday)]
    public void Begin_with_the_first_Monday(DayOfWeek begin)
    {
        var from = Enumerable.Range(0, 7).Select(Monday.AddDays).Single(d => d.DayOfWeek == begin);

        var first = Inflow.Of([], from, from.AddDays(30))!.Weeks[0].Monday;

        Assert.Equal(DayOfWeek.Monday, first.DayOfWeek);
        Assert.InRange(first.DayNumber - from.DayNumber, 0, 6);
    }
}
