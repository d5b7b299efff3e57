using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>Reads the text forms of the challenge: a model, and an assignment as one machine number a process, 0 first.</summary>
/// <remarks>Google/ROADEF/EURO challenge 2012, problem statement, section "input and output".</remarks>
public static class MachineModelText
{
    private const int MostMachines = 10_000;
    private const int MostOf = 1_000_000;
    private const long MostAmount = 1_000_000_000_000;

    /// <summary>
    /// The model with the assignment that it starts from. Refuses what is not a whole number or out of range, indexes that lead
    /// nowhere, an assignment of another length, costs that no search could add exactly, and a text that is too short or too long.
    /// </summary>
    public static Result<MachineModel> Read(string model, string assignment)
    {
        var numbers = WholeNumbers.In(model);
        var resources = Many(numbers, "resources", 100, 2, _ => new Resource(
            numbers.Take("whether a resource is transient", 0, 1) == 1, numbers.Take("the weight of a load", 0, MostOf)));
        var machines = Machines(numbers, resources.Count);
        var services = Services(numbers);
        var processes = Many(numbers, "processes", MostOf, 2 + resources.Count, n => new Process(
            numbers.TakeInt($"the service of process {n}", 0, services.Count - 1),
            Row(numbers, $"a need of process {n}", resources.Count, MostAmount),
            numbers.Take($"the move cost of process {n}", 0, MostOf)));
        var aims = Many(numbers, "balance aims", MostOf, 4, n => new BalanceAim(
            numbers.TakeInt($"the first resource of balance aim {n}", 0, resources.Count - 1),
            numbers.TakeInt($"the second resource of balance aim {n}", 0, resources.Count - 1),
            numbers.Take($"the target of balance aim {n}", 0, MostOf),
            numbers.Take($"the weight of balance aim {n}", 0, MostOf)));
        var weights = Enumerable.Range(0, 3).Select(_ => numbers.Take("a weight of moves", 0, MostOf)).ToList();
        numbers.End("the model");
        if (numbers.Wrong is { } wrong) return new Problem("model", wrong.Says);

        var initial = ReadAssignment(assignment, processes.Count, machines.Count);
        if (!initial.Try(out var standing, out var problems)) return problems.ToList();
        var read = new MachineModel(resources, machines, services, processes, aims, weights[0], weights[1], weights[2], standing);
        if (read.MostCost() > MachineModel.MostExact)
            return new Problem("model", $"The costs are too large to be added exactly: use larger units");
        return read;
    }

    /// <summary>The machine of each process. Refuses machines that are not there and another number of processes.</summary>
    public static Result<IReadOnlyList<int>> ReadAssignment(string text, int processes, int machines)
    {
        var numbers = WholeNumbers.In(text);
        var standing = Enumerable.Range(0, processes).Select(n => numbers.TakeInt($"the machine of process {n}", 0, machines - 1)).ToList();
        numbers.End("the assignment");
        return numbers.Wrong is { } wrong ? new Problem("assignment", wrong.Says) : standing;
    }

    private static List<Machine> Machines(WholeNumbers numbers, int resources)
    {
        // Every machine names the way to every other: the count itself says how long a row is. Rows are arrays, for together they are
        // the most that is read, and a search reads them as they are.
        var count = (int)Math.Min(numbers.Peek(), MostMachines);
        return Many(numbers, "machines", MostMachines, 2 + (2 * resources) + count, n => new Machine(
            numbers.TakeInt($"the neighbourhood of machine {n}", 0, MostMachines),
            numbers.TakeInt($"the location of machine {n}", 0, MostMachines),
            Row(numbers, $"a capacity of machine {n}", resources, MostAmount),
            Row(numbers, $"a safe level of machine {n}", resources, MostAmount),
            Row(numbers, $"a way from machine {n}", count, MostOf).Select(w => (int)w).ToArray()));
    }

    private static List<Service> Services(WholeNumbers numbers)
    {
        var count = numbers.Peek();
        return Many(numbers, "services", MostOf, 2, n => new Service(
            numbers.TakeInt($"the fewest locations of service {n}", 0, MostOf),
            [.. Row(numbers, $"what service {n} depends on", numbers.TakeInt(
                $"how many services service {n} depends on", 0, Math.Max(0, numbers.Left - 1)), count - 1).Select(s => (int)s)]));
    }

    /// <summary>A count and so many of something, each of at least the given length: a count that can not be true takes no room.</summary>
    private static List<T> Many<T>(WholeNumbers numbers, string what, int most, int length, Func<int, T> one)
    {
        var count = numbers.TakeInt($"the number of {what}", what is "balance aims" ? 0 : 1, most);
        if ((long)count * length > numbers.Left) numbers.Refuse($"{count} {what} need more numbers than the {numbers.Left} that follow");

        var read = new List<T>();
        for (var n = 0; n < count && numbers.Wrong is null; n++) read.Add(one(n));
        return read;
    }

    private static List<long> Row(WholeNumbers numbers, string says, int count, long most) =>
        [.. Enumerable.Range(0, numbers.Wrong is null ? count : 0).Select(_ => numbers.Take(says, 0, most))];
}
