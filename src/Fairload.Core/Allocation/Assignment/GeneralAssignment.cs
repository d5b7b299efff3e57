namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// The generalised assignment problem: each job goes to one agent, no agent carries more weight than its capacity, and the whole
/// costs as little as may be. Costs, weights and capacities are whole numbers in units of whoever asks; a job may weigh and cost
/// something else with each agent.
/// </summary>
/// <remarks>Ross and Soland, 1975. Everything here minimises; public files that maximise are to be turned round before.</remarks>
public sealed class GeneralAssignment
{
    /// <summary>The greatest cost (either side of 0) and weight: sums of products then fit the arithmetic of the bound.</summary>
    public const int MostValue = 1_000_000;

    /// <summary>The greatest capacity.</summary>
    public const int MostCapacity = 2_000_000_000;

    private GeneralAssignment(int agents, int jobs, int[] costs, int[] weights, int[] capacities)
    {
        (Agents, Jobs, Costs, Weights, Capacities) = (agents, jobs, costs, weights, capacities);
    }

    public int Agents { get; }

    public int Jobs { get; }

    /// <summary>By job, then by agent: a search looks at one job with several agents.</summary>
    internal int[] Costs { get; }

    /// <summary>By job, then by agent.</summary>
    internal int[] Weights { get; }

    internal int[] Capacities { get; }

    /// <summary>
    /// From rows of costs and of weights, one row an agent with one value a job. Throws where the rows do not have the same shape, a
    /// weight or a capacity is below 0, or a value is over <see cref="MostValue"/> (<see cref="MostCapacity"/>).
    /// </summary>
    public static GeneralAssignment Of(
        IReadOnlyList<IReadOnlyList<int>> costs, IReadOnlyList<IReadOnlyList<int>> weights, IReadOnlyList<int> capacities)
    {
        var (agents, jobs) = (capacities.Count, costs.Count > 0 ? costs[0].Count : 0);
        ArgumentOutOfRangeException.ThrowIfZero(agents);
        ArgumentOutOfRangeException.ThrowIfZero(jobs);
        if (costs.Count != agents || weights.Count != agents || costs.Concat(weights).Any(row => row.Count != jobs))
            throw new ArgumentException("Costs and weights need one row an agent and one value a job.");

        var (flatCosts, flatWeights) = (new int[agents * jobs], new int[agents * jobs]);
        for (var job = 0; job < jobs; job++)
        {
            for (var agent = 0; agent < agents; agent++)
            {
                flatCosts[(job * agents) + agent] = Within(costs[agent][job], -MostValue, MostValue);
                flatWeights[(job * agents) + agent] = Within(weights[agent][job], 0, MostValue);
            }
        }

        return new(agents, jobs, flatCosts, flatWeights, [.. capacities.Select(c => Within(c, 0, MostCapacity))]);
    }

    public int Cost(int agent, int job) => Costs[(job * Agents) + agent];

    public int Weight(int agent, int job) => Weights[(job * Agents) + agent];

    public int Capacity(int agent) => Capacities[agent];

    /// <summary>What a whole assignment costs: agent by agent as the files number them, 0 first, in the order of the jobs.</summary>
    public long CostOf(IReadOnlyList<int> agentOfJob)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(agentOfJob.Count, Jobs);
        var cost = 0L;
        for (var job = 0; job < Jobs; job++) cost += Cost(agentOfJob[job], job);
        return cost;
    }

    /// <summary>True where no agent carries more than its capacity.</summary>
    public bool IsKept(IReadOnlyList<int> agentOfJob)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(agentOfJob.Count, Jobs);
        var load = new long[Agents];
        for (var job = 0; job < Jobs; job++) load[agentOfJob[job]] += Weight(agentOfJob[job], job);
        return !load.Where((carried, agent) => carried > Capacities[agent]).Any();
    }

    private static int Within(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}

/// <summary>What was found for an assignment, and what no assignment can be better than.</summary>
/// <param name="AgentOfJob">The agent of each job, 0 first; null where none was found that keeps every capacity.</param>
/// <param name="Cost">What it costs; 0 without one.</param>
/// <param name="Bound">No assignment that keeps every capacity costs less.</param>
public sealed record AssignmentAnswer(IReadOnlyList<int>? AgentOfJob, long Cost, long Bound)
{
    /// <summary>True where the assignment is proved to be a cheapest one.</summary>
    public bool IsProved => AgentOfJob is not null && Cost == Bound;
}
