using Fairload.Core.Allocation.Assignment;

namespace Fairload.Core.Tests.Allocation.Assignment;

/// <summary>Small random problems, and the truth about them from trying everything.</summary>
internal static class SmallAssignments
{
    public static GeneralAssignment Any(int seed)
    {
        var chance = new Random(seed);
        var (agents, jobs) = (chance.Next(1, 4), chance.Next(1, 7));
        var negative = chance.Next(4) == 0 ? -20 : 0;
        return GeneralAssignment.Of(
            Rows(agents, jobs, () => chance.Next(negative, 30)),
            Rows(agents, jobs, () => chance.Next(0, 12)),
            [.. Enumerable.Range(0, agents).Select(_ => chance.Next(0, 40))]);
    }

    /// <summary>The least cost; null where no assignment keeps the capacities.</summary>
    public static long? Optimum(GeneralAssignment asked)
    {
        long? best = null;
        var agentOf = new int[asked.Jobs];
        for (var code = 0; code < Math.Pow(asked.Agents, asked.Jobs); code++)
        {
            for (int job = 0, rest = code; job < asked.Jobs; job++, rest /= asked.Agents) agentOf[job] = rest % asked.Agents;
            if (Enumerable.Range(0, asked.Agents).Any(a => Load(asked, agentOf, a) > asked.Capacity(a))) continue;
            var cost = agentOf.Select((agent, job) => (long)asked.Cost(agent, job)).Sum();
            if (best is null || cost < best) best = cost;
        }

        return best;
    }

    /// <summary>A course of a budget that the number of looks decides and no clock; for one search only.</summary>
    public static Func<double> Looks(int most)
    {
        var looked = 0;
        return () => looked++ / (double)most;
    }

    private static long Load(GeneralAssignment asked, int[] agentOf, int agent) =>
        agentOf.Select((a, job) => a == agent ? (long)asked.Weight(agent, job) : 0).Sum();

    private static int[][] Rows(int agents, int jobs, Func<int> value) =>
        [.. Enumerable.Range(0, agents).Select(_ => Enumerable.Range(0, jobs).Select(_ => value()).ToArray())];
}
