using System.Diagnostics;
using System.Numerics;

namespace Fairload.Core.Allocation;

/// <summary>
/// The lexicographically fairest sharing of crumbs, exactly: a proof of what no sharing of whole items can be under.
/// </summary>
/// <remarks>
/// Divide and conquer by largest flows: Fujishige, Mathematics of Operations Research 5 (1980), with ceilings as in Groenevelt, European
/// Journal of Operational Research 54 (1991). Give everybody of a part the same share T. What does not fit then can only go to those who
/// are reached from it: they stand over T, all others not. Each side is a question of its own. T is a fraction n / d, and flows are counted
/// in d-ths of a grain, so that every number is whole; where those do not fit 64 bits they are counted in 128.
/// </remarks>
internal sealed class PerfectSharing
{
    private readonly Ways _ways;
    private readonly Kinds _kinds;
    private readonly long[] _caps;
    private readonly int[] _node;
    private readonly Stack<Part> _open = new();
    private readonly List<(Part Part, Share Share)> _found = [];

    private PerfectSharing(Ways ways, Kinds kinds)
    {
        (_ways, _kinds, _caps, _node) = (ways, kinds, ways.Caps(), new int[ways.Holders]);
        Array.Fill(_node, -1);
    }

    /// <param name="way">What is placed: only that is shared.</param>
    public static IReadOnlyList<Block> Of(Ways ways, int[] way)
    {
        var kinds = Kinds.OfPlaced(ways, way);
        var sharing = new PerfectSharing(ways, kinds);
        sharing._open.Push(new([.. Enumerable.Range(0, kinds.People.Count)], [.. Enumerable.Range(0, ways.Holders)], []));
        while (sharing._open.TryPop(out var part)) sharing.Share(part);
        return sharing.Blocks();
    }

    private void Share(Part part)
    {
        if (part.Free.Length == 0) return;
        if (part.Kinds.Length == 0)
        {
            foreach (var i in part.Free) Found(part with { Free = [i] }, new(_ways.Committed[i], _ways.Capacity[i]));
            return;
        }

        var (load, capacity) = (0L, 0L);
        foreach (var k in part.Kinds) load += _kinds.Weight[k];
        var work = load;
        foreach (var i in part.Free) (load, capacity) = (load + _ways.Committed[i], checked(capacity + _ways.Capacity[i]));
        var all = load;
        foreach (var i in part.Full) (load, all) = (load - (_caps[i] - _ways.Committed[i]), all + _caps[i]);
        var common = (long)BigInteger.GreatestCommonDivisor(load, capacity);
        var share = new Share(load / common, capacity / common);
        var largest = Int128.Max((Int128)all * share.Capacity, (Int128)share.Load * capacity);
        if (largest < long.MaxValue / 4) Share<long>(part, share, work);
        else Share<Int128>(part, share, work);
    }

    private void Share<T>(Part part, Share share, long work)
        where T : struct, IBinaryInteger<T>
    {
        var (n, d) = (T.CreateChecked(share.Load), T.CreateChecked(share.Capacity));
        var edges = part.Kinds.Length + part.Free.Length + part.Full.Length;
        foreach (var k in part.Kinds) edges += _kinds.People[k].Length;
        var flow = new Flow<T>(2 + part.Kinds.Length + part.Free.Length + part.Full.Length, edges);
        var node = 2 + part.Kinds.Length;
        foreach (var i in part.Free) Sink(i, T.Min(n * T.CreateChecked(_ways.Capacity[i]), d * Cap(i)));
        foreach (var i in part.Full) Sink(i, d * Cap(i));
        var asked = T.Zero;
        for (var k = 0; k < part.Kinds.Length; k++)
        {
            var weight = d * T.CreateChecked(_kinds.Weight[part.Kinds[k]]);
            asked += weight;
            flow.Join(0, 2 + k, weight);
            foreach (var i in _kinds.People[part.Kinds[k]])
            {
                if (_node[i] >= 0) flow.Join(2 + k, _node[i], weight);
            }
        }

        var routed = flow.Push(0, 1);
        var sides = new Sides();
        for (var k = 0; k < part.Kinds.Length; k++) (flow.Reaches(2 + k) ? sides.OverKinds : sides.UnderKinds).Add(part.Kinds[k]);
        foreach (var i in part.Full) (flow.Reaches(_node[i]) ? sides.OverFull : sides.UnderFull).Add(i);
        foreach (var i in part.Free)
        {
            var even = n * T.CreateChecked(_ways.Capacity[i]);
            if (d * T.CreateChecked(_ways.Committed[i]) > even) sides.Over.Add(i);
            else if (!flow.Reaches(_node[i])) sides.Under.Add(i);
            else if (d * Cap(i) < even) sides.Capped.Add(i);
            else sides.Over.Add(i);
        }

        foreach (var i in part.Free) _node[i] = -1;
        foreach (var i in part.Full) _node[i] = -1;
        if (routed == asked && sides.Over.Count == 0) Found(part, share);
        else Split(part, sides);

        // Nobody gets more than all that there is here, so ceilings without limit need no larger numbers.
        T Cap(int i) => T.CreateChecked(Math.Min(_caps[i], _ways.Committed[i] + work));

        void Sink(int holder, T most)
        {
            _node[holder] = node;
            var room = most - (d * T.CreateChecked(_ways.Committed[holder]));
            if (room > T.Zero) flow.Join(node, 1, room);
            node++;
        }
    }

    private void Split(Part part, Sides sides)
    {
        // Whoever is reached and stops at their ceiling under T stays there: the rest of the part must carry what they can not.
        foreach (var i in sides.Capped) Found(new([], [i], []), new(_caps[i], _ways.Capacity[i]));
        if (sides.Capped.Count == 0 && (sides.Over.Count == part.Free.Length || sides.Under.Count == part.Free.Length))
            throw new UnreachableException("What is placed does not fit anywhere");
        _open.Push(new([.. sides.UnderKinds], [.. sides.Under], [.. sides.UnderFull]));
        _open.Push(new([.. sides.OverKinds], [.. sides.Over], [.. sides.OverFull, .. sides.Capped]));
    }

    private void Found(Part part, Share share) => _found.Add((part, share));

    private IReadOnlyList<Block> Blocks()
    {
        var items = new List<int>[_kinds.People.Count];
        for (var j = 0; j < _ways.Items; j++)
        {
            if (_kinds.OfItem[j] is var kind and >= 0) (items[kind] ??= []).Add(j);
        }

        var blocks = new List<Block>(_found.Count);
        foreach (var (part, share) in _found)
        {
            var held = new List<int>();
            foreach (var k in part.Kinds) held.AddRange(items[k]);
            held.Sort();
            blocks.Add(new(held, part.Free, share));
        }

        return [.. blocks.OrderByDescending(b => b.Share).ThenBy(b => b.Holders[0])];
    }

    /// <param name="Full">Those who stand at their ceiling already and take a known amount.</param>
    private sealed record Part(int[] Kinds, int[] Free, int[] Full);

    private sealed class Sides
    {
        public List<int> OverKinds { get; } = [];

        public List<int> UnderKinds { get; } = [];

        public List<int> Over { get; } = [];

        public List<int> Under { get; } = [];

        public List<int> Capped { get; } = [];

        public List<int> OverFull { get; } = [];

        public List<int> UnderFull { get; } = [];
    }
}
