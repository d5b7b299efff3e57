using System.Runtime.Intrinsics;
using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// Shares all jobs of a few agents among them anew, in the cheapest of very many ways at once: the jobs are cut into two halves, the
/// cheap ways of each are listed, and the two lists are joined where the loads fit together.
/// </summary>
/// <remarks>
/// Meeting in the middle after Horowitz and Sahni, Journal of the ACM 21, 1974. By the prices of the bound, what an assignment costs above
/// it is a sum of parts of 0 or more, by job and by room that is left over: so most ways need not be listed.
/// </remarks>
internal sealed class Regrouping(GeneralAssignment asked, long[] prices, AssignmentState state, Dice dice)
{
    /// <summary>As many loads as one step of the processor compares.</summary>
    public const int MostAgents = 8;

    private readonly HalfOfJobs _left = new();
    private readonly HalfOfJobs _right = new();
    private readonly OpenJob[] _jobs = [.. Enumerable.Range(0, asked.Jobs).Select(_ => new OpenJob())];
    private readonly int[] _agents = new int[MostAgents];
    private readonly int[] _room = new int[MostAgents];
    private int _listed;
    private int _open;

    /// <summary>
    /// Takes the cheapest way but the present one, where it costs at most so many grains more than that; true where it took one. The
    /// state must keep the capacities of these agents.
    /// </summary>
    public bool Improves(ReadOnlySpan<int> agents, long lenience)
    {
        agents.CopyTo(_agents);
        var budget = lenience + List(agents.Length);
        budget -= CloseOthers(agents.Length, budget);
        if (_open < 2 || budget < 0) return false;

        dice.Shuffle(_jobs.AsSpan(0, _open));
        var half = _open / 2;
        _left.Fill(_jobs.AsSpan(0, half), agents.Length, budget, Vector256.Create(_room));
        _right.Fill(_jobs.AsSpan(half, _open - half), agents.Length, budget, Vector256.Create(_room));
        if (!Join(agents.Length, budget, out var left, out var right)) return false;

        for (var n = 0; n < _open; n++)
        {
            var to = _agents[n < half ? _left.AgentOf(left, n) : _right.AgentOf(right, n - half)];
            if (state.AgentOf[_jobs[n].Job] != to) state.Shift(_jobs[n].Job, to);
        }

        return true;
    }

    /// <summary>Every job of the agents; gives what they cost above the bound as they stand.</summary>
    private long List(int agents)
    {
        (_listed, var sum) = (0, 0L);
        for (var a = 0; a < agents; a++)
        {
            _room[a] = asked.Capacities[_agents[a]];
            sum += prices[_agents[a]] * (_room[a] - state.Load[_agents[a]]);
            for (var n = 0; n < state.Count[_agents[a]]; n++)
            {
                _jobs[_listed].Read(asked, prices, state.Held(_agents[a], n), _agents.AsSpan(0, agents), a);
                sum += _jobs[_listed++].OverNow;
            }
        }

        return sum;
    }

    /// <summary>
    /// Leaves open the jobs that may well change, those that stand wrongly first; the others stay, and use their part of the budget and of
    /// the room.
    /// </summary>
    private long CloseOthers(int agents, long budget)
    {
        Array.Sort(_jobs, 0, _listed, OpenJob.LikeliestFirst);
        _open = 0;
        while (_open < Math.Min(_listed, 2 * HalfOfJobs.MostJobs) && _jobs[_open].OfChange <= budget) _open++;
        var used = 0L;
        for (var n = _open; n < _listed; n++)
        {
            used += _jobs[n].OverNow;
            _room[_jobs[n].Now] -= _jobs[n].Weight[_jobs[n].Now];
        }

        return used;
    }

    /// <summary>The two ways that together cost least and fit.</summary>
    private bool Join(int agents, long budget, out int left, out int right)
    {
        (left, right) = (-1, -1);
        var (price, room) = (prices[_agents[0]], Vector256.Create(_room));
        _right.SortByFirstLoad();
        // A cost that counts each unit of room left at its price is the real cost and something that is the same for all.
        var same = 0L;
        for (var a = 0; a < agents; a++) same += prices[_agents[a]] * _room[a];
        for (var n = 0; n < _open; n++) same -= _jobs[n].Least;
        var best = (long)Math.Floor((budget - same) / (double)PriceBound.Grains) + 1;
        for (var l = 0; l < _left.Count; l++)
        {
            var rest = room - _left.Load[l];
            if (_left.Over[l] > budget) continue;
            var first = rest[0];
            var least = price == 0 ? 0 : first - (int)Math.Min(first, (budget - _left.Over[l]) / price);
            var end = _right.EndOf(first);
            for (var r = _right.StartOf(least); r < end; r++)
            {
                if (_left.Cost[l] + _right.Cost[r] >= best || !_right.Fits(r, rest)) continue;
                if (_left.IsNow(l) && _right.IsNow(r)) continue;
                (best, left, right) = (_left.Cost[l] + _right.Cost[r], l, r);
            }
        }

        return left >= 0;
    }
}
