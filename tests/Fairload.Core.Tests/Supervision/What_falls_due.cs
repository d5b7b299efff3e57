using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Supervision;

/// <summary>Standard 5 by examples worked by hand, and what must hold of any log.</summary>
public sealed class What_falls_due
{
    private const int LongLeaveDays = 28;
    private static readonly DateOnly AsOf = new(2026, 6, 1);
    private static readonly Id<Worker> Somebody = new(new Guid("0190a000-0000-7000-8000-000000000001"));
    private static readonly WorkingCalendar Calendar = new([new(2026, 4, 3), new(2026, 4, 6)], new(2020, 1, 1), new(2030, 12, 31));
    private static readonly Supervised NewlyQualified = Who(new(2026, 1, 1), asye: new(2026, 1, 1));
    private static readonly Supervised Experienced = Who(new(2020, 3, 16));

    [Fact]
    public void For_the_newly_qualified_is_once_a_week_for_six_weeks()
    {
        // Started on 1 January: six sessions of ninety minutes are due by 11 February.
        var windows = Of(NewlyQualified, [], new(2026, 1, 1), new(2026, 2, 11), new(2026, 7, 1));
        Assert.Equal(6, windows.Count);
        Assert.All(windows, w => Assert.Equal((Frequency.Weekly, DueState.Missed), (w.Every, w.State)));
        Assert.Equal(new(2026, 2, 11), windows[^1].To);
        Assert.Equal(new(0, 0, 6, 0), Compliance.Of(windows));

        var held = Enumerable.Range(0, 6).Select(w => Session(new DateOnly(2026, 1, 5).AddDays(7 * w), 90)).ToList();
        Assert.Equal(Percent.Of(6, 6), Compliance.Of(Of(NewlyQualified, held, new(2026, 1, 1), new(2026, 2, 11), new(2026, 7, 1))).Share);
    }

    [Fact]
    public void For_the_newly_qualified_is_then_once_a_fortnight_and_from_month_six_once_a_month()
    {
        var windows = Of(NewlyQualified, [], new(2026, 2, 12), new(2026, 9, 30), new(2027, 1, 1));

        // From 12 February to 30 June there are 139 days: nine whole fortnights, and a tenth that has begun is finished, on 1 July.
        Assert.Equal(10, windows.Count(w => w.Every == Frequency.Fortnightly));
        Assert.Equal(new(new(2026, 6, 18), new(2026, 7, 1), Frequency.Fortnightly, DueState.Missed), windows[9]);
        Assert.Equal(new(new(2026, 7, 2), new(2026, 8, 1), Frequency.Monthly, DueState.Missed), windows[10]);
    }

    [Fact]
    public void For_everybody_else_is_once_a_month()
    {
        var windows = Of(Experienced, [Session(new(2026, 4, 1), 95)], new(2026, 3, 20), new(2026, 5, 30), new(2026, 5, 30));
        Assert.Equal(
            [
                new DueWindow(new(2026, 3, 16), new(2026, 4, 15), Frequency.Monthly, DueState.Met),
                new(new(2026, 4, 16), new(2026, 5, 15), Frequency.Monthly, DueState.Missed),
                new(new(2026, 5, 16), new(2026, 6, 15), Frequency.Monthly, DueState.Open),
            ],
            windows);
        Assert.Equal(new(2026, 5, 16), WhatFallsDue.LateSince(windows));
    }

    [Fact]
    public void Ends_months_on_the_last_day_where_somebody_started_on_the_31st()
    {
        var windows = Of(Who(new(2026, 1, 31)), [], new(2026, 1, 31), new(2026, 4, 1), new(2027, 1, 1));
        Assert.Equal([new(2026, 2, 27), new(2026, 3, 30), new DateOnly(2026, 4, 29)], windows.Select(w => w.To));
    }

    [Theory]
    [InlineData(Frequency.Fortnightly, Frequency.Fortnightly)]
    [InlineData(Frequency.FourWeekly, Frequency.FourWeekly)]
    [InlineData(Frequency.Monthly, Frequency.Monthly)]
    public void Is_as_the_agreement_says_where_that_is_more_often(Frequency agreed, Frequency expected)
    {
        var who = Experienced with { Agreed = [new(new(2026, 1, 1), agreed)] };
        Assert.Equal(expected, Of(who, [], new(2026, 3, 1), new(2026, 3, 31), new(2027, 1, 1))[0].Every);
        var newly = NewlyQualified with { Agreed = [new(new(2026, 1, 1), agreed)] };
        Assert.Equal(Frequency.Weekly, Of(newly, [], new(2026, 1, 1), new(2026, 1, 7), new(2027, 1, 1))[0].Every);
    }

