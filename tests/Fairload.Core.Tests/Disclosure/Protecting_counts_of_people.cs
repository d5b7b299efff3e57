using Fairload.Core.Disclosure;

namespace Fairload.Core.Tests.Disclosure;

public sealed class Protecting_counts_of_people
{
    private static readonly DisclosureRule Five = MadeUpTables.Value(DisclosureRule.Of(5, 5));

    [Fact]
    public void Hides_the_second_smallest_team_where_the_smallest_could_be_told_from_the_rest()
    {
        var release = Protect([("A", 20), ("B", 12), ("C", 4)], ["A", "B", "C", "A+B+C"]);

        Assert.Equal(["A+B+C 36", "A 20", "B [c] GivesAway", "C [c] Small"], release.Groups.Select(Told));
        Assert.True(release.Proof.IsProved);
    }

    [Fact]
    public void Hides_nothing_where_everybody_is_many() =>
        Assert.All(Protect([("A", 20), ("B", 12), ("C", 14)], ["A", "B", "C", "A+B+C"]).Groups, g => Assert.True(g.IsShown));

    [Fact]
    public void Hides_a_filter_that_overlaps_another_in_all_but_a_few()
    {
        var release = Protect([("A", 20), ("B", 4), ("C", 20)], ["A+B", "B+C", "A+C"]);

        Assert.Equal(["A+C 40", "A+B 24", "B+C [c] GivesAway"], release.Groups.Select(Told));
    }

    [Fact]
    public void Finds_no_small_group_in_any_set_of_cells_where_it_says_proved()
    {
        var (hidden, shown) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var tables = seed % 2 == 0
                ? MadeUpTables.AnyGroups(seed, 3 + (seed % 8), 2 + (seed % 9), 6)
                : MadeUpTables.Crossed(seed, 2 + (seed % 2), 2, 2, 1 + (seed / 2 % 2), 5);
            var release = Release(tables, Five);
            var shownGroups = release.Groups.Where(g => g.IsShown).Select(g => tables.AtomsOf(g.Group)).ToList();

            Assert.True(release.Proof.IsProved, $"{seed}: not proved");
            var smallest = ByElimination.SmallestWorkable(tables.People, shownGroups, 5);
            Assert.True(smallest is null, $"{seed}: {smallest} people can be worked out");
            (hidden, shown) = (hidden + release.Groups.Count - shownGroups.Count, shown + shownGroups.Count);
        }

        Assert.True(hidden > 300 && shown > 300, $"{hidden} hidden, {shown} shown: the cases are too easy");
    }

    /// <summary>What is hidden is hidden for a reason: shown beside the rest it gives a small group away.</summary>
    [Fact]
    public void Hides_no_more_than_it_must()
    {
        var held = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var tables = MadeUpTables.AnyGroups(seed, 3 + (seed % 7), 2 + (seed % 7), 6);
            var release = Release(tables, Five);
            var shownGroups = release.Groups.Where(g => g.IsShown).Select(g => tables.AtomsOf(g.Group)).ToList();
            foreach (var group in release.Groups.Where(g => g.Hidden is HiddenBecause.GivesAway))
            {
                Assert.NotNull(ByElimination.SmallestWorkable(tables.People, [.. shownGroups, tables.AtomsOf(group.Group)], 5));
                held++;
            }
        }

        Assert.True(held > 100, $"only {held} cases");
    }

    [Fact]
    public void Agrees_with_every_set_of_cells_tried_when_it_audits_what_others_released()
    {
        var (safe, workables) = (0, 0);
        for (var seed = 0; seed < 600; seed++)
        {
            var tables = MadeUpTables.AnyGroups(seed, 2 + (seed % 9), 1 + (seed % 6), 9);
            var released = tables.Groups.Select(g => new ReleasedGroup(g, true)).ToList();
            var audit = MadeUpTables.Value(ReleaseAudit.Begin(tables.Population, released, Five));
            var workable = ByElimination.SmallestWorkable(tables.People, [.. tables.Groups.Select(tables.AtomsOf)], 5);

            Assert.Equal(workable is null ? AuditState.Proved : AuditState.Unsafe, audit.GoOn(10_000_000));
            if (workable is null) safe++;
            else workables++;
        }

        Assert.True(safe > 100 && workables > 100, $"{safe} safe, {workables} not");
    }

    [Fact]
    public void Comes_out_the_same_whatever_the_order_of_the_input()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var tables = MadeUpTables.Crossed(seed, 6, 2, 3, 2, 6);
            var random = new Random(seed);
            var atoms = tables.Population.Atoms.ToArray();
            var groups = tables.Groups.Select(g => g with { Cells = [.. g.Cells.Reverse()] }).ToArray();
            random.Shuffle(atoms);
            random.Shuffle(groups);
            var again = MadeUpTables.Value(Protection.Of(MadeUpTables.Value(Population.Of(atoms)), [], groups, Five));

            var first = Release(tables, Five);
            Assert.Equal(first.Groups.Select(Told), again.Groups.Select(Told));
            Assert.Equal(first.Proof, again.Proof);
        }
    }

    [Fact]
    public void Counts_what_takes_too_long_to_prove_as_unsafe()
    {
        var tables = MadeUpTables.Crossed(7, 12, 3, 4, 3, 3);
        var full = Release(tables, DisclosureRule.Usual);
        var hasty = MadeUpTables.Value(Protection.Of(tables.Population, [], tables.Groups, DisclosureRule.Usual, new(1, 50_000_000)));
        var refused = MadeUpTables.Value(Protection.Of(tables.Population, [], tables.Groups, DisclosureRule.Usual, new(20_000, 3)));

        Assert.Contains(hasty.Groups, g => g.Hidden is HiddenBecause.NotProved);
        Assert.True(hasty.Groups.Count(g => g.IsShown) < full.Groups.Count(g => g.IsShown));
        Assert.True(hasty.Proof.IsProved);
        Assert.False(refused.Proof.IsProved);
    }

    internal static string Told(GroupOutcome outcome) => $"{outcome.Group.Name} {outcome.People} {outcome.Hidden}".TrimEnd();

    private static Release Release(MadeUpTables tables, DisclosureRule rule) =>
        MadeUpTables.Value(Protection.Of(tables.Population, [], tables.Groups, rule));

    private static Release Protect((string Cell, int People)[] cells, string[] groups) => MadeUpTables.Value(Protection.Of(
        MadeUpTables.Value(Population.Of(cells.Select(c => new Atom(c.People, [new("r", c.Cell)])))), [],
        [.. groups.Select(g => new Group("r", g, g.Split('+')))], DisclosureRule.Usual));
}
