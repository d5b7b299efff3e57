using Fairload.Core.Disclosure;

namespace Fairload.Core.Tests.Disclosure;

public sealed class Joining_teams_instead_of_leaving_blanks
{
    [Fact]
    public void Joins_two_small_teams_and_leaves_a_large_one_alone() =>
        Assert.Equal(["Elm + Oak 12", "Ash 15"], Joined([("Ash", 15), ("Elm", 5), ("Oak", 7)]));

    [Fact]
    public void Joins_a_single_small_team_to_another_so_that_it_is_not_the_rest() =>
        Assert.Equal(["Ash + Oak 21"], Joined([("Ash", 15), ("Oak", 6)]));

    [Fact]
    public void Prefers_teams_of_one_kind()
    {
        UnitToJoin[] units = [new("A", "duty", 9, 6), new("B", "court", 9, 6), new("C", "duty", 9, 6), new("D", "court", 9, 6)];
        Assert.Equal(["A + C", "B + D"], RollUp.Of(units, RollUpRule.Usual, DisclosureRule.Usual).Select(g => g.Name));
    }

    [Fact]
    public void Shows_nothing_of_a_service_that_is_under_the_floor() => Assert.Empty(Joined([("Ash", 4), ("Elm", 3)]));

    [Fact]
    public void Counts_who_work_there_and_every_team_that_was_joined_before()
    {
        UnitToJoin[] large = [new("A", "", 16, 8), new("B", "", 16, 8)];
        Assert.Empty(RollUp.Of(large, RollUpRule.Usual, DisclosureRule.Usual));
        Assert.Single(RollUp.Of(large, RollUpRule.Usual with { Of = RollUpCap.WhoAnswered }, DisclosureRule.Usual));
        UnitToJoin[] many = [new("A and B", "", 12, 8, 2), new("C and D", "", 12, 8, 2)];
        Assert.Empty(RollUp.Of(many, RollUpRule.Usual, DisclosureRule.Usual));
    }

    [Fact]
    public void Finds_what_trying_every_way_finds()
    {
        var joined = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var units = Enumerable.Range(0, 1 + random.Next(7)).Select(i => (Name: $"u{i}", Staff: random.Next(1, 30)))
                .Select(u => new UnitToJoin(u.Name, $"k{random.Next(2)}", u.Staff, random.Next(u.Staff + 1), 1 + random.Next(2))).ToArray();
            var groups = RollUp.Of(units, RollUpRule.Usual, DisclosureRule.Usual);

            Assert.Equal(EveryWay(units), (groups.Sum(g => g.Staff), groups.Count, groups.Sum(Alike)));
            var rest = units.Sum(u => u.Answered) - groups.Sum(g => g.Answered);
            Assert.True(rest == 0 || rest >= 10 || groups.Count == 0, $"{seed}: {rest} are left");
            Assert.All(groups, g => Assert.True(g.Answered >= 10 && (g.Units.Count == 1 || (Teams(g) <= 3 && g.Staff <= 30))));
            Assert.Equal(groups.Sum(g => g.Units.Count), groups.SelectMany(g => g.Units).Distinct().Count());
            joined += groups.Count(g => g.Units.Count > 1);
        }

        Assert.True(joined > 200, $"only {joined} groups are joined");
    }

    [Theory]
    [InlineData(0.5, 75)]
    [InlineData(0.65, 90)]
    [InlineData(0.8, 95)]
    public void Lets_nearly_all_staff_see_a_group_that_holds_their_team(double answering, int atLeast)
    {
        var share = Enumerable.Range(1, 4).Average(seed => 100 * SeenBy(new(1_600, 100, seed, answering)));
        Assert.True(share >= atLeast, $"{share:0.0} % of staff");
    }

    private static double SeenBy(MadeUpStaff council)
    {
        var people = council.People();
        var services = people.GroupBy(p => MadeUpStaff.ServiceOf(p.Team)).Select(s => s.GroupBy(p => p.Team)
            .Select(t => new UnitToJoin(t.Key, "", t.Count(), t.Count(p => p.Answers))).ToArray());
        return (double)services.Sum(s => RollUp.Of(s, RollUpRule.Usual, DisclosureRule.Usual).Sum(g => g.Staff)) / people.Count;
    }

    /// <summary>Each team goes to no group or to one of as many groups as there are teams.</summary>
    private static (int Staff, int Groups, int Alike) EveryWay(UnitToJoin[] units)
    {
        var best = (0, 0, 0);
        Place([], 0);
        return best;

        void Place(List<List<UnitToJoin>> groups, int at)
        {
            if (at == units.Length)
            {
                var shown = groups.Skip(1).Select(g => new JoinedUnits(g)).ToList();
                var rest = groups.Count == 0 ? 0 : groups[0].Sum(u => u.Answered);
                var isAllowed = (rest == 0 || rest >= 10)
                    && shown.All(g => g.Answered >= 10 && (g.Units.Count == 1 || (Teams(g) <= 3 && g.Staff <= 30)));
                var way = (shown.Sum(g => g.Staff), shown.Count, shown.Sum(Alike));
                if (isAllowed && way.CompareTo(best) > 0) best = way;
                return;
            }

            if (groups.Count == 0) groups = [[]];
            for (var g = 0; g <= groups.Count; g++)
            {
                if (g == groups.Count) Place([.. groups, [units[at]]], at + 1);
                else Place([.. groups.Select((members, i) => i == g ? [.. members, units[at]] : members)], at + 1);
            }
        }
    }

    private static int Teams(JoinedUnits group) => group.Units.Sum(u => u.Teams);

    private static int Alike(JoinedUnits group) => group.Units.Count - group.Units.DistinctBy(u => u.Kind).Count();

    private static IEnumerable<string> Joined((string Name, int Answered)[] teams) =>
        RollUp.Of([.. teams.Select(t => new UnitToJoin(t.Name, "", t.Answered, t.Answered))], RollUpRule.Usual, DisclosureRule.Usual)
            .OrderByDescending(g => g.Units.Count).ThenBy(g => g.Name, StringComparer.Ordinal).Select(g => $"{g.Name} {g.Answered}");
}
