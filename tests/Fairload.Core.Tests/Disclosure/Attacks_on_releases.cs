using Fairload.Core.Disclosure;
using static Fairload.Core.Tests.Disclosure.MadeUpTables;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>The ways in which figures of large groups tell about small ones, planted and looked for.</summary>
public sealed class Attacks_on_releases
{
    /// <summary>A safe release of a made-up council, and one group more that differs from what is out by fewer than ten people.</summary>
    [Fact]
    public void Are_all_caught_when_they_are_planted()
    {
        var caught = 0;
        for (var seed = 0; caught < 1_000; seed++)
        {
            var council = new MadeUpStaff(260, 10, seed).Crossed(byAge: false);
            var release = Value(Protection.Of(council.Population, [], [.. council.Groups.Select(g => g.Group)], DisclosureRule.Usual));
            Assert.True(release.Proof.IsProved);
            var random = new Random(seed);
            var shown = release.Released.ToList();
            for (var plant = 0; plant < 25; plant++)
            {
                var planted = Plant(council.Population, shown, random);
                var audit = Value(ReleaseAudit.Begin(council.Population, [.. shown, new(planted, true)], release.Rule));
                Assert.Equal(AuditState.Unsafe, audit.GoOn(10_000_000));
                var again = Value(Protection.Of(council.Population, shown, [planted], release.Rule));
                Assert.Equal(HiddenBecause.GivesAwayWithEarlier, again.Groups[0].Hidden);
                caught++;
            }
        }

        Assert.True(caught >= 1_000);
    }

    [Fact]
    public void Fail_when_one_person_leaves_between_two_rounds()
    {
        var population = Waves(stayed: 12, left: 1, joined: 0, others: 40);
        var first = Value(Protection.Of(population, [], [Whole("2026"), Team("2026")], DisclosureRule.Usual));
        var second = Value(Protection.Of(population, [.. first.Released], [Whole("2027"), Team("2027")], DisclosureRule.Usual));

        Assert.All(first.Groups, g => Assert.True(g.IsShown));
        Assert.All(second.Groups, g => Assert.Equal(HiddenBecause.GivesAwayWithEarlier, g.Hidden));
    }

    [Fact]
    public void Fail_when_one_person_joins_in_a_later_round_and_pass_when_ten_do()
    {
        Assert.False(IsShownAfter(Waves(stayed: 12, left: 0, joined: 1, others: 40)));
        Assert.False(IsShownAfter(Waves(stayed: 12, left: 3, joined: 0, others: 40)));
        Assert.True(IsShownAfter(Waves(stayed: 12, left: 0, joined: 10, others: 40)));
        Assert.True(IsShownAfter(Waves(stayed: 12, left: 0, joined: 0, others: 40)));
    }

    /// <summary>What is missing of a round that was released is a refusal, never a gap in the proof.</summary>
    [Fact]
    public void Are_not_made_possible_by_leaving_an_earlier_round_out()
    {
        var now = Value(Population.Of([new Atom(20, [new("2027", "A")])]));
        var earlier = new ReleasedGroup(new("2026", "A", ["A"]), true);

        Assert.False(Protection.Of(now, [earlier], [new("2027", "A", ["A"])], DisclosureRule.Usual).Try(out _, out var problems));
        Assert.Contains("A of 2026 names a cell that is not in the population given", problems![0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learn_nothing_of_who_did_not_answer_where_nearly_everybody_did()
    {
        var population = Value(Population.Of([new Atom(28, [new("r", "A")], 30), new Atom(20, [new("r", "B")], 60)]));
        Group[] wanted = [new("r", "A", ["A"]), new("r", "B", ["B"]), new("r", "all", ["A", "B"], -1)];
        var release = Value(Protection.Of(population, [], wanted, DisclosureRule.Usual));

        Assert.Equal(["all 48", "A [c]", "B [c]"], release.Groups.Select(Protecting_counts_of_people.Told));
        Assert.Equal([false, true, true], release.Groups.Select(g => g.IsNearlyComplete));
    }

    /// <summary>Figures of a round that are out already are shown again, and cost nothing.</summary>
    [Fact]
    public void Learn_nothing_new_from_the_same_table_again()
    {
        var council = new MadeUpStaff(300, 12, 5).Crossed(byAge: false);
        Group[] groups = [.. council.Groups.Select(g => g.Group)];
        var first = Value(Protection.Of(council.Population, [], groups, DisclosureRule.Usual));
        var again = Value(Protection.Of(council.Population, [.. first.Released], groups, DisclosureRule.Usual));

        Assert.Equal(first.Groups.Select(g => (g.Group.Name, g.IsShown)), again.Groups.Select(g => (g.Group.Name, g.IsShown)));
        Assert.True(again.Proof.IsProved);
    }

    /// <summary>A shown group with a few atoms more, or less.</summary>
    private static Group Plant(Population population, List<ReleasedGroup> shown, Random random)
    {
        while (true)
        {
            var group = shown[random.Next(shown.Count)].Group;
            var cells = group.Cells.ToHashSet();
            var isMore = random.Next(2) == 0;
            var (small, people) = (new List<string>(), 0);
            foreach (var atom in population.Atoms.Where(a => cells.Contains(a.Cells[0].Cell) != isMore).OrderBy(_ => random.Next()))
            {
                if (people + atom.People >= 10 || small.Count == 3) break;
                small.Add(atom.Cells[0].Cell);
                people += atom.People;
            }

            if (people == 0) continue;
            IReadOnlyList<string> planted = isMore ? [.. cells, .. small] : [.. cells.Except(small)];
            var held = population.Atoms.Where(a => planted.Contains(a.Cells[0].Cell)).Sum(a => a.People);
            if (held >= 10) return new(group.Round, "planted", planted);
        }
    }

    private static bool IsShownAfter(Population population)
    {
        var first = Value(Protection.Of(population, [], [Whole("2026"), Team("2026")], DisclosureRule.Usual));
        return Value(Protection.Of(population, [.. first.Released], [Team("2027")], DisclosureRule.Usual)).Groups[0].IsShown;
    }

    private static Group Whole(string round) => new(round, "all", ["team", "others"]);

    private static Group Team(string round) => new(round, "team", ["team"], 1);

    private static Population Waves(int stayed, int left, int joined, int others) => Value(Population.Of(
    [
        new(stayed, [new("2026", "team"), new("2027", "team")]), new(left, [new("2026", "team")]), new(joined, [new("2027", "team")]),
        new(others, [new("2026", "others"), new("2027", "others")]),
    ]));
}
