using Fairload.Core.Workplace;
using FsCheck;
using FsCheck.Fluent;
using static Fairload.Core.Tests.Workplace.In_the_registers;

namespace Fairload.Core.Tests.Workplace;

public sealed class Sickness_against_target
{
    private static readonly DateOnly From = new(2026, 6, 1);
    private static readonly DateOnly To = new(2026, 6, 28);
    private static readonly Period Always = new(null, null);

    /// <summary>
    /// Four weeks of five days. Full time, away a week and two days coded stress: 7 days. Half time, away the last week until further
    /// notice: 5 × 0.5 = 2.5. Full time from the third week on: 0.5 FTE, never away. 9.5 days ÷ 2 FTE = 4.75; of 2 × 20 days 23.75%.
    /// </summary>
    [Fact]
    public void Is_the_working_days_lost_weighted_by_hours_over_the_mean_FTE()
    {
        var figure = SicknessFigure.Of(
            [
                new(1, Always, [new(new(2026, 6, 1), new(2026, 6, 7), false), new(new(2026, 6, 10), new(2026, 6, 11), true)]),
                new(0.5m, Always, [new(new(2026, 6, 22), null, false)]),
                new(1, new(new(2026, 6, 15), null), []),
                new(null, Always, [new(new(2026, 6, 1), null, true)]),
                new(1, new(null, new(2026, 5, 31)), [new(new(2026, 5, 1), null, false)]),
            ], From, To, Weeks)!;

        Assert.Equal(new SicknessFigure(950, 200, 200, 20, 3, 1), figure);
        Assert.Equal((4.75m, 23.75m), (figure.DaysPerFte, figure.Rate!.Value.Value));
        Assert.Equal(200m / 950, figure.StressShare!.Value.Fraction);
        Assert.Equal((-5.25m, null), (figure.OverTarget(10), figure.OverTarget(null)));
    }

    [Fact]
    public void Counts_a_day_once_that_two_spells_cover() => Assert.Equal(500, SicknessFigure.Of(
        [new(1, Always, [new(From, To.AddDays(-21), false), new(From, From.AddDays(2), true)])], From, To, Weeks)!.LostHundredths);

    [Fact]
    public void Is_not_known_where_no_hours_or_no_bank_holidays_are_known()
    {
        var figure = SicknessFigure.Of([new(null, Always, [])], From, To, Weeks)!;
        Assert.Null(figure.DaysPerFte);
        Assert.Null(figure.Rate);
        Assert.Null(figure.OverTarget(8));
        Assert.Null(SicknessFigure.Of([], new(1999, 1, 1), To, Weeks));
    }

    [Theory]
    [InlineData("Sickness", AbsenceIs.Sickness)]
    [InlineData("Long-term sick", AbsenceIs.Sickness)]
    [InlineData("Work-related STRESS", AbsenceIs.Stress)]
    [InlineData("Anxiety/Depression", AbsenceIs.Stress)]
    [InlineData("Maternity", AbsenceIs.NotSickness)]
    [InlineData("Annual leave", AbsenceIs.NotSickness)]
    public void Is_read_from_the_categories_of_the_staff_sheet(string category, AbsenceIs expected) =>
        Assert.Equal(expected, SicknessFigure.Read(category));

    [Fact]
    public void Is_never_more_than_every_day_there_was_to_work() => Prop.ForAll(
        Gen.Choose(0, 60).Four().ToArbitrary(), days =>
        {
            var (a, b, c, d) = days;
            var start = From.AddDays(-20);
            SickSpell[] spells = [new(start.AddDays(b), start.AddDays(b + c), true), new(start.AddDays(d), null, false)];
            var figure = SicknessFigure.Of([new(0.6m, new(start.AddDays(a), null), spells)], From, To, Weeks)!;
            return figure.StressHundredths <= figure.LostHundredths && (figure.Rate is not { } rate || rate.Fraction <= 1.01m);
        }).QuickCheckThrowOnFailure();
}
