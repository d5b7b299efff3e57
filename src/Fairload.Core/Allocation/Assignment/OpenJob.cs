namespace Fairload.Core.Allocation.Assignment;

/// <summary>A job whose agent is open among a few, with what each of them costs above the least, by the prices of the bound.</summary>
internal sealed class OpenJob
{
    public static readonly Comparer<OpenJob> LikeliestFirst = Comparer<OpenJob>.Create(static (a, b) => a.OfChange.CompareTo(b.OfChange));

    public int Job { get; private set; }

    /// <summary>Which of the agents has it now.</summary>
    public int Now { get; private set; }

    public int[] Weight { get; } = new int[Regrouping.MostAgents];

    public int[] Cost { get; } = new int[Regrouping.MostAgents];

    /// <summary>Grains above the least, by agent.</summary>
    public long[] Over { get; } = new long[Regrouping.MostAgents];

    /// <summary>Grains that the best of the agents costs.</summary>
    public long Least { get; private set; }

    /// <summary>Grains that the next best costs more; 0 where the best does not have it now.</summary>
    public long OfChange { get; private set; }

    public long OverNow => Over[Now];

    public void Read(GeneralAssignment asked, long[] prices, int job, ReadOnlySpan<int> agents, int now)
    {
        (Job, Now, Least) = (job, now, long.MaxValue);
        var second = long.MaxValue;
        for (var a = 0; a < agents.Length; a++)
        {
            var at = (job * asked.Agents) + agents[a];
            (Weight[a], Cost[a]) = (asked.Weights[at], asked.Costs[at]);
            var value = Over[a] = (asked.Costs[at] * PriceBound.Grains) + (prices[agents[a]] * asked.Weights[at]);
            if (value < Least) (Least, second) = (value, Least);
            else if (value < second) second = value;
        }

        for (var a = 0; a < agents.Length; a++) Over[a] -= Least;
        OfChange = OverNow > 0 ? 0 : second - Least;
    }
}
