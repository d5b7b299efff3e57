using Fairload.Core.Surveys.Rounds;
using FsCheck;
using FsCheck.Fluent;

namespace Fairload.Core.Tests.Surveys.Rounds;

public sealed class Joining_teams
{
    private static readonly Arbitrary<List<AskedTeam>> Services = Arb.From(
        from sizes in Gen.ListOf(Gen.Choose(1, 22), 7)
        select sizes.Select((size, at) => new AskedTeam($"T{at}", "Children", "Council", size)).ToList());

    [Fact]
    public void Puts_two_small_ones_into_a_group_that_is_shown_and_leaves_a_large_one_alone()
    {
        var units = TeamMerges.Suggest([Team("Ash", 9), Team("Beech", 9), Team("Cedar", 20)], 10, 65);

        Assert.Equal(["Ash, Beech", "Cedar"], units.Select(u => string.Join(", ", u.Teams)));
    }

    [Fact]
    public void Never_crosses_services_or_employers()
    {
        var units = TeamMerges.Suggest(
            [Team("Ash", 9), Team("Beech", 9) with { Service = "Adults" }, Team("Cedar", 9) with { Kind = "A trust" }], 10, 65);

        Assert.All(units, u => Assert.Single(u.Teams));
    }

    [Fact]
    public void Shows_as_many_people_as_any_way_does_and_then_as_many_groups() => Prop.ForAll(Services, teams =>
    {
        var units = TeamMerges.Suggest(teams, 10, 65);
        var isWhole = units.SelectMany(u => u.Teams).Order(StringComparer.Ordinal)
            .SequenceEqual(teams.Select(t => t.Name).Order(StringComparer.Ordinal));
        var isSmall = units.All(u => u.Teams.Count == 1 || (u.Teams.Count <= 3 && u.People <= 30));
        var got = (Shown: units.Where(u => u.People * 65 / 100 >= 10).Sum(u => u.People), units.Count);
        return isWhole && isSmall && got == EveryWay(teams.Select(t => t.People).ToList());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_quick_for_a_service_of_many_teams_and_places_each_once()
    {
        var teams = Enumerable.Range(0, 60).Select(n => Team($"T{n:00}", 3 + n % 11)).ToList();

        var units = TeamMerges.Suggest(teams, 10, 65);

        Assert.Equal(60, units.Sum(u => u.Teams.Count));
        Assert.True(units.Where(u => u.People * 65 / 100 >= 10).Sum(u => u.People) * 10 >= teams.Sum(t => t.People) * 9);
    }

    [Fact]
    public void Leaves_out_a_team_without_anybody() => Assert.Empty(TeamMerges.Suggest([Team("Ash", 0)], 10, 65));

    /// <summary>Every way to part a list into groups of at most three, written the slow way.</summary>
    private static (int Shown, int Groups) EveryWay(List<int> sizes)
    {
        if (sizes.Count == 0) return (0, 0);
        var (best, rest) = ((-1, -1), sizes.Skip(1).ToList());
        for (var mask = 0; mask < 1 << rest.Count; mask++)
        {
            if (int.PopCount(mask) > 2) continue;
            var with = rest.Where((_, at) => (mask >> at & 1) == 1).ToList();
            var left = rest.Where((_, at) => (mask >> at & 1) == 0).ToList();
            var people = sizes[0] + with.Sum();
            if (with.Count > 0 && people > 30) continue;
            var others = EveryWay(left);
            var way = (others.Shown + (people * 65 / 100 >= 10 ? people : 0), others.Groups + 1);
            if (way.CompareTo(best) > 0) best = way;
        }

        return best;
    }

    private static AskedTeam Team(string name, int people) => new(name, "Children", "Council", people);
}
