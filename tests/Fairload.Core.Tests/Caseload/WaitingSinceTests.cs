using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.Core.Tests.Caseload;

public sealed class Waiting_of_a_case
{
    private static readonly Id<Case> Case = Id<Case>.New();
    private static readonly Id<Team> North = Id<Team>.New();
    private static readonly Id<Team> South = Id<Team>.New();
    private static readonly Id<Worker> Ann = Id<Worker>.New();
    private static readonly DateOnly Today = Sample.Day;
    private static readonly Waiting Never = new(WaitingList.NeverAllocated, null);

    [Fact]
    public void Is_counted_from_the_day_it_was_last_in_anybodys_name_over_all_teams()
    {
        var first = Held(-90, -60, North, Ann);
        var tray = Held(-60, -30, North, null);
        var now = Held(-30, null, South, null);

        Assert.Equal(new(Today.AddDays(-60), true), Since(Never, now, [first, tray]));
        Assert.Equal(new(Today.AddDays(-30), true), Since(Never, now, []));
    }

    [Fact]
    public void Is_since_at_least_the_first_extract_where_the_day_is_not_known() =>
        Assert.Equal(new(Today.AddDays(-7), false), Since(Never, Held(-7, null, North, null, isKnown: false), []));

    [Fact]
    public void Does_not_take_another_cases_assignments_or_later_ones_for_its_own()
    {
        var other = Assignment.Begin(Id<Case>.New(), null, "", North, "", 1, Today.AddDays(-99), true, null);
        other.End(Today.AddDays(-30));
        Assert.Equal(Today.AddDays(-30), Since(Never, Held(-30, null, South, null), [other, Held(-20, -10, North, null)]).Day);
    }

    [Fact]
    public void Of_a_phantom_begins_on_the_day_after_the_last_day_at_work_or_with_the_assignment_if_that_is_later()
    {
        var left = new Waiting(WaitingList.Phantom, PhantomReason.Left);
        var holder = new HolderNow(null, Today.AddDays(-10), false, 1, false, []);
        Assert.Equal(new(Today.AddDays(-9), true), Since(left, Held(-50, null, North, Ann, isKnown: false), [], holder));
        Assert.Equal(new(Today.AddDays(-3), false), Since(left, Held(-3, null, North, Ann, isKnown: false), [], holder));
    }

    [Fact]
    public void Of_a_phantom_on_leave_begins_with_the_leave()
    {
        var away = new Absence(Id<Absence>.New(), Ann, Today.AddDays(-40), null, "Maternity", null);
        var since = Since(new(WaitingList.Phantom, PhantomReason.LongLeave), Held(-200, null, North, Ann), [],
            new(null, null, false, 1, false, [away]));
        Assert.Equal(new(Today.AddDays(-40), true), since);
    }

    [Fact]
    public void Of_someone_without_hours_is_since_at_least_the_assignment_and_of_a_manager_since_it()
    {
        var now = Held(-15, null, North, Ann);
        Assert.Equal(new(Today.AddDays(-15), false), Since(new(WaitingList.Phantom, PhantomReason.NoFte), now, []));
        Assert.Equal(new(Today.AddDays(-15), true), Since(new(WaitingList.HeldByManager, null), now, []));
        Assert.Equal(new(Today.AddDays(-15), true), Since(new(WaitingList.Phantom, PhantomReason.NameNotSettled), now, []));
    }

    [Fact]
    public void Is_at_the_door_without_a_team_and_in_the_team_that_had_it_first() => Assert.Equal(
        [WaitingPlace.AtTheDoor, WaitingPlace.InTheTeam],
        [Place(Held(-5, null, null, null), []), Place(Held(-5, null, North, null), [])]);

    [Fact]
    public void Is_after_a_transfer_when_another_team_had_it_before()
    {
        Assert.Equal(WaitingPlace.AfterTransfer, Place(Held(-5, null, South, null), [Held(-30, -5, North, Ann)]));
        Assert.Equal(WaitingPlace.AfterTransfer,
            Place(Held(-5, null, South, null), [Held(-30, -9, North, Ann), Held(-9, -5, South, null)]));
    }

    [Fact]
    public void Is_in_the_team_when_its_own_worker_had_it_before()
    {
        Assert.Equal(WaitingPlace.InTheTeam, Place(Held(-5, null, South, null), [Held(-60, -30, North, Ann), Held(-30, -5, South, Ann)]));
        Assert.Equal(WaitingPlace.InTheTeam, Place(Held(-5, null, South, null), [Held(-60, -5, null, null)]));
        Assert.Equal(WaitingPlace.InTheTeam, Place(Held(-5, null, South, Ann), [Held(-60, -5, North, Ann)], WaitingList.Phantom));
    }

    [Fact]
    public void Knows_a_team_by_its_name_where_nobody_has_settled_which_it_is()
    {
        var before = Named(-60, -5, "north team ");
        Assert.Equal(WaitingPlace.InTheTeam, Place(Named(-5, null, "North Team"), [before]));
        Assert.Equal(WaitingPlace.AfterTransfer, Place(Named(-5, null, "South Team"), [before]));
    }

    private static Assignment Named(int from, int? to, string team) =>
        Ended(Assignment.Begin(Case, null, "Ann", null, team, 1, Today.AddDays(from), true, null), to);

    private static Assignment Held(int from, int? to, Id<Team>? team, Id<Worker>? worker, bool isKnown = true) =>
        Ended(Assignment.Begin(Case, worker, worker is null ? "" : "Ann", team, "", 1, Today.AddDays(from), isKnown, null), to);

    private static Assignment Ended(Assignment assignment, int? to)
    {
        if (to is { } days) assignment.End(Today.AddDays(days));
        return assignment;
    }

    private static WaitingSince Since(Waiting waiting, Assignment now, IReadOnlyList<Assignment> earlier, HolderNow? holder = null) =>
        WaitingSince.Of(waiting, now, earlier, holder, Today, 28);

    private static WaitingPlace Place(Assignment now, IReadOnlyList<Assignment> earlier, WaitingList list = WaitingList.NeverAllocated) =>
        WaitingSince.Place(list, now, earlier);
}
