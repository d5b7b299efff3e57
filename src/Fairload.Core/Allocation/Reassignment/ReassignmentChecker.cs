namespace Fairload.Core.Allocation.Reassignment;

/// <summary>
/// Says what an assignment costs and which rules it breaks, straight from the model and from nothing that a search remembers: what a
/// search claims is believed only after this has said so too.
/// </summary>
public static class ReassignmentChecker
{
    /// <summary>Everything that is wrong with the assignment, and its cost, whether or not something is.</summary>
    public static ReassignmentVerdict Check(MachineModel model, IReadOnlyList<int> machineOf)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(machineOf.Count, model.Processes.Count);
        var processes = model.Processes.Select((p, n) => (Process: p, Number: n, On: machineOf[n], Was: model.Initial[n])).ToList();
        var services = processes.ToLookup(p => p.Process.Service);
        var broken = new List<string>();

        var standing = processes.ToLookup(p => p.On);
        var leaving = processes.Where(p => p.On != p.Was).ToLookup(p => p.Was);
        foreach (var machine in Enumerable.Range(0, model.Machines.Count))
        {
            for (var r = 0; r < model.Resources.Count; r++)
            {
                var uses = Use(standing[machine], r) + (model.Resources[r].IsTransient ? Use(leaving[machine], r) : 0);
                var has = model.Machines[machine].Capacities[r];
                if (uses > has) broken.Add($"Machine {machine} has {has} of resource {r} and {uses} are used, moves included");
            }
        }

        for (var s = 0; s < model.Services.Count; s++)
        {
            var machines = services[s].Select(p => p.On).ToList();
            if (machines.Distinct().Count() < machines.Count) broken.Add($"Service {s} has two processes on one machine");

            var locations = machines.Select(m => model.Machines[m].Location).Distinct().Count();
            if (locations < model.Services[s].LeastLocations)
                broken.Add($"Service {s} is in {locations} locations and needs {model.Services[s].LeastLocations}");

            foreach (var needed in model.Services[s].DependsOn)
            {
                var near = services[needed].Select(p => model.Machines[p.On].Neighbourhood).ToHashSet();
                foreach (var alone in machines.Select(m => model.Machines[m].Neighbourhood).Distinct().Where(n => !near.Contains(n)))
                    broken.Add($"Service {s} is in neighbourhood {alone} without service {needed}, which it depends on");
            }
        }

        return new(Cost(model, machineOf), broken);

        static long Use(IEnumerable<(Process Process, int Number, int On, int Was)> all, int r) => all.Sum(p => p.Process.Needs[r]);
    }

    private static long Cost(MachineModel model, IReadOnlyList<int> machineOf)
    {
        var used = model.Machines.Select(_ => new long[model.Resources.Count]).ToList();
        var (processMoves, machineMoves) = (0L, 0L);
        var movedOf = new long[model.Services.Count];
        for (var n = 0; n < machineOf.Count; n++)
        {
            var process = model.Processes[n];
            for (var r = 0; r < process.Needs.Count; r++) used[machineOf[n]][r] += process.Needs[r];
            if (machineOf[n] == model.Initial[n]) continue;
            processMoves += process.MoveCost;
            machineMoves += model.Machines[model.Initial[n]].WayTo[machineOf[n]];
            movedOf[process.Service]++;
        }

        var cost = (processMoves * model.ProcessMoveWeight) + (machineMoves * model.MachineMoveWeight)
            + (movedOf.Max() * model.ServiceMoveWeight);
        for (var m = 0; m < used.Count; m++)
        {
            var machine = model.Machines[m];
            for (var r = 0; r < model.Resources.Count; r++)
                cost += model.Resources[r].LoadWeight * Math.Max(0, used[m][r] - machine.SafeLevels[r]);
            foreach (var aim in model.Aims)
            {
                var first = machine.Capacities[aim.First] - used[m][aim.First];
                var second = machine.Capacities[aim.Second] - used[m][aim.Second];
                cost += aim.Weight * Math.Max(0, (aim.Target * first) - second);
            }
        }

        return cost;
    }
}

/// <summary>What the checker found.</summary>
/// <param name="Cost">Loads, balance and moves together.</param>
/// <param name="Broken">Each broken rule in a sentence; none where the assignment is allowed.</param>
public sealed record ReassignmentVerdict(long Cost, IReadOnlyList<string> Broken)
{
    public bool IsAllowed => Broken.Count == 0;
}
