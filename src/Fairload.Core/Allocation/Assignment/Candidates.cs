namespace Fairload.Core.Allocation.Assignment;

/// <summary>For each job, the few agents that the prices of the bound speak for, the best first.</summary>
internal sealed class Candidates
{
    private readonly int[] _agents;

    public Candidates(GeneralAssignment asked, PriceBound bound, int most)
    {
        Each = Math.Min(most, asked.Agents);
        _agents = new int[asked.Jobs * Each];
        var (reduced, order) = (new long[asked.Agents], new int[asked.Agents]);
        var (sum, counted) = (0.0, 0);
        for (var job = 0; job < asked.Jobs; job++)
        {
            PriceBound.Reduced(asked, bound.Prices, job, reduced);
            for (var agent = 0; agent < order.Length; agent++)
            {
                order[agent] = agent;
                // Who could not hold the job alone is asked last.
                if (asked.Weight(agent, job) > asked.Capacity(agent)) reduced[agent] = long.MaxValue;
            }

            Array.Sort(reduced, order);
            Array.Copy(order, 0, _agents, job * Each, Each);
            for (var rank = 1; rank < Math.Min(Each, 3) && reduced[rank] < long.MaxValue; rank++, counted++)
                sum += reduced[rank] / (double)PriceBound.Grains;
        }

        Warmth = counted > 0 ? Math.Max(sum / counted, 0.5) : 0.5;
    }

    /// <summary>How many agents are listed for each job.</summary>
    public int Each { get; }

    /// <summary>What a second or third choice costs beyond the first, on average: the size of the changes a search weighs.</summary>
    public double Warmth { get; }

    public int Of(int job, int rank) => _agents[(job * Each) + rank];
}
