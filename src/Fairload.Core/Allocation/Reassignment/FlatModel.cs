namespace Fairload.Core.Allocation.Reassignment;

/// <summary>A <see cref="MachineModel"/> in rows of numbers, as a search of millions of tries a second reads it.</summary>
internal sealed class FlatModel
{
    private readonly long[] _safe;
    private readonly long[] _loadWeights;
    private readonly BalanceAim[] _aims;

    public FlatModel(MachineModel model)
    {
        (Machines, Resources) = (model.Machines.Count, model.Resources.Count);
        Capacities = [.. model.Machines.SelectMany(m => m.Capacities)];
        _safe = [.. model.Machines.SelectMany(m => m.SafeLevels)];
        Ways = [.. model.Machines.SelectMany(m => m.WayTo)];
        Needs = [.. model.Processes.SelectMany(p => p.Needs)];
        ServiceOf = [.. model.Processes.Select(p => p.Service)];
        MoveCosts = [.. model.Processes.Select(p => p.MoveCost * model.ProcessMoveWeight)];
        IsTransient = [.. model.Resources.Select(r => r.IsTransient)];
        _loadWeights = [.. model.Resources.Select(r => r.LoadWeight)];
        _aims = [.. model.Aims];
        (ServiceWeight, WayWeight) = (model.ServiceMoveWeight, model.MachineMoveWeight);
    }

    public int Machines { get; }

    public int Resources { get; }

    public long[] Capacities { get; }

    public int[] Ways { get; }

    public long[] Needs { get; }

    public int[] ServiceOf { get; }

    /// <summary>Weighted, by process.</summary>
    public long[] MoveCosts { get; }

    public bool[] IsTransient { get; }

    public long ServiceWeight { get; }

    public long WayWeight { get; }

    /// <summary>Loads and balance of a machine with this use, if one process came and another left; -1 for none.</summary>
    public long CostOf(int machine, ReadOnlySpan<long> used, int comes, int leaves)
    {
        var (at, cost) = (machine * Resources, 0L);
        for (var r = 0; r < Resources; r++)
        {
            var over = Use(used, comes, leaves, r) - _safe[at + r];
            if (over > 0) cost += _loadWeights[r] * over;
        }

        foreach (var aim in _aims)
        {
            var first = Capacities[at + aim.First] - Use(used, comes, leaves, aim.First);
            var second = Capacities[at + aim.Second] - Use(used, comes, leaves, aim.Second);
            var lacks = (aim.Target * first) - second;
            if (lacks > 0) cost += aim.Weight * lacks;
        }

        return cost;
    }

    private long Use(ReadOnlySpan<long> used, int comes, int leaves, int r) =>
        used[r] + (comes >= 0 ? Needs[(comes * Resources) + r] : 0) - (leaves >= 0 ? Needs[(leaves * Resources) + r] : 0);
}
