namespace Fairload.Core.Allocation;

/// <summary>Items with the same possible holders together: cut into crumbs they are one heap.</summary>
/// <remarks>
/// An item becomes crumbs that may go to anybody of any of its options, and of these only as many as its lightest option weighs. Every
/// real option weighs no less and leads nowhere else, so whatever is proven of crumbs holds for items, also for joint ones.
/// </remarks>
internal sealed class Kinds
{
    private readonly Ways _ways;
    private readonly Dictionary<int, List<int>> _byHolders = [];
    private readonly Dictionary<IReadOnlyList<int>, Beyond> _beyond = new(ReferenceEqualityComparer.Instance);
    private readonly List<int[]> _people = [];
    private readonly List<long> _weights = [];
    private readonly HashSet<int> _some = [];

    private Kinds(Ways ways, Predicate<int> counts)
    {
        _ways = ways;
        OfItem = new int[ways.Items];
        for (var j = 0; j < ways.Items; j++)
        {
            OfItem[j] = counts(j) ? Of(j) : -1;
            if (OfItem[j] >= 0) _weights[OfItem[j]] += ways.LeastWeight(j);
        }
    }

    /// <summary>The heap of each item; -1 for what has none.</summary>
    public int[] OfItem { get; }

    public IReadOnlyList<int[]> People => _people;

    public IReadOnlyList<long> Weight => _weights;

    /// <summary>Of what is placed and weighs something.</summary>
    public static Kinds OfPlaced(Ways ways, int[] way) => new(ways, j => way[j] >= 0 && ways.LeastWeight(j) > 0);

    /// <summary>Of everything that somebody may hold.</summary>
    public static Kinds OfAll(Ways ways) => new(ways, j => ways.First[j + 1] > ways.First[j]);

    private int Of(int item)
    {
        _some.Clear();
        for (var o = _ways.First[item]; o < _ways.First[item + 1]; o++)
        {
            _some.Add(_ways.Who[o]);
            if (_ways.With[o] >= 0) _some.Add(_ways.With[o]);
        }

        // Very many items share one list of people beyond their options: it is looked at once for all of them.
        if (_ways.AlsoMay[item] is not { Count: > 0 } also) return Of(Sorted());
        if (!_beyond.TryGetValue(also, out var beyond)) _beyond[also] = beyond = new([.. also]);
        _some.ExceptWith(beyond.People);
        var more = Sorted();
        foreach (var (others, kind) in beyond.Found)
            if (others.AsSpan().SequenceEqual(more)) return kind;

        _some.UnionWith(beyond.People);
        var found = Of(Sorted());
        beyond.Found.Add((more, found));
        return found;
    }

    private int[] Sorted()
    {
        var sorted = new int[_some.Count];
        _some.CopyTo(sorted);
        Array.Sort(sorted);
        return sorted;
    }

    private int Of(int[] sorted)
    {
        var hash = new HashCode();
        foreach (var i in sorted) hash.Add(i);
        var code = hash.ToHashCode();
        if (!_byHolders.TryGetValue(code, out var alike)) _byHolders[code] = alike = [];
        foreach (var kind in alike)
            if (_people[kind].AsSpan().SequenceEqual(sorted)) return kind;

        alike.Add(_people.Count);
        _people.Add(sorted);
        _weights.Add(0);
        return _people.Count - 1;
    }

    /// <summary>People beyond the options of items, and the heap for each set of those that the options add.</summary>
    private sealed record Beyond(HashSet<int> People)
    {
        public List<(int[] Others, int Kind)> Found { get; } = [];
    }
}
