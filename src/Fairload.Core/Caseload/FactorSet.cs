namespace Fairload.Core.Caseload;

/// <summary>One of the six things looked at when a case is scored.</summary>
/// <param name="Help">One sentence that says what the factor is about.</param>
/// <param name="Descriptors">What 1, 2 and 3 mean, in this order.</param>
/// <param name="IsPlaceholder">Ours, to be renamed by the council: not one of the published factors.</param>
public sealed record Factor(string Name, string Help, IReadOnlyList<string> Descriptors, bool IsPlaceholder);

/// <summary>
/// Six factors, each scored 1 to 3, with who agreed them and from when. A set is never changed: a new version has a new code.
/// </summary>
/// <param name="Code">With its version: <c>children/1</c>.</param>
/// <param name="IsExample">Ships with the program and was agreed by nobody.</param>
/// <remarks>ADASS and Skills for Care advice note, autumn 2012, as reported by Community Care: six factors, three tiers.</remarks>
public sealed record FactorSet(string Code, Area Area, string Name, string AgreedBy, DateOnly LiveFrom, bool IsExample,
    IReadOnlyList<Factor> Factors)
{
    /// <summary>How many factors a set has, and so how many values a score.</summary>
    public const int Size = 6;

    /// <summary>Refuses a set that nobody could score by: no code or name, other than six factors, two of one name, other than
    /// three descriptors, or an empty one.</summary>
    public static Result<FactorSet> Read(string code, Area area, string name, string agreedBy, DateOnly liveFrom, bool isExample,
        IReadOnlyList<Factor> factors)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(code)) problems.Add(new("Code", $"The factor set needs a code, for example children/2"));
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new("Name", $"The factor set needs a name"));
        if (string.IsNullOrWhiteSpace(agreedBy)) problems.Add(new("AgreedBy", $"Say who agreed the factor set"));
        if (factors.Count != Size) problems.Add(new("Factors", $"A factor set has 6 factors; this one has {factors.Count}"));

        foreach (var (at, factor) in factors.Index()) problems.AddRange(Faults(at + 1, factor));
        var names = factors.Select(f => f.Name.Trim()).Where(n => n.Length > 0);
        foreach (var twice in names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(new("Factors", $"Two factors are called {twice.Key}; give each a name of its own"));

        if (problems.Count > 0) return problems;
        return new FactorSet(code.Trim(), area, name.Trim(), agreedBy.Trim(), liveFrom, isExample, [.. factors]);
    }

    /// <summary>1 for a total of 6–9, 2 for 10–13, 3 for 14–18; null unless all six are given. A partial score is not scored, never
    /// tier 1. Refuses a value outside 1 to 3 and more than six values.</summary>
    public int? Tier(IReadOnlyList<int?> values) =>
        values.Count <= Factors.Count
            ? TierOf(values)
            : throw new ArgumentException($"This set has {Factors.Count} factors.", nameof(values));

    /// <summary>The same for a score of any set, because the totals are the same for all.</summary>
    public static int? TierOf(IReadOnlyList<int?> values)
    {
        if (values.Count > Size || values.Any(v => v is < 1 or > 3))
            throw new ArgumentException("Six factors, each 1 to 3 or not given.", nameof(values));
        if (values.Count < Size || values.Any(v => v is null)) return null;

        return values.Sum() switch
        {
            <= 9 => 1,
            <= 13 => 2,
            _ => 3,
        };
    }

    private static IEnumerable<Problem> Faults(int number, Factor factor)
    {
        if (string.IsNullOrWhiteSpace(factor.Name)) yield return new("Factors", $"Factor {number} needs a name");
        if (factor.Descriptors.Count != 3)
            yield return new("Factors", $"Factor {number} needs 3 descriptors, one each for 1, 2 and 3; it has {factor.Descriptors.Count}");
        else if (factor.Descriptors.Any(string.IsNullOrWhiteSpace))
            yield return new("Factors", $"Factor {number} has an empty descriptor; say what 1, 2 and 3 each mean");
    }
}
