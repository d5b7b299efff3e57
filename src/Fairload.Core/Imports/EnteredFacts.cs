using System.Globalization;
using System.Text.Json;

namespace Fairload.Core.Imports;

/// <summary>What can be said in one fact of a record that was entered by hand.</summary>
public enum FactKind
{
    /// <summary>Whether the extract shows the record at all.</summary>
    Shown,
    Type,
    Began,
    Closed,
    Team,
    Name,
    Role,
    Fte,
    From,
    To,
    Category,
    Reason,
    Percent,
    LastDay,
}

/// <summary>
/// A few facts of one record in an order of their own, written the same way whoever says them: equal texts say the same. A fact that
/// is left out was not said; an empty one was said to be open or none.
/// </summary>
public sealed class EnteredFacts
{
    private readonly SortedDictionary<FactKind, string> _facts = [];

    /// <summary>The extract does not show the record.</summary>
    public static EnteredFacts NotShown { get; } = new EnteredFacts().With(FactKind.Shown, "no");

    public IReadOnlyDictionary<FactKind, string> All => _facts;

    /// <summary>Empty where nothing was said.</summary>
    public string this[FactKind kind] => _facts.GetValueOrDefault(kind, "");

    /// <summary>Null where it was not said, or said to be open.</summary>
    public DateOnly? Day(FactKind kind) =>
        DateOnly.TryParseExact(this[kind], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The same with one more.</summary>
    public EnteredFacts With(FactKind kind, string said)
    {
        var more = new EnteredFacts();
        foreach (var (known, value) in _facts) more._facts[known] = value;
        more._facts[kind] = Written.Clean(said);
        return more;
    }

    public EnteredFacts With(FactKind kind, DateOnly? day) => With(kind, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Without zeros at the end, so that both engines say the same.</summary>
    public EnteredFacts With(FactKind kind, decimal? number) =>
        With(kind, number is { } n ? (n / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>Whether the other says nothing else of what both speak about. Words are compared folded.</summary>
    public bool SaysTheSame(EnteredFacts other) =>
        _facts.All(f => !other._facts.TryGetValue(f.Key, out var said) || Written.Fold(said) == Written.Fold(f.Value));

    /// <summary>As it is kept.</summary>
    public override string ToString() => JsonSerializer.Serialize(_facts.ToDictionary(f => f.Key.ToString(), f => f.Value));

    public static EnteredFacts Read(string kept)
    {
        var facts = new EnteredFacts();
        if (kept.Length == 0) return facts;
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(kept)!)
            facts._facts[Enum.Parse<FactKind>(key)] = value;
        return facts;
    }
}
