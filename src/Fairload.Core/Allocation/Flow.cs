using System.Numerics;

namespace Fairload.Core.Allocation;

/// <summary>Largest flow through a network, in whole numbers, and what is still reached from its source afterwards.</summary>
/// <remarks>Dinic, Soviet Mathematics Doklady 11 (1970): shortest ways first, in layers.</remarks>
internal sealed class Flow<T>(int nodes, int mostEdges)
    where T : struct, IBinaryInteger<T>
{
    private readonly int[] _first = Filled(nodes);
    private readonly int[] _at = new int[nodes];
    private readonly int[] _layer = new int[nodes];
    private readonly int[] _queue = new int[nodes];
    private readonly int[] _path = new int[nodes];
    private readonly int[] _next = new int[2 * mostEdges];
    private readonly int[] _to = new int[2 * mostEdges];
    private readonly T[] _room = new T[2 * mostEdges];
    private int _edges;

    /// <summary>Each edge stands beside its way back, which has room for what flows.</summary>
    public int Join(int from, int to, T room)
    {
        Half(from, to, room);
        Half(to, from, T.Zero);
        return _edges - 2;
    }

    /// <summary>Lets some flow along an edge before the search; whoever calls it keeps the sums right at every node.</summary>
    public void Start(int edge, T amount)
    {
        _room[edge] -= amount;
        _room[edge ^ 1] += amount;
    }

    /// <summary>The flow that was added.</summary>
    public T Push(int source, int sink)
    {
        var total = T.Zero;
        while (Layer(source, sink))
        {
            Array.Copy(_first, _at, nodes);
            total += PushLayers(source, sink);
        }

        return total;
    }

    /// <summary>After <see cref="Push"/>: whether more could still come here.</summary>
    public bool Reaches(int node) => _layer[node] >= 0;

    private static int[] Filled(int length)
    {
        var list = new int[length];
        Array.Fill(list, -1);
        return list;
    }

    private void Half(int from, int to, T room)
    {
        (_to[_edges], _room[_edges], _next[_edges]) = (to, room, _first[from]);
        _first[from] = _edges++;
    }

    private bool Layer(int source, int sink)
    {
        Array.Fill(_layer, -1);
        _layer[source] = 0;
        _queue[0] = source;
        for (int head = 0, tail = 1; head < tail; head++)
        {
            var node = _queue[head];
            for (var e = _first[node]; e >= 0; e = _next[e])
            {
                if (_layer[_to[e]] >= 0 || T.IsZero(_room[e])) continue;
                _layer[_to[e]] = _layer[node] + 1;
                if (_to[e] == sink) return true;
                _queue[tail++] = _to[e];
            }
        }

        return false;
    }

    private T PushLayers(int source, int sink)
    {
        var (total, length, node) = (T.Zero, 0, source);
        while (true)
        {
            if (node == sink)
            {
                total += PushPath(length);
                var full = 0;
                while (!T.IsZero(_room[_path[full]])) full++;
                (length, node) = (full, _to[_path[full] ^ 1]);
                continue;
            }

            var e = _at[node];
            while (e >= 0 && (T.IsZero(_room[e]) || _layer[_to[e]] != _layer[node] + 1)) e = _next[e];
            _at[node] = e;
            if (e >= 0)
            {
                _path[length++] = e;
                node = _to[e];
                continue;
            }

            if (length == 0) return total;
            node = _to[_path[--length] ^ 1];
            _at[node] = _next[_at[node]];
        }
    }

    private T PushPath(int length)
    {
        var most = _room[_path[0]];
        for (var n = 1; n < length; n++) most = T.Min(most, _room[_path[n]]);
        for (var n = 0; n < length; n++) Start(_path[n], most);
        return most;
    }
}
