using Fairload.Core.Caseload.Plans;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload.Plans;

public sealed class A_load_over_the_line
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 16);

    private static readonly WorkingCalendar Calendar = new([], new(2026, 1, 1), new(2027, 12, 31));

    private static readonly DateTime Now = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-11-11", PlanNeed.Missing, "2026-11-18")]
    [InlineData("2026-11-09", PlanNeed.Missing, "2026-11-16")]
    [InlineData("2026-11-06", PlanNeed.MissingLate, "2026-11-13")]
    public void Needs_a_plan_within_five_working_days_of_the_first_extract_that_showed_it(string since, PlanNeed need, string due)
    {
        var first = DateOnly.Parse(since, null);
        var standing = PlanStanding.Of(true, [(first.AddDays(-7), false), (first, true), (Today, true)], null, Today, Calendar, 5);
        Assert.Equal(new(need, first, DateOnly.Parse(due, null)), standing);
    }

    [Fact]
    public void Counts_from_the_last_time_that_it_was_below()
    {
        (DateOnly, bool)[] past = [(new(2026, 9, 1), true), (new(2026, 10, 1), false), (new(2026, 11, 12), true)];
        Assert.Equal(new DateOnly(2026, 11, 12), PlanStanding.Of(true, past, null, Today, Calendar, 5).Since);
        Assert.Equal(Today, PlanStanding.Of(true, [(new(2026, 11, 12), false)], null, Today, Calendar, 5).Since);
        Assert.Equal(Today, PlanStanding.Of(true, [], null, Today, Calendar, 5).Since);
    }

    [Fact]
    public void Runs_by_its_plan_until_its_day_is_late_after_it_and_can_end_once_it_is_below()
    {
        var plan = Plan(Today);
        Assert.Equal(PlanNeed.Running, PlanStanding.Of(true, [], plan, Today, Calendar, 5).Need);
        var late = PlanStanding.Of(true, [], plan, Today.AddDays(1), Calendar, 5);
        Assert.Equal((PlanNeed.Overdue, true), (late.Need, late.IsLate));
        Assert.Equal(PlanNeed.CanEnd, PlanStanding.Of(false, [], plan, Today.AddDays(9), Calendar, 5).Need);
        Assert.Equal(PlanNeed.None, PlanStanding.Of(false, [(Today, true)], null, Today, Calendar, 5).Need);
    }

    [Fact]
    public void Is_never_late_while_it_is_not_over_and_never_quiet_while_it_is()
    {
        var random = new Random(330);
        for (var n = 0; n < 2_000; n++)
        {
            var past = Enumerable.Range(0, random.Next(0, 20)).Select(w => (Today.AddDays(-140 + (7 * w)), random.Next(2) == 0)).ToList();
            var plan = random.Next(2) == 0 ? null : Plan(Today.AddDays(random.Next(0, 60)));
            var (isOver, day) = (random.Next(2) == 0, Today.AddDays(random.Next(0, 90)));
            var standing = PlanStanding.Of(isOver, past, plan, day, Calendar, random.Next(1, 15));
            Assert.Equal(isOver, standing.Need is not (PlanNeed.None or PlanNeed.CanEnd));
            Assert.True(isOver || !standing.IsLate);
            Assert.Equal(isOver, standing.Since is not null);
            Assert.Equal(plan is null, standing.Need is PlanNeed.None or PlanNeed.Missing or PlanNeed.MissingLate);
            if (standing.IsLate) Assert.True(standing.DueOn < day);
        }
    }

    [Theory]
    [InlineData("", "Move two cases", 30, "Say why the load is over the line")]
    [InlineData("Two people away", " ", 30, "Say what is done about it, and by whom")]
    [InlineData("Two people away", "Move two cases", null, "Enter the day by which the load is below the line again")]
    [InlineData("Two people away", "Move two cases", -1, "15 November 2026 has passed. Enter today or a later day")]
    [InlineData("Two people away", "Move two cases", 184,
        "19 May 2027 is more than half a year away. Enter an earlier day: a plan is for months, and not for good")]
    public void Has_a_plan_with_reason_steps_and_a_day(string reason, string steps, int? days, string said)
    {
        var read = PlanSaid.Read(new(reason, steps, days is { } n ? Today.AddDays(n) : null), Today);
        Assert.False(read.Try(out _, out var problems));
        Assert.Equal(said, Assert.Single(problems).Message);
        Assert.True(PlanSaid.Read(new("Two people away", "Move two cases", Today.AddDays(183)), Today).Try(out _, out _));
        Assert.False(PlanSaid.Read(new(new('x', 2001), new('y', 2001), Today), Today).Try(out _, out var both));
        Assert.Equal(2, both.Count);
    }

    [Fact]
    public void Keeps_what_the_worker_says_who_may_dissent_only_in_words_and_change_it_until_the_plan_ends()
    {
        var plan = Plan(Today);
        Assert.Equal("Say in a sentence what you do not agree with", Refused(plan.Say(PlanAnswer.Dissents, "  ", Now)));
        Assert.Equal("Say whether you agree or do not agree", Refused(plan.Say(PlanAnswer.NotYet, "x", Now)));
        Assert.Equal((PlanAnswer.NotYet, 0), (plan.Answer, plan.Version));
        Assert.True(plan.Say(PlanAnswer.Dissents, "Two cases are not enough", Now).Try(out _, out _));
        Assert.True(plan.Say(PlanAnswer.Dissents, "Two cases are not enough", Now.AddHours(1)).Try(out _, out _));
        Assert.Equal((PlanAnswer.Dissents, Now, 1), (plan.Answer, plan.AnsweredAt!.Value, plan.Version));
        Assert.True(plan.Say(PlanAnswer.Agrees, "", Now).Try(out _, out _));

        Assert.Equal("Say why the plan is given up", Refused(plan.Finish(PlanEnd.GivenUp, "", "Kate Marsh", Now)));
        Assert.True(plan.Finish(PlanEnd.BelowTheLine, "", "Kate Marsh", Now).Try(out _, out _));
        Assert.True(plan.Finish(PlanEnd.GivenUp, "too late", "Somebody", Now).Try(out _, out _));
        Assert.Equal((PlanEnd.BelowTheLine, "Kate Marsh"), (plan.End!.Value, plan.EndedBy));
        Assert.StartsWith("Another plan has taken its place", Refused(plan.Say(PlanAnswer.Dissents, "x", Now)), StringComparison.Ordinal);
    }

    private static LoadPlan Plan(DateOnly belowBy) =>
        LoadPlan.Make(Id<Worker>.New(), new("Two people away", "Move two cases", belowBy), 123.4m, "Kate Marsh", Now);

    private static string Refused(Result<Done> result)
    {
        Assert.False(result.Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }
}
