using Fairload.Core.Caseload;
using Fairload.Core.Disclosure;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Reflection;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Supervision;

public sealed class Supervision_in_figures
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly To = new(2026, 11, 15);
    private static readonly Id<Worker>[] People =
        [.. Enumerable.Range(1, 4).Select(i => new Id<Worker>(new($"0190a000-0000-7000-8000-00000000000{i}")))];

    [Fact]
    public void Is_counted_by_hand()
    {
        LoggedSession[] sessions =
        [
            new(People[0], new(2026, 10, 5), SessionState.Held, SessionKind.Case, 90, IsInterrupted: false),
            new(People[0], new(2026, 11, 2), SessionState.Held, SessionKind.Mixed, 100, ReflectiveMinutes: 40),
            new(People[1], new(2026, 10, 20), SessionState.Held, SessionKind.Reflective, 60),
            new(People[2], new(2026, 11, 3), SessionState.Held, null, null),
            new(People[1], new(2026, 10, 8), SessionState.Cancelled, CancelledBy: CancelledBy.Worker),
            new(People[1], new(2026, 10, 9), SessionState.Cancelled, CancelledBy: CancelledBy.Supervisor),
            new(People[3], new(2026, 10, 9), SessionState.Cancelled, CancelledBy: CancelledBy.Supervisor),
            new(People[3], new(2026, 11, 9), SessionState.Planned),
            new(People[3], new(2026, 11, 10), SessionState.Held, SessionKind.Group, 120),
            new(People[0], new(2026, 9, 30), SessionState.Held, SessionKind.Case, 90),
            new(People[0], new(2026, 11, 16), SessionState.Planned),
        ];
        DueWindow[] windows =
        [
            new(new(2026, 9, 16), new(2026, 10, 15), Frequency.Monthly, DueState.Met),
            new(new(2026, 9, 10), new(2026, 10, 9), Frequency.Monthly, DueState.Missed),
            new(new(2026, 10, 10), new(2026, 11, 9), Frequency.Monthly, DueState.Partly),
            new(new(2026, 10, 16), new(2026, 11, 15), Frequency.Monthly, DueState.NotKnown),
            new(new(2026, 10, 16), new(2026, 11, 15), Frequency.Monthly, DueState.Suspended),
            new(new(2026, 10, 17), new(2026, 11, 16), Frequency.Monthly, DueState.Met),
        ];
        SupervisedFigure[] people =
        [
            new(People[0], From, true, windows), new(People[1], From, true, []), new(People[2], From, true, []),
            new(People[3], From, true, []), new(Id<Worker>.New(), null, true, []), new(Id<Worker>.New(), From, false, []),
        ];

        var figures = SupervisionFigures.Of(people, sessions, From, To);
        Assert.Equal((8, 4, 3, 1), (figures.Planned, figures.Held, figures.Cancelled, figures.NotRecorded));
        Assert.Equal((1, 2, 0, 1), (figures.CancelledByWorker, figures.CancelledBySupervisor, figures.CancelledByOther, figures.InGroups));
        Assert.Equal((3, 1, 2), (figures.LengthKnown, figures.LengthNotKnown, figures.NinetyOrMore));

        // From 16 October: the first had ninety minutes; the second sixty, the fourth a group only; the third's length and the log
        // of the fifth are not known.
        Assert.Equal((3, 1, 2), (figures.Workers, figures.WorkersWithNinety, figures.WorkersNotKnown));
        Assert.Equal(new(1, 1, 1, 1), figures.Due);
        Assert.Equal((100, 250, 1), (figures.ReflectiveMinutes, figures.MinutesKnown, figures.ReflectionNotKnown));
        Assert.Equal("40%", figures.Reflective.ToString());
    }

    [Fact]
    public void Says_nothing_where_nothing_is_known()
    {
        var figures = SupervisionFigures.Of([], [], From, To);
        Assert.Null(figures.HeldOfPlanned);
        Assert.Null(figures.NinetyOfKnown);
        Assert.Null(figures.WithNinetyInMonth);
        Assert.Null(figures.Reflective);
        Assert.Null(figures.Due.Share);
    }

    [Fact]
    public void Adds_up_whatever_the_log_says() => OfAny(dice =>
    {
        var sessions = Enumerable.Range(0, dice.Next(40)).Select(_ => Any(dice, (SessionState)dice.Next(3))).ToList();
        var f = SupervisionFigures.Of([.. People.Select(p => new SupervisedFigure(p, From, true, []))], sessions, From, To);
        Assert.Equal(f.Planned, f.Held + f.Cancelled + f.NotRecorded);
        Assert.Equal(f.Held, f.LengthKnown + f.LengthNotKnown);
        Assert.Equal(4, f.Workers + f.WorkersNotKnown);
        Assert.True(f.NinetyOrMore <= f.LengthKnown && f.WorkersWithNinety <= f.Workers && f.ReflectiveMinutes <= f.MinutesKnown);
    });

    [Fact]
    public void Makes_a_digest_of_what_is_new_heavy_quiet_stuck_and_to_score()
    {
        var today = new DateOnly(2026, 11, 16);
        DigestCase[] cases =
        [
            Case("E", 5, 1, since: new(2026, 11, 10)),
            Case("D", 9, 3, since: new(2026, 1, 1), heard: new(2026, 10, 6)),
            Case("C", 4, 2, since: new(2026, 1, 1)) with { IsOverdue = true, LastHeardOn = new(2026, 10, 5) },
            Case("B", 3, 2, since: new(2026, 10, 30), heard: null) with { IsOnItsWay = true },
            Case("A", 2, 3, since: new(2026, 1, 1), heard: new(2026, 11, 15)) with { ScoreIsDue = true },
        ];
        var digest = SessionDigest.Of(cases, new(2026, 11, 1), today);
        Assert.Equal("E", References(digest.New));
        Assert.Equal("A C D E", References(digest.Heavy));
        Assert.Equal("C", References(digest.Quiet));
        Assert.Equal("B C", References(digest.Stuck));
        Assert.Equal("A", References(digest.ToScore));
        Assert.Equal("B E", References(SessionDigest.Of(cases, null, today).New));
    }

    [Fact]
    public void Counts_the_meetings_of_a_team_and_never_takes_none_known_for_none_held()
    {
        var (team, other) = (Id<Team>.New(), Id<Team>.New());
        var log = new[]
        {
            Meeting(team, new(2026, 10, 5)), Meeting(team, new(2026, 9, 5)), Meeting(team, new(2026, 10, 12), false),
            Meeting(other, new(2026, 11, 1)), Meeting(team, new(2026, 11, 9), kind: MeetingKind.ReflectiveGroup),
        };
        var figures = MeetingFigures.Of(team, log, From, new(2026, 11, 30));
        Assert.Equal((1, 1, 1, 2), (figures.Held, figures.Cancelled, figures.ReflectiveHeld, figures.Months));
        Assert.Equal((new DateOnly(2026, 10, 5), 0.5m), (figures.LastHeld, figures.HeldAMonth));
        Assert.Equal((true, false), (figures.IsWithout(6, new(2026, 11, 16)), figures.IsWithout(6, new(2026, 11, 15))));
        var unknown = MeetingFigures.Of(Id<Team>.New(), log, From, To);
        Assert.Null(unknown.HeldAMonth);
        Assert.Null(unknown.IsWithout(6, To));
        Assert.Equal(12, MeetingFigures.MonthsOf(new(2025, 4, 1), new(2026, 3, 31)));
        Assert.Equal(1, MeetingFigures.MonthsOf(new(2026, 1, 31), new(2026, 2, 28)));
    }

    [Fact]
    public void Refuses_a_meeting_that_can_not_have_been()
    {
        var deed = new SessionDeed("Kate Marsh", null, default, To);
        Assert.Equal(
            ["Team", "On", "Minutes", "Attended"],
            Fields(new(MeetingKind.Team, null, "", To.AddDays(1), true, 601, -1, null)));
        Assert.Equal(["Because"], Fields(new(MeetingKind.Division, null, "Children", To, false, null, null, null)));
        Assert.Equal(["Team", "On"], Fields(new(MeetingKind.Division, Id<Team>.New(), "", To.AddYears(-6), true, null, null, null)));

        IEnumerable<string> Fields(MeetingEntry entry) =>
            TeamMeeting.Enter(entry, deed).Try(out _, out var problems) ? [] : problems.Select(p => p.Field);
    }

    [Fact]
    public void Lets_no_answer_out_of_fewer_than_ten_people_and_never_that_all_or_none_agree() => OfAny(dice =>
    {
        var answers = Enumerable.Range(0, dice.Next(60)).Select(_ => dice.Next(5) is var team
            ? new UsefulnessOf($"S{team % 2}", $"T{team}", dice.Next(1, 6), dice.Next(3, 6)) : throw new InvalidOperationException())
                .ToList();
        Assert.True(UsefulnessRelease.Population("r", answers).Try(out var population, out _));
        if (answers.Count == 0) return;
        Assert.True(Protection.Of(population, [], UsefulnessRelease.Wanted("r", answers), DisclosureRule.Usual)
            .Try(out var release, out _));
        var figures = UsefulnessRelease.Of(release, new(2026, 7, 1), answers);
        Assert.Equal(answers.Count < 10, figures is null);
        Assert.All((figures?.Lines ?? []).Where(l => l.Hidden is null), l =>
        {
            Assert.InRange(answers.Count(a => (l.Service == "" || a.Service == l.Service) && (l.Team == "" || a.Team == l.Team)), 10, 60);
            Assert.InRange(l.Speak!.Value.Tens, 20, 80);
            Assert.InRange(l.Helped!.Value.Tens, 20, 80);
        });
    });

    [Fact]
    public void Says_of_those_who_agree_a_whole_ten_that_is_open_at_both_ends()
    {
        Assert.Equal([20, 20, 30, 50, 80, 80],
            new[] { (0, 10), (2, 10), (3, 10), (6, 13), (8, 10), (12, 12) }.Select(p => AgreeingPart.Of(p.Item1, p.Item2).Tens));
        Assert.Equal(new(2026, 7, 1), Usefulness.HalfYearOf(new(2026, 12, 31)));
        Assert.False(Usefulness.Say(People[0], To, 3, null).Try(out _, out _));
        Assert.False(Usefulness.Say(People[0], To, 6, 1).Try(out _, out _));
        Assert.True(Usefulness.Say(People[0], To, 1, 5).Try(out var said, out _));
        Assert.Equal(new(People[0], new(2026, 7, 1), 1, 5), said);
    }

    private static void OfAny(Action<Random> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed => holds(new(seed))));

    private static LoggedSession Any(Random dice, SessionState state) => new(
        People[dice.Next(4)], From.AddDays(dice.Next(60)), state, dice.Next(5) is var kind && kind < 4 ? (SessionKind)kind : null,
        dice.Next(3) == 0 ? null : dice.Next(1, 200), IsInterrupted: dice.Next(5) == 0,
        CancelledBy: state == SessionState.Cancelled ? (CancelledBy)dice.Next(3) : null);

    private static DigestCase Case(string reference, decimal points, int tier, DateOnly since, DateOnly? heard = null) => new(
        Id<Case>.New(), reference, "child-in-need", tier, points, since, heard, false, false, false);

    private static string References(IEnumerable<DigestCase> cases) => string.Join(' ', cases.Select(c => c.Reference));

    private static TeamMeeting Meeting(Id<Team> team, DateOnly on, bool isHeld = true, MeetingKind kind = MeetingKind.Team) =>
        TeamMeeting.Enter(
            new(kind, team, "", on, isHeld, 60, 8, isHeld ? null : CancelledBecause.NoCover),
            new("Kate Marsh", null, default, new(2026, 11, 30))).Try(out var meeting, out _) ? meeting
            : throw new InvalidOperationException();
}
