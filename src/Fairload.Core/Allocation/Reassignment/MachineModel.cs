namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// Machine reassignment: processes stand on machines and may be moved to others, so that no machine is worked beyond its safe level,
/// what is left over is balanced, and little is moved. In words of a council: cases, workers, and as few changes as it takes.
/// All amounts are whole numbers in the units of whoever asks.
/// </summary>
/// <remarks>Google/ROADEF/EURO challenge 2012.</remarks>
/// <param name="Initial">The machine on which each process stands before anything is moved.</param>
/// <param name="ProcessMoveWeight">What each unit of a moved process's own cost counts.</param>
/// <param name="ServiceMoveWeight">What each process moved counts in the service with the most moved.</param>
/// <param name="MachineMoveWeight">What each unit of the way between machines counts.</param>
public sealed record MachineModel(
    IReadOnlyList<Resource> Resources,
    IReadOnlyList<Machine> Machines,
    IReadOnlyList<Service> Services,
    IReadOnlyList<Process> Processes,
    IReadOnlyList<BalanceAim> Aims,
    long ProcessMoveWeight,
    long ServiceMoveWeight,
    long MachineMoveWeight,
    IReadOnlyList<int> Initial)
{
    /// <summary>The most that searches add exactly: they do so in floating point, where whole numbers end here.</summary>
    public const double MostExact = 1L << 53;

    /// <summary>No assignment, allowed or not, costs more, and no sum on the way to its cost is greater; rounded.</summary>
    public double MostCost() =>
        Machines.Sum(m => Resources.Select((r, n) => Math.Max(1.0, r.LoadWeight) * m.Capacities[n]).Sum()
            + Aims.Sum(a => Math.Max(1.0, a.Weight) * (((double)a.Target * m.Capacities[a.First]) + m.Capacities[a.Second])))
        + Processes.Sum(p => (double)p.MoveCost * ProcessMoveWeight)
        + (Processes.Count * ((double)ServiceMoveWeight + ((double)MachineMoveWeight * Machines.Max(m => m.WayTo.Max()))));
}

/// <summary>Something of which machines have a capacity and processes need a part.</summary>
/// <param name="IsTransient">A moved process still uses it where it came from, while it moves.</param>
/// <param name="LoadWeight">What each unit over the safe level counts.</param>
public sealed record Resource(bool IsTransient, long LoadWeight);

/// <summary>Where processes stand.</summary>
/// <param name="Neighbourhood">Services that depend on others want them in the same one.</param>
/// <param name="Location">Services are to be spread over several.</param>
/// <param name="Capacities">By resource; never passed.</param>
/// <param name="SafeLevels">By resource; passing it costs.</param>
/// <param name="WayTo">By machine, what moving a process there costs.</param>
public sealed record Machine(
    int Neighbourhood, int Location, IReadOnlyList<long> Capacities, IReadOnlyList<long> SafeLevels, IReadOnlyList<int> WayTo);

/// <summary>Processes that belong together, of which no two stand on the same machine.</summary>
/// <param name="LeastLocations">Over at least so many locations its processes are spread.</param>
/// <param name="DependsOn">Services that must have a process in every neighbourhood where this one has one.</param>
public sealed record Service(int LeastLocations, IReadOnlyList<int> DependsOn);

/// <summary>What stands on one machine.</summary>
/// <param name="Needs">By resource.</param>
/// <param name="MoveCost">What it costs to move it anywhere.</param>
public sealed record Process(int Service, IReadOnlyList<long> Needs, long MoveCost);

/// <summary>
/// For each unit of the first resource that is free on a machine there should be so many of the second; what lacks costs.
/// </summary>
/// <param name="Target">Units of the second for one of the first.</param>
/// <param name="Weight">What each lacking unit counts.</param>
public sealed record BalanceAim(int First, int Second, long Target, long Weight);
