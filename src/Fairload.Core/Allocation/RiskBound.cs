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

    private readonly int[] _first;
    private readonly List<int> _edgeHolder = [];
    private readonly List<int> _edgeItem = [];
    private readonly int[][] _edgesOfHolder;
    private readonly long[] _flow;
    private readonly long[] _room;
    private readonly bool[] _deadItem;
    private readonly bool[] _deadHolder;
    private readonly int[] _seenItem;
    private readonly int[] _seenHolder;
    private readonly int[] _fromHolder;
    private readonly int[] _fromItem;
    private readonly int[] _queue;
    private int _search;
    private long _pool;

    private RiskBound(Ways ways, long[] room)
    {
        _room = room;
        _first = new int[ways.Items + 1];
        var count = new int[ways.Holders];
        var last = new int[ways.Holders];
        for (var j = 0; j < ways.Items; j++)
        {
            for (var o = ways.First[j]; o < ways.First[j + 1]; o++)
            {
                Lead(j, ways.Who[o]);
                if (ways.With[o] >= 0) Lead(j, ways.With[o]);
            }

            _first[j + 1] = _edgeItem.Count;
        }

        _edgesOfHolder = new int[ways.Holders][];
        for (var i = 0; i < ways.Holders; i++) _edgesOfHolder[i] = new int[count[i]];
        Array.Clear(count);
        for (var e = 0; e < _edgeItem.Count; e++) _edgesOfHolder[_edgeHolder[e]][count[_edgeHolder[e]]++] = e;
        _flow = new long[_edgeItem.Count];
        (_deadItem, _deadHolder) = (new bool[ways.Items], new bool[ways.Holders]);
        (_seenItem, _seenHolder) = (new int[ways.Items], new int[ways.Holders]);
        (_fromItem, _fromHolder, _queue) = (new int[ways.Items], new int[ways.Holders], new int[ways.Items]);

        void Lead(int item, int holder)
        {
            if (last[holder] == item + 1) return;
            last[holder] = item + 1;
            count[holder]++;
            _edgeHolder.Add(holder);
            _edgeItem.Add(item);
        }
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

        var weight = new long[ways.Items];
        foreach (var j in all) weight[j] = ways.LeastWeight(j);
        foreach (var j in standing) weight[j] = ways.LeastWeight(j);
        var room = ways.Caps();
        for (var i = 0; i < room.Length; i++) room[i] -= ways.Committed[i];
        var byPoints = new RiskBound(ways, room);
        foreach (var j in standing) byPoints.Place(j, weight[j]);
        // The order of exact fractions: most risk for a point first; what weighs nothing is first of all.
        var byDensity = all.OrderByDescending(j => new Share(ways.Risk[j], Math.Max(1, weight[j]))).ThenBy(j => j);
        var points = byPoints.Sum(byDensity.OrderBy(j => weight[j] > 0), ways, j => weight[j]);
        if (ways.MostMoves < standing.Count)
        {
            var besides = new RiskBound(ways, ways.RoomBesideWhatStands()) { _pool = ways.MostFreed(standing) };
            points = Math.Min(points, besides.Sum(byDensity.OrderBy(j => weight[j] > 0), ways, j => weight[j]));
        }

        var numbers = new long[ways.Holders];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = ways.MostNew[i];
        var byNumbers = new RiskBound(ways, numbers);
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
        var left = asked;
        while (left > 0 && Find(item) is var end and >= 0)
        {
            var most = Math.Min(left, _room[end]);
            for (var i = end; ;)
            {
                var j = _edgeItem[_fromHolder[i]];
                if (j == item) break;
                most = Math.Min(most, _flow[_fromItem[j]]);
                i = _edgeHolder[_fromItem[j]];
            }

            _room[end] -= most;
            left -= most;
            for (var i = end; ;)
            {
                _flow[_fromHolder[i]] += most;
                var j = _edgeItem[_fromHolder[i]];
                if (j == item) break;
                _flow[_fromItem[j]] -= most;
                i = _edgeHolder[_fromItem[j]];
            }
        }

        // What finds no room any more takes from the pool, and leads nobody else there who could have done without.
        var pooled = Math.Min(left, _pool);
        _pool -= pooled;
        return asked - left + pooled;
    }

    /// <summary>A holder with room to whom the item leads; -1 where none is left, and then none ever will be.</summary>
    private int Find(int item)
    {
        if (_deadItem[item]) return -1;
        _search++;
        _seenItem[item] = _search;
        _queue[0] = item;
        var tail = 1;
        for (var head = 0; head < tail; head++)
        {
            var j = _queue[head];
            for (var e = _first[j]; e < _first[j + 1]; e++)
            {
                var i = _edgeHolder[e];
                if (_deadHolder[i] || _seenHolder[i] == _search) continue;
                (_seenHolder[i], _fromHolder[i]) = (_search, e);
                if (_room[i] > 0) return i;
                foreach (var back in _edgesOfHolder[i])
                {
                    var other = _edgeItem[back];
                    if (_flow[back] == 0 || _seenItem[other] == _search || _deadItem[other]) continue;
                    (_seenItem[other], _fromItem[other]) = (_search, back);
                    _queue[tail++] = other;
                }
            }
        }

        // Nothing leads out of what was reached, so no later search can find a way through it.
        for (var head = 0; head < tail; head++)
        {
            _deadItem[_queue[head]] = true;
            for (var e = _first[_queue[head]]; e < _first[_queue[head] + 1]; e++) _deadHolder[_edgeHolder[e]] = true;
        }

        return -1;
    }
}
