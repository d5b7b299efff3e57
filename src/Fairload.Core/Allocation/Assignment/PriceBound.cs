namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// A proof that no assignment costs less, and the price of a unit of each agent's capacity that gives it: capacities may be passed,
/// but each unit of weight pays its agent's price. For prices u of 0 or more and any assignment that keeps the capacities b,
/// cost ≥ L(u) = Σ over jobs of min over agents (cost + u·weight) − Σ over agents u·b.
/// </summary>
/// <remarks>
/// Lagrangian relaxation; Fisher, Management Science 27, 1981. Prices are whole grains and sums are exact, so rounding can not
/// lift the bound; costs being whole numbers, the bound is rounded up to one.
/// </remarks>
public sealed class PriceBound
{
    /// <summary>Prices are counted in grains: so many to one unit of cost for one unit of weight.</summary>
    internal const long Grains = 1024;

    private const double MostPrice = 2.0 * GeneralAssignment.MostValue;
    private const int Patience = 25;

    private readonly GeneralAssignment _asked;

    private PriceBound(GeneralAssignment asked) => (_asked, Prices) = (asked, new long[asked.Agents]);

    /// <summary>No assignment that keeps every capacity costs less.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>Grains a unit of weight, by agent.</summary>
    internal long[] Prices { get; private set; }

    /// <summary>Looks for good prices by subgradient steps, for so many rounds or until the budget is spent; one at least.</summary>
    /// <param name="spent">The part of the budget that is gone, from 0; it is over at 1.</param>
    public static PriceBound Find(GeneralAssignment asked, int rounds, Func<double> spent)
    {
        var found = new PriceBound(asked);
        found.Climb(rounds, spent);
        return found;
    }

    /// <summary>What giving the job to the agent costs beyond the least that the prices allow for it; grains, 0 or more.</summary>
    internal static void Reduced(GeneralAssignment asked, long[] prices, int job, Span<long> reduced)
    {
        var least = long.MaxValue;
        for (int agent = 0, at = job * asked.Agents; agent < asked.Agents; agent++, at++)
            least = Math.Min(least, reduced[agent] = (asked.Costs[at] * Grains) + (prices[agent] * asked.Weights[at]));
        for (var agent = 0; agent < asked.Agents; agent++) reduced[agent] -= least;
    }

    private void Climb(int rounds, Func<double> spent)
    {
        var (price, tried, excess) = (new double[_asked.Agents], new long[_asked.Agents], new long[_asked.Agents]);
        var best = Int128.MinValue;
        var (stride, unimproved) = (2.0, 0);
        for (var round = 0; round < Math.Max(rounds, 1) && stride > 1e-4 && (round == 0 || spent() < 1); round++)
        {
            for (var agent = 0; agent < price.Length; agent++) tried[agent] = (long)Math.Round(price[agent] * Grains);
            var value = Value(tried, excess, out var span);
            if (value > best)
            {
                (best, Prices, unimproved) = (value, [.. tried], 0);
            }
            else if (++unimproved >= Patience)
            {
                (stride, unimproved) = (stride / 2, 0);
                for (var agent = 0; agent < price.Length; agent++) price[agent] = Prices[agent] / (double)Grains;
                Value(Prices, excess, out span);
            }

            var norm = 0.0;
            for (var agent = 0; agent < price.Length; agent++)
                if (excess[agent] > 0 || price[agent] > 0) norm += (double)excess[agent] * excess[agent];
            if (norm == 0) break;

            // The distance to the optimum is not known; what the excess would cost at the going spread of costs stands in for it.
            var step = stride * span / norm;
            for (var agent = 0; agent < price.Length; agent++)
                price[agent] = Math.Clamp(price[agent] + (step * excess[agent]), 0, MostPrice);
        }

        Bound = (long)Int128.Max(RoundedUp(best), long.MinValue);
    }

    /// <summary>L(u) in grains; fills by how much each agent passes its capacity, and a guess of what is still to be gained.</summary>
    private Int128 Value(long[] prices, long[] excess, out double span)
    {
        Int128 value = 0;
        for (var agent = 0; agent < prices.Length; agent++)
        {
            excess[agent] = -_asked.Capacities[agent];
            value -= (Int128)prices[agent] * _asked.Capacities[agent];
        }

        var spread = 0.0;
        for (int job = 0, row = 0; job < _asked.Jobs; job++, row += _asked.Agents)
        {
            var (least, second, chosen) = (long.MaxValue, long.MaxValue, 0);
            for (var agent = 0; agent < prices.Length; agent++)
            {
                var cost = (_asked.Costs[row + agent] * Grains) + (prices[agent] * _asked.Weights[row + agent]);
                if (cost < least) (second, least, chosen) = (least, cost, agent);
                else if (cost < second) second = cost;
            }

            value += least;
            excess[chosen] += _asked.Weights[row + chosen];
            if (prices.Length > 1) spread += (second - least) / (double)Grains;
        }

        span = Math.Max(spread * 0.05, 1);
        return value;
    }

    internal static Int128 RoundedUp(Int128 grains) => grains >= 0 ? (grains + Grains - 1) / Grains : grains / Grains;
}