    [Fact]
    public void For_a_student_is_what_was_agreed_and_else_not_known()
    {
        var student = Experienced with { IsStudent = true };
        Assert.Equal(DueState.NotKnown, Of(student, [], new(2026, 3, 1), new(2026, 3, 15), new(2027, 1, 1))[0].State);
        var agreed = student with { Agreed = [new(new(2020, 3, 16), Frequency.Weekly)] };
        Assert.Equal((Frequency.Weekly, DueState.Missed),
            EveryAndState(Of(agreed, [], new(2026, 3, 1), new(2026, 3, 1), new(2027, 1, 1))[0]));
    }

    [Theory]
    [InlineData(90, false, DueState.Met)]
    [InlineData(90, null, DueState.Met)]
    [InlineData(120, true, DueState.Partly)]
    [InlineData(89, false, DueState.Partly)]
    [InlineData(null, false, DueState.NotKnown)]
    public void Is_met_by_ninety_minutes_that_were_not_interrupted(int? minutes, bool? isInterrupted, DueState expected) =>
        Assert.Equal(expected, March(Session(new(2026, 3, 20), minutes) with { IsInterrupted = isInterrupted }));

    [Fact]
    public void Is_not_met_by_a_group_by_what_was_cancelled_or_by_what_is_only_planned()
    {
        Assert.Equal(DueState.Missed, March(Session(new(2026, 3, 20), 120) with { Kind = SessionKind.Group }));
        Assert.Equal(DueState.Missed, March(Session(new(2026, 3, 20), null) with { State = SessionState.Cancelled }));
        Assert.Equal(DueState.Missed, March(Session(new(2026, 3, 20), null) with { State = SessionState.Planned }));
    }

    [Fact]
    public void Is_not_known_where_no_start_is_known()
    {
        var windows = Of(Who(null), [Session(new(2026, 3, 20), 90)], new(2026, 3, 10), new(2026, 4, 10), new(2027, 1, 1));
        Assert.Equal([DueState.NotKnown, DueState.NotKnown], windows.Select(w => w.State));
        Assert.Null(Compliance.Of(windows).Share);
    }

    [Fact]
    public void Is_not_missed_but_not_known_before_the_log_begins()
    {
        var who = Experienced with { LogFrom = new(2026, 4, 1) };
        var windows = Of(who, [], new(2026, 3, 16), new(2026, 5, 15), new(2027, 1, 1));
        Assert.Equal([DueState.NotKnown, DueState.Missed], windows.Select(w => w.State));
        Assert.Equal(DueState.NotKnown, Of(who with { LogFrom = null }, [], new(2026, 5, 1), new(2026, 5, 2), new(2027, 1, 1))[0].State);
    }

    [Fact]
    public void Stops_on_long_leave_and_begins_anew_after_it()
    {
        // Away in weeks 3 to 8: what follows is still the third week of six.
        var who = NewlyQualified with { Absences = [Away(new(2026, 1, 15), new(2026, 2, 25))] };
        var windows = Of(who, [], new(2026, 1, 1), new(2026, 3, 25), new(2027, 1, 1));
        Assert.Equal(DueState.Suspended, windows[2].State);
        Assert.Equal((new(2026, 1, 15), new DateOnly(2026, 2, 25)), (windows[2].From, windows[2].To));
        Assert.Equal(4, windows.Skip(3).Count(w => w.Every == Frequency.Weekly));
        Assert.Equal(new(2026, 3, 26), windows[^1].To.AddDays(1));
    }

    [Fact]
    public void Is_suspended_where_leave_cut_the_window_or_nobody_was_at_work_in_it()
    {
        var cut = Experienced with { Absences = [Away(new(2026, 3, 25), new(2026, 5, 10))] };
        Assert.Equal(
            [DueState.Suspended, DueState.Suspended, DueState.Missed],
            Of(cut, [], new(2026, 3, 16), new(2026, 5, 12), new(2027, 1, 1)).Select(w => w.State));
        var met = Of(cut, [Session(new(2026, 3, 17), 90)], new(2026, 3, 16), new(2026, 3, 20), new(2027, 1, 1));
        Assert.Equal(DueState.Met, met[0].State);

        // Good Friday and Easter Monday are no working days: four days of leave are the whole week of 1 to 7 April.
        var easter = Who(new(2026, 4, 1), asye: new(2026, 4, 1)) with
        {
            Absences = [Away(new(2026, 4, 1), new(2026, 4, 2)), Away(new(2026, 4, 7), new(2026, 4, 7))],
        };
        Assert.Equal(
            [DueState.Suspended, DueState.Missed],
            Of(easter, [], new(2026, 4, 1), new(2026, 4, 14), new(2027, 1, 1)).Select(w => w.State));
    }

