using System.Runtime.Intrinsics;

namespace Fairload.Core.Allocation.Assignment;

/// <summary>The ways in which a few agents may have some jobs, as far as they cost little above the bound.</summary>
internal sealed class HalfOfJobs
{
    /// <summary>Three bits tell who has a job.</summary>
    public const int MostJobs = 21;

    private const int Most = 2000;

    private Ways _next = new();
    private Ways _now = new();
    private int[] _start = [];
    private ulong _present;
    private long _usual = long.MaxValue / 4;

    public int Count { get; private set; }

    public long[] Over => _now.Over;

    public int[] Cost => _now.Cost;

    public Vector256<int>[] Load => _now.Load;

    public bool IsNow(int way) => _now.Who[way] == _present;

    public int AgentOf(int way, int job) => (int)(_now.Who[way] >> (3 * job)) & 7;

    public bool Fits(int way, Vector256<int> rest) => (rest - _now.Load[way]).ExtractMostSignificantBits() == 0;

    /// <summary>All ways up to a limit, which is lowered until there are few enough. Takes about what was possible the last time.</summary>
    public void Fill(ReadOnlySpan<OpenJob> jobs, int agents, long limit, Vector256<int> room)
    {
        _present = 0;
        for (var n = 0; n < jobs.Length; n++) _present |= (ulong)jobs[n].Now << (3 * n);
        limit = Math.Min(limit, _usual + (_usual / 2));
        while (!Lists(jobs, agents, limit, room)) limit = limit * 3 / 4;
        _usual = Math.Max(limit, 1);
    }

    /// <summary>Puts them in the order of the first agent's load.</summary>
    public void SortByFirstLoad()
    {
        var most = 0;
        for (var n = 0; n < Count; n++) most = Math.Max(most, _now.Load[n][0]);
        _start = _start.Length > most + 2 ? _start : new int[most + 3];
        Array.Clear(_start);
        for (var n = 0; n < Count; n++) _start[_now.Load[n][0] + 2]++;
        for (var n = 2; n < _start.Length; n++) _start[n] += _start[n - 1];
        for (var n = 0; n < Count; n++) _next.Take(_start[_now.Load[n][0] + 1]++, _now, n);
        (_now, _next) = (_next, _now);
    }

    /// <summary>The first of those with this load of the first agent or more.</summary>
    public int StartOf(int load) => load >= _start.Length ? Count : _start[load];

    public int EndOf(int load) => load < 0 ? 0 : StartOf(load + 1);

    private bool Lists(ReadOnlySpan<OpenJob> jobs, int agents, long limit, Vector256<int> room)
    {
        Count = 1;
        _now.Who[0] = 0;
        (_now.Over[0], _now.Cost[0], _now.Load[0]) = (0, 0, default);
        for (var n = 0; n < jobs.Length; n++)
        {
            var next = 0;
            for (var agent = 0; agent < agents; agent++)
            {
                var rest = limit - jobs[n].Over[agent];
                var load = Vector256<int>.Zero.WithElement(agent, jobs[n].Weight[agent]);
                for (var way = 0; way < Count && rest >= 0; way++)
                {
                    if (_now.Over[way] > rest) continue;
                    var sum = _now.Load[way] + load;
                    if ((room - sum).ExtractMostSignificantBits() != 0) continue;
                    // Where all that cost nothing more are too many, some of them will do.
                    if (next == Most && limit == 0) break;
                    if (next == Most) return false;
                    _next.Over[next] = _now.Over[way] + jobs[n].Over[agent];
                    _next.Cost[next] = _now.Cost[way] + jobs[n].Cost[agent];
                    _next.Who[next] = _now.Who[way] | ((ulong)agent << (3 * n));
                    _next.Load[next++] = sum;
                }
            }

            (_now, _next, Count) = (_next, _now, next);
        }

        return true;
    }

    private sealed class Ways
    {
        public long[] Over { get; } = new long[Most];

        public int[] Cost { get; } = new int[Most];

        public ulong[] Who { get; } = new ulong[Most];

        public Vector256<int>[] Load { get; } = new Vector256<int>[Most];

        public void Take(int to, Ways other, int from) =>
            (Over[to], Cost[to], Who[to], Load[to]) = (other.Over[from], other.Cost[from], other.Who[from], other.Load[from]);
    }
}
