namespace Fairload.Core.Allocation;

/// <summary>How much risk can be placed at most: nobody can do better than with crumbs.</summary>
/// <remarks>
/// What fits of several heaps of crumbs at once is a polymatroid, on which taking the best first, as much as still fits, is optimal:
/// Edmonds, Submodular functions, matroids, and certain polyhedra (1970). Done for each of several relaxations, of which the least counts:
/// by points under the ceilings, best is most risk a point; by numbers of new items, best is most risk; and where moves are limited by
/// points beside what stands, with a pool for everybody of as much as so many moves can free.
/// </remarks>
internal sealed class RiskBound
{
    // Parts of a heap are counted in millionths of risk, rounded up, so that the sum is never too low.
    private const int Fine = 1_000_000;

    private readonly Kinds _kinds;
    private readonly int[] _first;
    private readonly List<int> _edgeHolder = [];
    private readonly List<int> _edgeKind = [];
    private readonly int[][] _edgesOfHolder;
    private readonly long[] _flow;
    private readonly long[] _room;
    private readonly bool[] _deadKind;
    private readonly bool[] _deadHolder;
    private readonly int[] _seenKind;
    private readonly int[] _seenHolder;
    private readonly int[] _fromHolder;
    private readonly int[] _fromKind;
    private readonly int[] _queue;
    private int _search;
    private long _pool;

    private RiskBound(Kinds kinds, long[] room)
    {
        (_kinds, _room) = (kinds, room);
        _first = new int[kinds.People.Count + 1];
        var count = new int[room.Length];
        for (var k = 0; k < kinds.People.Count; k++)
        {
            foreach (var i in kinds.People[k])
            {
                count[i]++;
                _edgeHolder.Add(i);
                _edgeKind.Add(k);
            }

            _first[k + 1] = _edgeKind.Count;
        }

        _edgesOfHolder = new int[room.Length][];
        for (var i = 0; i < room.Length; i++) _edgesOfHolder[i] = new int[count[i]];
        Array.Clear(count);
        for (var e = 0; e < _edgeKind.Count; e++) _edgesOfHolder[_edgeHolder[e]][count[_edgeHolder[e]]++] = e;
        _flow = new long[_edgeKind.Count];
        (_deadKind, _deadHolder) = (new bool[kinds.People.Count], new bool[room.Length]);
        (_seenKind, _seenHolder) = (new int[kinds.People.Count], new int[room.Length]);
        (_fromKind, _fromHolder, _queue) = (new int[kinds.People.Count], new int[room.Length], new int[kinds.People.Count]);
    }

    public static long Of(Ways ways)
    {
        var all = new List<int>();
        var standing = new List<int>();
        for (var j = 0; j < ways.Items; j++)
        {
            if (ways.Now[j] >= 0) standing.Add(j);
            else if (ways.First[j + 1] > ways.First[j]) all.Add(j);
        }

        var kinds = Kinds.OfAll(ways);
        var weight = new long[ways.Items];
        foreach (var j in all) weight[j] = ways.LeastWeight(j);
        foreach (var j in standing) weight[j] = ways.LeastWeight(j);
        var room = ways.Caps();
        for (var i = 0; i < room.Length; i++) room[i] -= ways.Committed[i];
        var byPoints = new RiskBound(kinds, room);
        foreach (var j in standing) byPoints.Place(j, weight[j]);
        // The order of exact fractions: most risk for a point first; what weighs nothing is first of all.
        var byDensity = all.OrderByDescending(j => new Share(ways.Risk[j], Math.Max(1, weight[j]))).ThenBy(j => j);
        var points = byPoints.Sum(byDensity.OrderBy(j => weight[j] > 0), ways, j => weight[j]);
        if (ways.MostMoves < standing.Count)
        {
            var besides = new RiskBound(kinds, ways.RoomBesideWhatStands()) { _pool = ways.MostFreed(standing) };
            points = Math.Min(points, besides.Sum(byDensity.OrderBy(j => weight[j] > 0), ways, j => weight[j]));
        }

        var numbers = new long[ways.Holders];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = ways.MostNew[i];
        var byNumbers = new RiskBound(kinds, numbers);
        return Math.Min(points, byNumbers.Sum(all.OrderByDescending(j => ways.Risk[j]).ThenBy(j => j), ways, _ => 1));
    }

    private long Sum(IEnumerable<int> order, Ways ways, Func<int, long> weight)
    {
        Int128 sum = 0;
        foreach (var j in order)
        {
            var all = weight(j);
            var placed = all == 0 ? 0 : Place(j, all);
            if (placed == all) sum += (Int128)ways.Risk[j] * Fine;
            else sum += ((Int128)ways.Risk[j] * placed * Fine / all) + 1;
        }

        return (long)(sum / Fine);
    }

    /// <summary>As much of an item as still fits, moving the crumbs of others about.</summary>
    private long Place(int item, long asked)
    {
        var (kind, left) = (_kinds.OfItem[item], asked);
        while (left > 0 && Find(kind) is var end and >= 0)
        {
            var most = Math.Min(left, _room[end]);
            for (var i = end; _edgeKind[_fromHolder[i]] is var k && k != kind; i = _edgeHolder[_fromKind[k]])
                most = Math.Min(most, _flow[_fromKind[k]]);

            _room[end] -= most;
            left -= most;
            for (var i = end; ;)
            {
                _flow[_fromHolder[i]] += most;
                var k = _edgeKind[_fromHolder[i]];
                if (k == kind) break;
                _flow[_fromKind[k]] -= most;
                i = _edgeHolder[_fromKind[k]];
            }
        }

        // What finds no room any more takes from the pool, and leads nobody else there who could have done without.
        var pooled = Math.Min(left, _pool);
        _pool -= pooled;
        return asked - left + pooled;
    }

    /// <summary>A holder with room to whom the kind leads; -1 where none is left, and then none ever will be.</summary>
    private int Find(int kind)
    {
        if (_deadKind[kind]) return -1;
        _search++;
        _seenKind[kind] = _search;
        _queue[0] = kind;
        var tail = 1;
        for (var head = 0; head < tail; head++)
        {
            var k = _queue[head];
            for (var e = _first[k]; e < _first[k + 1]; e++)
            {
                var i = _edgeHolder[e];
                if (_deadHolder[i] || _seenHolder[i] == _search) continue;
                (_seenHolder[i], _fromHolder[i]) = (_search, e);
                if (_room[i] > 0) return i;
                foreach (var back in _edgesOfHolder[i])
                {
                    var other = _edgeKind[back];
                    if (_flow[back] == 0 || _seenKind[other] == _search || _deadKind[other]) continue;
                    (_seenKind[other], _fromKind[other]) = (_search, back);
                    _queue[tail++] = other;
                }
            }
        }

        // Nothing leads out of what was reached, so no later search can find a way through it.
        for (var head = 0; head < tail; head++)
        {
            _deadKind[_queue[head]] = true;
            for (var e = _first[_queue[head]]; e < _first[_queue[head] + 1]; e++) _deadHolder[_edgeHolder[e]] = true;
        }

        return -1;
    }
}
