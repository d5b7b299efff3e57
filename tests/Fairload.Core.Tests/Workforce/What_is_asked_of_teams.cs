using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Workforce;

public sealed class What_is_asked_of_teams
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly Id<Team> Riverside = Id<Team>.New();
    private static readonly InitiativeDeed Deed = new("Pat Singh", new(2026, 11, 16, 9, 0, 0), Today);

    private static readonly InitiativeFacts Tracker = new(
        "Weekly tracker", InitiativeKind.Initiative, "Improvement board", "So that nobody is missed", StaffTold.Yes, new(2026, 10, 1), 2,
        EffortPer.Person, InitiativeReach.Council, [], [], new(2026, 10, 1), new(2027, 1, 15));

    [Fact]
    public void Is_named_asked_by_somebody_and_contradicts_nothing()
    {
        Assert.Equal("Weekly tracker", Good(Tracker with { Name = "  Weekly   tracker " }).Name);
        Assert.Equal("Name", Field(Tracker with { Name = " " }));
        Assert.Equal("AskedBy", Field(Tracker with { AskedBy = "" }));
        Assert.Equal("Why", Field(Tracker with { Why = new('x', 1001) }));
        Assert.Equal("Hours", Field(Tracker with { Hours = 0 }));
        Assert.Equal("Hours", Field(Tracker with { Hours = 10_001 }));
        Assert.Equal("Services", Field(Tracker with { Reach = InitiativeReach.Services }));
        Assert.Equal("Teams", Field(Tracker with { Reach = InitiativeReach.Teams }));
        Assert.Equal("StartsOn", Field(Tracker with { StartsOn = null }));
        Assert.Equal("StartsOn", Field(Tracker with { StartsOn = new(1996, 1, 1), ExpectedOn = null }));
        Assert.Equal("ExpectedOn", Field(Tracker with { ExpectedOn = new(2026, 9, 30) }));
        Assert.Equal("ToldOn", Field(Tracker with { ToldOn = Today.AddDays(1) }));
        Assert.Null(Good(Tracker with { Told = StaffTold.No }).ToldOn);
        Assert.True(Good(Tracker with { Why = "", ExpectedOn = null }).HasNoReason);
    }

    [Fact]
    public void Is_kept_in_versions_ends_with_what_came_of_it_and_is_not_changed_over_somebody_else()
    {
        var first = Good(Tracker);
        Assert.Same(first, Value(first.Amend(Tracker with { Name = "Weekly tracker " }, 1, Deed)));
        Assert.StartsWith("Pat Singh has changed this meanwhile", Refused(first.Amend(Tracker, 0, Deed)), StringComparison.Ordinal);
        var second = Value(first.Amend(Tracker with { Hours = 3 }, 1, Deed with { By = "Kate Marsh" }));
        Assert.Equal((2, first.Id, true, true), (second.Number, second.FirstId, first.ReplacedAt is not null, second.ReplacedAt is null));

        Assert.StartsWith("Enter the last day", Refused(second.End(null, "Nothing", 2, Deed)), StringComparison.Ordinal);
        Assert.StartsWith("The last day lies in the future",
            Refused(second.End(Today.AddDays(1), "Nothing", 2, Deed)), StringComparison.Ordinal);
        Assert.StartsWith("It can not end before it starts",
            Refused(second.End(new(2026, 9, 1), "Nothing", 2, Deed)), StringComparison.Ordinal);
        Assert.StartsWith("Say in 1000 characters", Refused(second.End(Today, " ", 2, Deed)), StringComparison.Ordinal);
        var ended = Value(second.End(Today, "Visits are on time.", 2, Deed));
        Assert.Equal((3, Today, "Visits are on time."), (ended.Number, ended.EndedOn, ended.Outcome));
        Assert.StartsWith("Pat Singh has already ended this", Refused(ended.Amend(Tracker, 3, Deed)), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_by_hand_for_each_team_now_and_in_three_months()
    {
        var team = new BurdenTeam(Riverside, "Safeguarding", 5, 4m, 0);
        Initiative[] all =
        [
            Good(Tracker), // 2 × 5 people until 15 January
            Good(Tracker with { Hours = 6, Per = EffortPer.Team, ExpectedOn = Today.AddDays(-1) }), // over its end: goes on
            Good(Tracker with { Hours = null, StartsOn = new(2026, 12, 10), ExpectedOn = null }), // nobody knows
            Good(Tracker with { Hours = 50, Reach = InitiativeReach.Services, Services = ["Adults"] }), // elsewhere
            Good(Tracker with
            {
                Hours = 1,
                Per = EffortPer.Team,
                Reach = InitiativeReach.Teams,
                Teams = [Riverside],
                ExpectedOn = new(2026, 11, 30),
            }),
        ];
        var months = Burden.Of(team, all, Today);
        Assert.Equal([Today, new(2026, 12, 1), new(2027, 1, 1), new(2027, 2, 1)], months.Select(m => m.From));
        Assert.Equal([Today, new(2026, 12, 31), new(2027, 1, 31), new(2027, 2, 28)], months.Select(m => m.To));
        Assert.Equal([17m, 16m, 16m, 6m], months.Select(m => m.Hours));
        Assert.Equal([0, 1, 1, 1], months.Select(m => m.NotKnown));
        Assert.Equal([3, 3, 3, 2], months.Select(m => m.Running));
        Assert.Equal([4.25m, 4m, 4m, 1.5m], months.Select(m => m.PerFte!.Value));
        Assert.All(Burden.Of(team with { FteNotKnown = 1 }, all, Today), m => Assert.Null(m.PerFte));
        Assert.All(Burden.Of(team with { Fte = 0, People = 0 }, all, Today), m => Assert.Null(m.PerFte));
    }

    /// <summary>Against a walk through every single day.</summary>
    [Fact]
    public void Runs_in_a_stretch_if_it_asks_something_on_one_of_its_days()
    {
        var days = Gen.Choose(-60, 120);
        Prop.ForAll(Arb.From(days.Four()), at =>
        {
            var (start, length, from, span) = at;
            DateOnly? expected = length < 0 ? null : Today.AddDays(start + length);
            var one = Good(Tracker with { StartsOn = Today.AddDays(start), ExpectedOn = expected });
            var (first, last) = (Today.AddDays(from), Today.AddDays(from + Math.Abs(span)));
            var asks = false;
            for (var day = first; day <= last; day = day.AddDays(1))
                asks |= day >= one.StartsOn && (expected is not { } e || e < Today || day <= e);
            return one.Runs(first, last, Today) == asks;
        }).QuickCheckThrowOnFailure();
    }

    private static Initiative Good(InitiativeFacts facts) => Value(Initiative.Enter(facts, Deed));

    private static string Field(InitiativeFacts facts)
    {
        Assert.False(Initiative.Enter(facts, Deed).Try(out _, out var problems));
        return Assert.Single(problems).Field;
    }

    private static Initiative Value(Result<Initiative> result) =>
        result.Try(out var one, out var problems) ? one : throw new InvalidOperationException(problems[0].Message);

    private static string Refused(Result<Initiative> result)
    {
        Assert.False(result.Try(out _, out var problems));
        return Assert.Single(problems).Message;
    }
}
