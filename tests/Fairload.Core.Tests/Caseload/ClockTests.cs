using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

public sealed class A_clock
{
    private static readonly Id<Case> Case = Id<Case>.New();

    // Christmas 2026 in England: Friday 25 and Monday 28 December, Friday 1 January.
    private static readonly WorkingCalendar Calendar = new([new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1)], new(2026, 1, 1),
        new(2027, 12, 31));
    private static readonly Clock Visit = new("visit", "Visit", ["child-protection"], CaseEventKind.PlanVisit, 10, ClockUnit.WorkingDays,
        false, false, "england",
        new(2010, 1, 1), null, "Local norm");

    [Fact]
    public void Counts_the_day_after_as_day_one()
    {
        // Worked out on a wall calendar: Fri 18 Dec, then 21 22 23 24, 29 30 31, 4 5 6 January.
        var due = Due(Visit, (CaseEventKind.PlanVisit, new(2026, 12, 18)));
        Assert.Equal((ClockState.Running, new DateOnly(2027, 1, 6)), (due.State, due.DueOn!.Value));
        Assert.False(due.IsOverdue(new(2027, 1, 6)));
        Assert.True(due.IsOverdue(new(2027, 1, 7)));
    }

    [Theory]
    [InlineData("2026-12-18", "2027-01-05")]
    [InlineData("2026-12-19", "2027-01-06")]
    [InlineData("2026-12-25", "2027-01-12")]
    public void Counts_the_day_itself_where_it_is_set_so_and_is_a_working_day(string from, string to) =>
        Assert.Equal(Day(to), (Visit with { FirstDayCounts = true }).DueOn(Day(from), Calendar));

    [Theory]
    [InlineData(ClockUnit.CalendarDays, 21, false, "2026-12-18", "2027-01-08")]
    [InlineData(ClockUnit.CalendarDays, 21, true, "2026-12-18", "2027-01-07")]
    [InlineData(ClockUnit.Weeks, 6, false, "2026-12-18", "2027-01-29")]
    [InlineData(ClockUnit.Weeks, 6, true, "2026-12-18", "2027-01-28")]
    [InlineData(ClockUnit.Months, 3, false, "2026-11-20", "2027-02-20")]
    [InlineData(ClockUnit.Months, 3, false, "2026-11-30", "2027-02-28")]
    [InlineData(ClockUnit.Months, 6, false, "2026-08-31", "2027-02-28")]
    [InlineData(ClockUnit.Months, 3, true, "2026-11-20", "2027-02-19")]
    [InlineData(ClockUnit.Months, 12, false, "2024-02-29", "2025-02-28")]
    public void Counts_days_weeks_and_months_by_the_calendar_on_the_wall(ClockUnit unit, int limit, bool firstDayCounts, string from,
        string to) =>
        Assert.Equal(Day(to), (Visit with { Unit = unit, Limit = limit, FirstDayCounts = firstDayCounts }).DueOn(Day(from), Calendar));

    [Fact]
    public void Names_no_day_where_the_bank_holidays_end_and_says_so()
    {
        var due = Due(Visit, (CaseEventKind.PlanVisit, new(2027, 12, 24)));
        Assert.Equal((ClockState.NotKnown, (DateOnly?)null), (due.State, due.DueOn));
        Assert.Equal("Visit can not be dated: bank holidays are known from 1 January 2026 to 31 December 2027", due.Because!.Message);
        Assert.False(due.IsOverdue(new(2030, 1, 1)));
        Assert.Equal(ClockState.NotKnown, Due(Visit, (CaseEventKind.PlanVisit, new(2025, 12, 31))).State);
    }

    [Fact]
    public void Goes_on_through_days_that_only_the_council_closes() =>
        Assert.Equal(new DateOnly(2026, 12, 30), (Visit with { Limit = 2 }).DueOn(new(2026, 12, 24), Calendar));

    [Fact]
    public void Does_not_start_before_its_event_nor_by_an_event_outside_the_days_it_held()
    {
        Assert.Equal(ClockState.NotStarted, Due(Visit, (CaseEventKind.ChildSeen, new(2026, 12, 1))).State);
        var dated = Visit with { From = new(2026, 3, 1), To = new(2026, 3, 31) };
        Assert.Equal(
            [ClockState.NotStarted, ClockState.Running, ClockState.Running, ClockState.NotStarted],
            new DateOnly[] { new(2026, 2, 28), new(2026, 3, 1), new(2026, 3, 31), new(2026, 4, 1) }.Select(d =>
                Due(dated, (CaseEventKind.PlanVisit, d)).State));
    }

    [Fact]
    public void Stops_when_what_it_waits_for_has_happened_and_says_whether_that_was_late()
    {
        var clock = Visit with { StartsFrom = CaseEventKind.StrategyDiscussion, MetBy = CaseEventKind.Conference, Limit = 15 };
        var met = Due(clock, (CaseEventKind.StrategyDiscussion, new(2026, 11, 2)), (CaseEventKind.Conference, new(2026, 11, 23)));
        Assert.Equal((ClockState.Met, new DateOnly(2026, 11, 23), false), (met.State, met.DueOn!.Value, met.WasLate!.Value));
        Assert.False(met.IsOverdue(new(2026, 12, 24)));
        Assert.True(Due(clock, (CaseEventKind.StrategyDiscussion, new(2026, 11, 2)),
            (CaseEventKind.Conference, new(2026, 11, 24))).WasLate);
        Assert.Equal(ClockState.Running,
            Due(clock, (CaseEventKind.StrategyDiscussion, new(2026, 11, 2)), (CaseEventKind.Conference, new(2026, 11, 1))).State);
        var sameDay = Due(clock, (CaseEventKind.StrategyDiscussion, new(2026, 11, 2)), (CaseEventKind.Conference, new(2026, 11, 2)));
        Assert.Equal(ClockState.Met, sameDay.State);
        Assert.Null(Due(clock, (CaseEventKind.StrategyDiscussion, new(2027, 12, 30)), (CaseEventKind.Conference, new(2028, 1, 3))).WasLate);
    }

    [Fact]
    public void Runs_in_its_types_of_case_and_holds_in_its_nation()
    {
        Assert.True(Visit.RunsIn("child-protection"));
        Assert.False(Visit.RunsIn("child-in-need"));
        Assert.True(Visit.HoldsIn("england-and-wales"));
        Assert.True(Visit.HoldsIn("england"));
        Assert.False(Visit.HoldsIn("scotland"));
        Assert.False(Visit.HoldsIn("northern-ireland"));
    }

    [Fact]
    public void Is_refused_when_it_could_not_run()
    {
        Assert.True(Clock.Read(Visit).Try(out _, out _));
        Assert.Equal("The limit of the clock visit is 0; give 1 or more",
            Assert.Single(Sample.Problems(Clock.Read(Visit with { Limit = 0 }))).Message);
        Assert.Equal("To", Assert.Single(Sample.Problems(Clock.Read(Visit with { To = new(2009, 12, 31) }))).Field);
        Assert.Equal("MetBy", Assert.Single(Sample.Problems(Clock.Read(Visit with { MetBy = CaseEventKind.PlanVisit }))).Field);
        Assert.Equal(
            ["Code", "Name", "CaseTypes", "Source"],
            Sample.Problems(Clock.Read(Visit with { Code = "", Name = "", CaseTypes = [], Source = " " })).Select(p => p.Field));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ClockDue Due(Clock clock, params (CaseEventKind Kind, DateOnly On)[] events) =>
        clock.Due(events.Select(e => CaseEvent.Happened(Case, e.Kind, e.On, null)), Calendar);
}
