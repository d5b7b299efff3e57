using Fairload.Core.Disclosure;

namespace Fairload.Core.Tests.Disclosure;

/// <summary>Small populations and any groups over them, from a seed.</summary>
internal sealed class MadeUpTables
{
    private MadeUpTables(Population population, List<Group> groups) => (Population, Groups) = (population, groups);

    public Population Population { get; }

    public List<Group> Groups { get; }

    public IReadOnlyList<int> People => [.. Population.Atoms.Select(a => a.People)];

    /// <summary>Cells and groups without any order: each group is any set of cells.</summary>
    public static MadeUpTables AnyGroups(int seed, int cells, int groups, int most)
    {
        var random = new Random(seed);
        var atoms = Enumerable.Range(0, cells).Select(c => new Atom(random.Next(most + 1), [new("r", $"c{c:00}")])).ToList();
        var wanted = Enumerable.Range(0, groups).Select(g => new Group(
            "r", $"g{g:00}", [.. Enumerable.Range(0, cells).Where(_ => random.Next(2) == 0).DefaultIfEmpty(0).Select(c => $"c{c:00}")],
            random.Next(3)));
        return new(Value(Population.Of(atoms)), [.. wanted]);
    }

    /// <summary>Teams under services, crossed with a role and perhaps an age: every margin is asked for.</summary>
    public static MadeUpTables Crossed(int seed, int teams, int services, int roles, int ages, int most)
    {
        var crossing = Crossed(new(seed), "r", teams, services, roles, ages, most);
        return new(crossing.Population, [.. crossing.Groups.Select(g => g.Group)]);
    }

    public int[] AtomsOf(Group group) =>
        [.. Population.Atoms.Index().Where(a => a.Item.Cells.Any(c => c.Round == group.Round && group.Cells.Contains(c.Cell)))
            .Select(a => a.Index)];

    public static T Value<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(string.Join("; ", problems));

    private static Crossing Crossed(Random random, string round, int teams, int services, int roles, int ages, int most)
    {
        var units = Value(Hierarchy.Of(
            "team", [.. Enumerable.Range(0, teams).Select(t => new HierarchyLine(t, $"t{t}", $"s{random.Next(services)}"))]));
        var lines = from t in Enumerable.Range(0, teams)
                    from r in Enumerable.Range(0, roles)
                    from a in Enumerable.Range(0, ages)
                    select new CrossingLine(0, [$"t{t}", $"r{r}", $"a{a}"], random.Next(most + 1));
        return Value(Crossing.Of(
            round,
            [units, Hierarchy.Flat("role", Enumerable.Range(0, roles).Select(r => $"r{r}")),
                Hierarchy.Flat("age", Enumerable.Range(0, ages).Select(a => $"a{a}"))],
            [.. lines]));
    }
}
