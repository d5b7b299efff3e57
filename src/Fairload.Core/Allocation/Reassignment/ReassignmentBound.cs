namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// No assignment costs less: as if all machines were one. What all processes need together beyond all safe levels together is over a
/// safe level somewhere, and what lacks of a balance over all machines lacks on some of them; moves cost 0 or more.
/// </summary>
/// <remarks>
/// Σ max(0, x) ≥ max(0, Σ x), by resource for loads and by aim for balance. The bounds of team J33's report for the challenge of 2012,
/// which are published by instance, are the same sums.
/// </remarks>
public static class ReassignmentBound
{
    public static long Of(MachineModel model)
    {
        var resources = Enumerable.Range(0, model.Resources.Count).ToList();
        var used = resources.Select(r => model.Processes.Sum(p => p.Needs[r])).ToList();
        var free = resources.Select(r => model.Machines.Sum(m => m.Capacities[r]) - used[r]).ToList();

        return resources.Sum(r => model.Resources[r].LoadWeight * Math.Max(0, used[r] - model.Machines.Sum(m => m.SafeLevels[r])))
            + model.Aims.Sum(aim => aim.Weight * Math.Max(0, (aim.Target * free[aim.First]) - free[aim.Second]));
    }
}