    [Fact]
    public void Ends_with_the_last_day_at_work()
    {
        var leaver = Experienced with { EndsOn = new(2026, 4, 30) };
        var windows = Of(leaver, [], new(2026, 3, 16), new(2026, 12, 31), new(2027, 1, 1));
        Assert.Equal([DueState.Missed, DueState.Suspended], windows.Select(w => w.State));
        Assert.Equal(new(2026, 4, 30), windows[^1].To);
    }

    [Fact]
    public void Leaves_no_day_out_and_counts_none_twice() => OfAny(dice =>
    {
        var windows = All(Any(dice, isAway: true), []);
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
        Assert.All(windows, w => Assert.True(w.From <= w.To));
        Assert.True(windows[^1].To >= new DateOnly(2026, 12, 31));
    });

    [Fact]
    public void Never_gets_worse_by_one_more_full_session() => OfAny(dice =>
    {
        var who = Any(dice, isAway: true);
        var sessions = Enumerable.Range(0, dice.Next(20)).Select(_ => Session(Day(dice), dice.Next(2) == 0 ? 90 : 60)).ToList();
        var (before, after) = (All(who, sessions), All(who, [.. sessions, Session(Day(dice), 90)]));
        Assert.All(before.Zip(after), pair => Assert.True(
            pair.First.From == pair.Second.From && (pair.Second.State == pair.First.State || pair.Second.State == DueState.Met)));
    });

    /// <summary>Another way to say it: a window is met exactly where a full session lies in it, and without leave each is as long as its
    /// rule.</summary>
    [Fact]
    public void Is_met_exactly_where_a_full_session_lies_in_the_window() => OfAny(dice =>
    {
        var days = Enumerable.Range(0, dice.Next(30)).Select(_ => Day(dice)).ToList();
        var windows = All(Any(dice, isAway: false), [.. days.Select(d => Session(d, 90))]);
        Assert.All(windows, w => Assert.Equal(
            days.Exists(d => w.From <= d && d <= w.To && d <= AsOf), w.State == DueState.Met));
        Assert.All(windows, w => Assert.InRange(
            w.To.DayNumber - w.From.DayNumber + 1,
            w.Every switch { Frequency.Weekly => 7, Frequency.Fortnightly => 14, _ => 28 },
            w.Every switch { Frequency.Weekly => 7, Frequency.Fortnightly => 14, Frequency.FourWeekly => 28, _ => 31 }));
    });

    private static void OfAny(Action<Random> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed => holds(new(seed))));

    private static DateOnly Day(Random dice) => new DateOnly(2025, 1, 1).AddDays(dice.Next(720));

    private static IReadOnlyList<DueWindow> All(Supervised who, IReadOnlyList<LoggedSession> sessions) =>
        Of(who, sessions, new(2025, 1, 1), new(2026, 12, 31), AsOf);

    private static Supervised Any(Random dice, bool isAway)
    {
        var start = new DateOnly(2024, 1, 1).AddDays(dice.Next(700));
        var absences = isAway ? Enumerable.Range(0, dice.Next(6)).Select(_ => Day(dice))
            .Select(d => Away(d, d.AddDays(dice.Next(60)))).ToList() : [];
        return Who(start, dice.Next(2) == 0 ? start.AddDays(isAway ? dice.Next(-50, 50) : 0) : null) with
        {
            Absences = absences,
            Agreed = dice.Next(2) == 0 ? [new(start.AddDays(40), (Frequency)dice.Next(4))] : [],
        };
    }

    private static DueState March(LoggedSession session) =>
        Of(Experienced, [session], new(2026, 3, 16), new(2026, 4, 15), new(2026, 6, 1)).Single().State;

    private static (Frequency?, DueState) EveryAndState(DueWindow window) => (window.Every, window.State);

    private static IReadOnlyList<DueWindow> Of(
        Supervised who, IReadOnlyList<LoggedSession> sessions, DateOnly from, DateOnly to, DateOnly asOf) =>
        WhatFallsDue.Of(who, sessions, from, to, asOf, Calendar, LongLeaveDays);

    private static Supervised Who(DateOnly? starts, DateOnly? asye = null) => new(starts, null, asye, false, [], [], new(2020, 1, 1));

    private static LoggedSession Session(DateOnly on, int? minutes) => new(Somebody, on, SessionState.Held, SessionKind.Case, minutes);

    private static Absence Away(DateOnly from, DateOnly to) => new(Id<Absence>.New(), Somebody, from, to, "Leave", null);
}
