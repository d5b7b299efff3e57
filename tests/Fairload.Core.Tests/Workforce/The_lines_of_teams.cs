using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Workforce;

public sealed class The_lines_of_teams
{
    private static readonly DateOnly March = new(2027, 3, 1);
    private static readonly DateOnly June = new(2027, 6, 1);
    private readonly Team _ash = Team.Open("Ash", "Children", "Council", null, null, null);
    private readonly Team _beech = Team.Open("Beech", "Children", "Council", null, null, null);
    private readonly Team _oak = Team.Begin(Id<Team>.New(), "Oak", "Children", "Council", March);
    private readonly Team _pine = Team.Begin(Id<Team>.New(), "Pine", "Children", "Council", June);

    [Fact]
    public void Lead_from_an_old_name_to_who_has_the_work_on_a_day()
    {
        var lineage = Lineage(Line(_ash, _oak, March), Line(_beech, _oak, March), Line(_oak, _pine, June));

        Assert.Equal([_ash.Id], lineage.On(_ash.Id, March.AddDays(-1)));
        Assert.Equal([_oak.Id], lineage.On(_ash.Id, March));
        Assert.Equal([_pine.Id], lineage.On(_ash.Id, June));
        Assert.Equal([_ash.Id, _beech.Id, _oak.Id, _pine.Id], Sorted(lineage.WithPredecessors([_pine.Id])));
    }

    [Fact]
    public void Say_what_a_team_was_and_until_when()
    {
        var merged = Assert.Single(Lineage(Line(_ash, _oak, March), Line(_beech, _oak, March)).Before(_oak.Id));
        Assert.Equal((new DateOnly(2027, 2, 28), false), (merged.Until, merged.IsPart));
        Assert.Equal(["Ash", "Beech"], merged.Teams);

        // A team into which another goes was there before.
        Assert.Equal(["Ash", "Beech"], Assert.Single(Lineage(Line(_ash, _beech, March)).Before(_beech.Id)).Teams);
    }

    [Fact]
    public void Say_that_earlier_figures_of_a_part_are_those_of_the_whole()
    {
        _ash.End(March.AddDays(-1), _oak.Id);
        var lineage = Lineage(Line(_ash, _beech, March), Line(_ash, _oak, March));

        Assert.True(Assert.Single(lineage.Before(_oak.Id)).IsPart);
        Assert.Equal([_oak.Id, _beech.Id], lineage.On(_ash.Id, March));
    }

    [Fact]
    public void Tell_a_former_name_beside_them()
    {
        var name = new FormerTeamName(Id<FormerTeamName>.New(), _oak.Id, "elm", "Elm", June.AddDays(-1), Id<Reorganisation>.New());
        var lineage = new TeamLineage([_ash, _oak], [Line(_ash, _oak, March)], [name]);

        Assert.Equal(["Elm", "Ash"], lineage.Before(_oak.Id).Select(w => w.Teams[0]));
    }

    [Fact]
    public void End_for_any_teams_in_any_order_even_in_a_ring() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 5).Zip(Gen.Choose(0, 5)), 12).ToArbitrary(),
        pairs =>
        {
            var teams = Enumerable.Range(0, 6).Select(n => Team.Open($"T{n}", "S", "", null, null, null)).ToList();
            var lines = pairs.Where(p => p.Item1 != p.Item2).Select(p => Line(teams[p.Item1], teams[p.Item2], March)).ToList();
            var lineage = new TeamLineage(teams, lines, []);
            foreach (var team in teams)
            {
                // By hand: whatever can be reached against the lines.
                var reached = new HashSet<Id<Team>> { team.Id };
                while (lines.Find(l => reached.Contains(l.ToId) && !reached.Contains(l.FromId)) is { } line) reached.Add(line.FromId);
                Assert.Equal(Sorted([.. reached]), Sorted(lineage.WithPredecessors([team.Id])));
                Assert.NotEmpty(lineage.On(team.Id, March));
            }
        }).QuickCheckThrowOnFailure();

    private TeamLineage Lineage(params TeamLine[] lines) => new([_ash, _beech, _oak, _pine], lines, []);

    private static TeamLine Line(Team from, Team to, DateOnly on) => new(Id<TeamLine>.New(), from.Id, to.Id, on, Id<Reorganisation>.New());

    private IReadOnlyList<Id<Team>> Sorted(IReadOnlyList<Id<Team>> ids)
    {
        Id<Team>[] order = [_ash.Id, _beech.Id, _oak.Id, _pine.Id];
        return [.. ids.OrderBy(i => Array.IndexOf(order, i)).ThenBy(i => i.Value)];
    }
}
