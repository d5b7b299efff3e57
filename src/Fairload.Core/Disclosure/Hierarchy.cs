namespace Fairload.Core.Disclosure;

/// <summary>One line of a file that tells what lies under what.</summary>
/// <param name="Line">Its number, for sentences about it.</param>
public sealed record HierarchyLine(int Line, string Child, string Parent);

/// <summary>The values of one variable and the headings over them: teams under services. Over everything stands
/// <see cref="Whole"/>.</summary>
public sealed class Hierarchy
{
    /// <summary>The heading over everything.</summary>
    public const string Whole = "Total";

    private readonly Dictionary<string, string> _parents;
    private readonly HashSet<string> _headings;

    private Hierarchy(string variable, Dictionary<string, string> parents) =>
        (Variable, _parents, _headings) = (variable, parents, [.. parents.Values]);

    public string Variable { get; }

    /// <summary>Without headings: the values found stand side by side.</summary>
    public static Hierarchy Flat(string variable, IEnumerable<string> values) =>
        new(variable, values.Distinct(StringComparer.Ordinal).ToDictionary(v => v, _ => Whole, StringComparer.Ordinal));

    public static Result<Hierarchy> Of(string variable, IReadOnlyList<HierarchyLine> lines)
    {
        var problems = new List<Problem>();
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, child, parent) in lines)
        {
            var above = parent.Length == 0 ? Whole : parent;
            if (child.Length == 0) problems.Add(new(variable, $"Line {line} of {variable} has no name: every line names what lies under what"));
            else if (child == Whole) problems.Add(new(variable, $"Line {line} of {variable}: {Whole} stands over everything and lies under nothing"));
            else if (parents.TryGetValue(child, out var other) && other == above)
                problems.Add(new(variable, $"Line {line} of {variable}: {child} is there twice"));
            else if (!parents.TryAdd(child, above))
                problems.Add(new(variable, $"Line {line} of {variable}: {child} lies under {other} and under {above}; it can lie under one only"));
        }

        foreach (var heading in parents.Values.Where(p => p != Whole && !parents.ContainsKey(p)).Distinct().ToList())
            parents.Add(heading, Whole);
        if (lines.Count == 0) problems.Add(new(variable, $"The hierarchy of {variable} is empty: give a line child,parent for each value"));
        if (Loop(parents) is { } looped) problems.Add(new(variable, $"In {variable}, {looped} lies under itself: take one of the lines of the loop out"));
        return problems.Count > 0 ? problems : new Hierarchy(variable, parents);
    }

    public bool Knows(string value) => _parents.ContainsKey(value);

    /// <summary>A heading is counted from what lies under it and holds nobody of its own.</summary>
    public bool IsHeading(string value) => value == Whole || _headings.Contains(value);

    /// <summary>The value, what it lies under, and so on up to the whole.</summary>
    public IReadOnlyList<string> Path(string value)
    {
        var path = new List<string> { value };
        while (path[^1] != Whole) path.Add(_parents[path[^1]]);
        return path;
    }

    private static string? Loop(Dictionary<string, string> parents)
    {
        foreach (var start in parents.Keys.Order(StringComparer.Ordinal))
        {
            var (at, steps) = (start, 0);
            while (parents.TryGetValue(at, out var above) && steps++ <= parents.Count) at = above;
            if (steps > parents.Count) return start;
        }

        return null;
    }
}
