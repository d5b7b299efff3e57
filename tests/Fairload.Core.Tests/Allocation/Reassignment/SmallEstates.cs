using Fairload.Core.Allocation.Reassignment;

namespace Fairload.Core.Tests.Allocation.Reassignment;

/// <summary>Small random machines and processes whose initial assignment is allowed.</summary>
internal static class SmallEstates
{
    public static MachineModel Any(int seed, int machines = 4, int processes = 6)
    {
        var chance = new Random(seed);
        while (true)
        {
            var model = Draw(chance, machines, processes);
            if (ReassignmentChecker.Check(model, model.Initial).IsAllowed) return model;
        }
    }

    /// <summary>One transient and one lasting resource; machines 0 and 1 are near each other, each machine is a location of its
    /// own.</summary>
    public static MachineModel Plain(IReadOnlyList<Service> services, params Process[] processes) => new(
        [new(true, 10), new(false, 1)],
        [new(0, 0, [10, 20], [5, 20], [0, 2, 2]), new(0, 1, [10, 20], [5, 20], [2, 0, 2]), new(1, 2, [10, 20], [5, 20], [2, 2, 0])],
        services,
        processes,
        [new(0, 1, 2, 3)],
        1, 100, 7,
        [.. processes.Select((_, n) => n % 3)]);

    private static MachineModel Draw(Random chance, int machines, int processes)
    {
        var services = chance.Next(2, 4);
        return new(
            [new(true, chance.Next(5)), new(false, chance.Next(5))],
            [.. Enumerable.Range(0, machines).Select(_ => new Machine(
                chance.Next(2), chance.Next(3), [chance.Next(12, 30), chance.Next(12, 30)], [chance.Next(12), chance.Next(12)],
                [.. Enumerable.Range(0, machines).Select(_ => chance.Next(4))]))],
            [.. Enumerable.Range(0, services).Select(s => new Service(
                chance.Next(3), chance.Next(3) == 0 ? [(s + 1) % services] : []))],
            [.. Enumerable.Range(0, processes).Select(_ => new Process(
                chance.Next(services), [chance.Next(8), chance.Next(8)], chance.Next(5)))],
            [new(0, 1, chance.Next(1, 4), chance.Next(4))],
            chance.Next(3), chance.Next(10), chance.Next(3),
            [.. Enumerable.Range(0, processes).Select(_ => chance.Next(machines))]);
    }
}
