namespace Fairload.Core.Disclosure;

/// <summary>One line of a table of counts: a value of each variable, and how many people have them.</summary>
/// <param name="Line">Its number, for sentences about it.</param>
public sealed record CrossingLine(int Line, IReadOnlyList<string> Values, int People, int? Invited = null);

/// <summary>A group of a crossing with the heading or value of each variable that makes it.</summary>
public sealed record CrossedGroup(Group Group, IReadOnlyList<string> Values);

/// <summary>
/// A table over several variables with every heading of each: the whole, each service, each team, each role, each role in each service, and
/// so on. It makes the population and the groups that a release asks about.
/// </summary>
public sealed class Crossing
{
    /// <summary>More groups than a table that anybody reads.</summary>
    public const int MostGroups = 1_000_000;

    private const string Between = " | ";

    private Crossing(Population population, IReadOnlyList<CrossedGroup> groups) => (Population, Groups) = (population, groups);

    public Population Population { get; }

    /// <summary>In order of name.</summary>
    public IReadOnlyList<CrossedGroup> Groups { get; }

    public static Result<Crossing> Of(string round, IReadOnlyList<Hierarchy> variables, IReadOnlyList<CrossingLine> lines)
    {
        var problems = lines.SelectMany(l => ProblemsOf(l, variables)).Take(20).ToList();
        if (lines.Count == 0) problems.Add(new("Table", $"The table has no lines under its heading: give one for each cell"));
        if (problems.Count > 0) return problems;

        var counted = lines.GroupBy(l => string.Join(Between, l.Values), StringComparer.Ordinal).ToList();
        var atoms = counted.Select(g => new Atom(
            g.Sum(l => l.People), [new(round, g.Key)], g.All(l => l.Invited is not null) ? g.Sum(l => l.Invited) : null));
        if (!Population.Of(atoms).Try(out var population, out var wrong)) return wrong.ToList();

        var groups = new Dictionary<string, (IReadOnlyList<string> Values, List<string> Cells)>(StringComparer.Ordinal);
        foreach (var cell in counted)
        {
            var paths = cell.First().Values.Select((v, i) => variables[i].Path(v)).ToList();
            foreach (var values in Combinations(paths, 0))
            {
                var name = string.Join(Between, values);
                if (!groups.TryGetValue(name, out var group)) groups.Add(name, group = ([.. values], []));
                group.Cells.Add(cell.Key);
            }

            if (groups.Count > MostGroups)
                return new Problem("Table", $"The table has more than {MostGroups} groups: cross fewer variables at once");
        }

        return new Crossing(population, [.. groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CrossedGroup(
            new(round, g.Key, g.Value.Cells, Turn(g.Value.Values, variables)), g.Value.Values))]);
    }

    /// <summary>What crosses fewer variables is wanted sooner, and what lies higher before what lies under it.</summary>
    private static int Turn(IReadOnlyList<string> values, IReadOnlyList<Hierarchy> variables)
    {
        var depths = values.Select((v, i) => variables[i].Path(v).Count - 1).ToList();
        return (100 * depths.Count(d => d > 0)) + depths.Sum();
    }

    private static IEnumerable<List<string>> Combinations(List<IReadOnlyList<string>> paths, int from)
    {
        if (from == paths.Count) return [[]];
        return Combinations(paths, from + 1).SelectMany(rest => paths[from], (rest, value) => (List<string>)[value, .. rest]);
    }

    private static IEnumerable<Problem> ProblemsOf(CrossingLine line, IReadOnlyList<Hierarchy> variables)
    {
        if (line.People < 0) yield return new("Table", $"Line {line.Line} has a count of {line.People}: a count is 0 or more");
        foreach (var (value, variable) in line.Values.Zip(variables))
        {
            if (value.Length == 0)
                yield return new("Table", $"Line {line.Line} has no {variable.Variable}: write a value, and be it \"not said\"");
            else if (variable.IsHeading(value))
                yield return new("Table", $"Line {line.Line}: {value} is a heading of {variable.Variable}; give only the cells under it, not their sums");
            else if (!variable.Knows(value))
                yield return new("Table", $"Line {line.Line}: {value} is not in the hierarchy of {variable.Variable}: add it there");
        }
    }
}
