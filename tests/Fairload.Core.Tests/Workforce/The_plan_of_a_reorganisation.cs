using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Workforce;

public sealed class The_plan_of_a_reorganisation
{
    private static readonly DateOnly On = new(2027, 3, 1);

    [Fact]
    public void Loses_nobody_and_nothing_whatever_is_merged_or_split() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var dice = new Random(seed);
            var teams = Enumerable.Range(0, 4).Select(n => Team.Open($"T{n}", "S", "", null, null, null)).ToList();
            var people = Enumerable.Range(0, 9).Select(_ => Id<Worker>.New()).ToList();
            var plan = dice.Next(2) == 0 ? Merge(teams[..dice.Next(2, 4)]) : Split(teams[0], people.Where(_ => dice.Next(2) == 0));
            List<PlaceNow> places = [.. people.Select(
                p => new PlaceNow(p, p.ToString(), teams[dice.Next(4)].Id, dice.Next(1, 100), dice.Next(5)))
                .Where(p => plan.Touches.Contains(p.Team))];
            List<WorkNow> work = [.. Enumerable.Range(0, 30)
                .Select(n => new WorkNow(
                    $"R-{n}", dice.Next(3) == 0 ? null : people[dice.Next(9)], teams[dice.Next(4)].Id, dice.Next(1, 9)))
                .Where(w => plan.Touches.Contains(w.Team))];

            var seen = ReorganisationPreview.Of(plan, places, work);

            Assert.Empty(seen.Orphans);
            Assert.Empty(seen.OrphanCases);
            Assert.Equal(seen.Teams.Sum(t => t.Before?.Points ?? 0), seen.Teams.Sum(t => t.After?.Points ?? 0));
            Assert.Equal(seen.Teams.Sum(t => t.Before?.Capacity ?? 0), seen.Teams.Sum(t => t.After?.Capacity ?? 0));
            Assert.Equal(seen.Teams.Sum(t => t.Before?.Cases ?? 0), seen.Teams.Sum(t => t.After?.Cases ?? 0));
            Assert.All(plan.Ending, e => Assert.Null(seen.Teams.Single(t => t.Team == e.Id).After));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leaves_what_is_in_no_team_of_it_where_it_is()
    {
        var (ash, beech, elm) = (
            Team.Open("Ash", "S", "", null, null, null), Team.Open("Beech", "S", "", null, null, null), Id<Team>.New());
        var plan = Merge([ash, beech]);

        Assert.Equal(elm, plan.Follows(elm, null));
        Assert.Equal(plan.Into[0].Id, plan.Follows(ash.Id, null));
    }

    [Fact]
    public void Keeps_a_team_into_which_others_go()
    {
        var (ash, beech) = (Team.Open("Ash", "S", "", null, null, null), Team.Open("Beech", "S", "", null, null, null));
        var plan = new ReorganisationPlan(
            ReorganisationKind.Merge, On, [TeamSeen.Of(ash), TeamSeen.Of(beech)], [new(ash.Id, false, "Ash", "S", "", 0, [])], "", "");

        Assert.Equal(beech.Id, Assert.Single(plan.Ending).Id);
        Assert.Empty(ReorganisationRules.WhatIsWrong(plan, new([ash, beech], [], On)));
    }

    [Fact]
    public void That_closes_a_team_names_who_would_be_left()
    {
        var ash = Team.Open("Ash", "S", "", null, null, null);
        var plan = new ReorganisationPlan(ReorganisationKind.Close, On, [TeamSeen.Of(ash)], [], "", "");

        var seen = ReorganisationPreview.Of(plan, [new(Id<Worker>.New(), "Grace", ash.Id, 100, 0)], [new("R-1", null, ash.Id, 0)]);

        Assert.Equal(["Grace"], seen.Orphans);
        Assert.Equal(["R-1"], seen.OrphanCases);
        Assert.NotEmpty(ReorganisationRules.WhatStandsInTheWay(
            Reorganisation.Prepare(plan, "Pat", DateTime.UnixEpoch), new([ash], [], On), new(1, 1, 0, 0, 0)));
    }

    private static ReorganisationPlan Merge(IReadOnlyList<Team> teams) => new(
        ReorganisationKind.Merge, On, [.. teams.Select(TeamSeen.Of)], [new(Id<Team>.New(), true, "New", "S", "", 0, [])], "", "");

    private static ReorganisationPlan Split(Team team, IEnumerable<Id<Worker>> second) => new(
        ReorganisationKind.Split, On, [TeamSeen.Of(team)],
        [new(Id<Team>.New(), true, "First", "S", "", 0, []), new(Id<Team>.New(), true, "Second", "S", "", 0, [.. second])], "", "");
}
