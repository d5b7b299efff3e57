namespace Fairload.Core.Allocation;

/// <summary>Placed items, those with the same possible holders together: cut into crumbs they are one heap.</summary>
/// <remarks>
/// An item becomes crumbs that may go to anybody of any of its options, and of these only as many as its lightest option weighs. Every
/// real option weighs no less and leads nowhere else, so whatever is proven of crumbs holds for items, also for joint ones.
/// </remarks>
internal sealed class Kinds
{
    public Kinds(Ways ways, ReadOnlySpan<int> way)
    {
        var byHolders = new Dictionary<int, List<int>>();
        var people = new List<int[]>();
        var weights = new List<long>();
        OfItem = new int[ways.Items];
        var some = new HashSet<int>();
        for (var j = 0; j < ways.Items; j++)
        {
            OfItem[j] = -1;
            if (way[j] < 0 || ways.LeastWeight(j) is not (> 0 and var weight)) continue;
            some.Clear();
            for (var o = ways.First[j]; o < ways.First[j + 1]; o++)
            {
                some.Add(ways.Who[o]);
                if (ways.With[o] >= 0) some.Add(ways.With[o]);
            }

            var sorted = new int[some.Count];
            some.CopyTo(sorted);
            Array.Sort(sorted);
            var hash = new HashCode();
            foreach (var i in sorted) hash.Add(i);
            var code = hash.ToHashCode();
            if (!byHolders.TryGetValue(code, out var alike)) byHolders[code] = alike = [];
            var kind = alike.FindIndex(k => people[k].AsSpan().SequenceEqual(sorted));
            kind = kind < 0 ? people.Count : alike[kind];
            if (kind == people.Count)
            {
                alike.Add(kind);
                people.Add(sorted);
                weights.Add(0);
            }

            weights[kind] += weight;
            OfItem[j] = kind;
        }

        (People, Weight) = ([.. people], [.. weights]);
    }

    /// <summary>The heap of each item; -1 for what waits or weighs nothing.</summary>
    public int[] OfItem { get; }

    public int[][] People { get; }

    public long[] Weight { get; }
}
