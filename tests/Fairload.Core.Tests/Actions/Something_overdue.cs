using Fairload.Core.Actions;
using FsCheck;
using FsCheck.Fluent;
using static Fairload.Core.Tests.Actions.Promises;

namespace Fairload.Core.Tests.Actions;

public sealed class Something_overdue
{
    private static readonly EscalationDays Days = new(5, 10, 20);
    private static readonly IReadOnlySet<EscalationStep> All = Enum.GetValues<EscalationStep>().ToHashSet();

    /// <summary>Due on Monday 16 November: five working days on is Monday 23, ten is 30, twenty is 14 December.</summary>
    [Theory]
    [InlineData("2026-11-16", "")]
    [InlineData("2026-11-20", "")]
    [InlineData("2026-11-22", "")]
    [InlineData("2026-11-23", "Line")]
    [InlineData("2026-11-29", "Line")]
    [InlineData("2026-11-30", "Line, Director")]
    [InlineData("2026-12-14", "Line, Director, Members")]
    public void Goes_up_by_working_days(string today, string steps) =>
        Assert.Equal(steps, string.Join(", ", Escalation.Due(Today, Day(today), Days, All, Calendar)));

    [Fact]
    public void Passes_over_bank_holidays() => Assert.Equal(
        new DateOnly(2027, 1, 6), Escalation.DayOf(new(2026, 12, 24), EscalationStep.Line, new(6, 10, 20), Calendar));

    [Fact]
    public void Falls_to_the_director_in_its_time_where_nobody_stands_in_line()
    {
        var held = new HashSet<EscalationStep> { EscalationStep.Director };
        Assert.Equal([EscalationStep.Director], Escalation.Due(Today, Day("2026-11-23"), Days, held, Calendar));
        Assert.Equal([], Escalation.Due(Today, Day("2026-11-22"), Days, held, Calendar));
    }

    [Fact]
    public void Reaches_members_even_where_nobody_else_can_be_told() => Assert.Equal(
        [EscalationStep.Members], Escalation.Due(Today, Day("2026-12-14"), Days, new HashSet<EscalationStep>(), Calendar));

    /// <summary>A step once due stays due, and none comes before the one below it that somebody holds.</summary>
    [Fact]
    public void Never_goes_back_down()
    {
        var cases = from due in Gen.Choose(0, 200)
                    from passed in Gen.Choose(0, 80)
                    from mask in Gen.Choose(0, 7)
                    from line in Gen.Choose(1, 8)
                    from more in Gen.Choose(1, 8)
                    select (due, passed, mask, days: new EscalationDays(line, line + more, line + more + more));
        Prop.ForAll(cases.ToArbitrary(), x =>
        {
            var held = Enum.GetValues<EscalationStep>().Where(s => (x.mask & (1 << (int)s)) != 0).ToHashSet();
            var due = new DateOnly(2026, 1, 5).AddDays(x.due);
            var before = Escalation.Due(due, due.AddDays(x.passed), x.days, held, Calendar);
            var after = Escalation.Due(due, due.AddDays(x.passed + 1), x.days, held, Calendar);
            return before.All(after.Contains) && after.SequenceEqual(after.Order())
                && (!after.Contains(EscalationStep.Members) || held.Where(s => s != EscalationStep.Members).All(after.Contains));
        }).QuickCheckThrowOnFailure();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
