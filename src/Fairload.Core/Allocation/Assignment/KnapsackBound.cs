namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// A sharper proof than <see cref="PriceBound"/>: here the capacities are kept and it is the jobs that have a price v, paid to each
/// agent that takes the job, which several may or none. For any prices, cost ≥ Σ v − Σ over agents of the best knapsack of
/// profits v − cost.
/// </summary>
/// <remarks>
/// Lagrangian relaxation of the assignment rows; Fisher, Jaikumar and Van Wassenhove, Management Science 32, 1986. Knapsacks are
/// solved exactly by dynamic programming over the capacity, in whole grains.
/// </remarks>
public sealed class KnapsackBound
{
    private const int Patience = 12;
    private const long MostCells = 400_000_000;
    private const int MostRoom = 5_000_000;

    private readonly GeneralAssignment _asked;
    private readonly int[] _taken;
    private readonly long[] _table;
    private ulong[] _choice = [];

    private KnapsackBound(GeneralAssignment asked)
    {
        _asked = asked;
        _taken = new int[asked.Jobs];
        _table = new long[Room(asked) + 1];
    }

    /// <summary>
    /// The best bound found from where the cheaper relaxation stands; at least its bound. The budget decides how far it climbs.
    /// </summary>
    /// <param name="target">A cost known to be reachable, or a guess of it: how long the steps are.</param>
    /// <param name="spent">The part of the budget that is gone, from 0; it is over at 1.</param>
    public static long Find(GeneralAssignment asked, PriceBound start, long target, int rounds, Func<double> spent)
    {
        // Beyond this one round takes seconds; the cheaper bound stands.
        if (Room(asked) > MostRoom || (long)Room(asked) * asked.Jobs > MostCells) return start.Bound;
        return Math.Max(start.Bound, new KnapsackBound(asked).Climb(start, target, rounds, spent));
    }

    private static int Room(GeneralAssignment asked)
    {
        var most = 0;
        for (var agent = 0; agent < asked.Agents; agent++)
        {
            var all = 0L;
            for (var job = 0; job < asked.Jobs; job++) all += asked.Weight(agent, job);
            most = Math.Max(most, (int)Math.Min(all, asked.Capacities[agent]));
        }

        return most;
    }

    private long Climb(PriceBound start, long target, int rounds, Func<double> spent)
    {
        var price = new double[_asked.Jobs];
        for (var job = 0; job < price.Length; job++)
        {
            var least = double.MaxValue;
            for (int agent = 0, at = job * _asked.Agents; agent < _asked.Agents; agent++, at++)
                least = Math.Min(least, _asked.Costs[at] + (start.Prices[agent] * (double)_asked.Weights[at] / PriceBound.Grains));
            price[job] = least;
        }

        var (grains, best, bestPrice) = (new long[price.Length], Int128.MinValue, price);
        var (stride, unimproved) = (1.0, 0);
        for (var round = 0; round < rounds && stride > 1e-3; round++)
        {
            for (var job = 0; job < price.Length; job++) grains[job] = (long)Math.Round(price[job] * PriceBound.Grains);
            if (Value(grains, spent) is not { } value) break;
            if (value > best)
            {
                (best, unimproved) = (value, 0);
                bestPrice = [.. price];
                if (PriceBound.RoundedUp(best) >= target) break;
            }
            else if (++unimproved >= Patience)
            {
                (stride, unimproved) = (stride / 2, 0);
                price = [.. bestPrice];
                continue;
            }

            var norm = 0.0;
            foreach (var taken in _taken) norm += (1.0 - taken) * (1.0 - taken);
            if (norm == 0) break;
            var step = stride * Math.Max(target - ((double)value / PriceBound.Grains), 0.5) / norm;
            for (var job = 0; job < price.Length; job++) price[job] += step * (1 - _taken[job]);
        }

        return best == Int128.MinValue ? long.MinValue : (long)PriceBound.RoundedUp(best);
    }

    /// <summary>The value in grains; null where the budget ran out before every agent's knapsack was packed.</summary>
    private Int128? Value(long[] grains, Func<double> spent)
    {
        Int128 value = 0;
        foreach (var price in grains) value += price;
        Array.Clear(_taken);
        for (var agent = 0; agent < _asked.Agents; agent++)
        {
            if (spent() >= 1) return null;
            value -= Pack(agent, grains);
        }

        return value;
    }

    private long Pack(int agent, long[] grains)
    {
        var (items, free, all) = (new List<(int Job, long Profit, int Weight)>(), 0L, 0L);
        for (int job = 0, at = agent; job < _asked.Jobs; job++, at += _asked.Agents)
        {
            var (profit, weight) = (grains[job] - (_asked.Costs[at] * PriceBound.Grains), _asked.Weights[at]);
            if (profit <= 0 || weight > _asked.Capacities[agent]) continue;
            all += weight;
            if (weight > 0)
            {
                items.Add((job, profit, weight));
                continue;
            }

            free += profit;
            _taken[job]++;
        }

        var room = (int)Math.Min(all, _asked.Capacities[agent]);
        if (all <= room)
        {
            foreach (var item in items) _taken[item.Job]++;
            return free + items.Sum(i => i.Profit);
        }

        return free + Fill(items, room);
    }

    private long Fill(List<(int Job, long Profit, int Weight)> items, int room)
    {
        var words = (room >> 6) + 1;
        if (_choice.Length < words * items.Count) _choice = new ulong[words * items.Count];
        Array.Clear(_choice, 0, words * items.Count);
        Array.Clear(_table, 0, room + 1);
        for (var at = 0; at < items.Count; at++)
        {
            var (_, profit, weight) = items[at];
            for (var full = room; full >= weight; full--)
            {
                var with = _table[full - weight] + profit;
                if (with <= _table[full]) continue;
                _table[full] = with;
                _choice[(at * words) + (full >> 6)] |= 1UL << (full & 63);
            }
        }

        var left = room;
        for (var at = items.Count - 1; at >= 0; at--)
        {
            if ((_choice[(at * words) + (left >> 6)] & (1UL << (left & 63))) == 0) continue;
            _taken[items[at].Job]++;
            left -= items[at].Weight;
        }

        return _table[room];
    }
}
