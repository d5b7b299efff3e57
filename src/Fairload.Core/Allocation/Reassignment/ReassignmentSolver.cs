namespace Fairload.Core.Allocation.Reassignment;

/// <summary>What was found for a machine reassignment, and what no assignment can be better than.</summary>
/// <param name="MachineOf">The machine of each process, 0 first.</param>
public sealed record ReassignmentAnswer(IReadOnlyList<int> MachineOf, long Cost, long Bound);

/// <summary>
/// Improves an assignment by moving one process, letting two change places, or making room for a large one, cooling as the budget goes.
/// Every assignment that is kept is allowed, so that it may be stopped at any time.
/// </summary>
/// <remarks>Cooling with moves and swaps after Portal, Ritt, Borba and Buriol, Annals of Operations Research 242, 2016.</remarks>
public static class ReassignmentSolver
{
    /// <summary>
    /// The best assignment found. Throws where the initial assignment breaks a rule, for there is nothing allowed to start from, and where
    /// costs are beyond <see cref="MachineModel.MostExact"/>. The same
    /// seed, number of searches and course of <paramref name="spent"/> give the same answer; a budget of seconds does not run the
    /// same course twice.
    /// </summary>
    /// <param name="searches">How many run side by side, each on a processor of its own; the best one counts.</param>
    /// <param name="spent">The part of the budget that is gone, from 0; it is over at 1.</param>
    public static ReassignmentAnswer Solve(MachineModel model, int seed, int searches, Func<double> spent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(searches, 1);
        if (!ReassignmentChecker.Check(model, model.Initial).IsAllowed)
            throw new ArgumentException("The initial assignment breaks a rule.", nameof(model));

        var bound = ReassignmentBound.Of(model);
        var flat = new FlatModel(model);
        var choice = new ProcessChoice(flat);
        var all = new ReassignmentSearch[searches];
        Parallel.For(0, searches, n =>
        {
            all[n] = new(model, flat, choice, new((seed * 1009) + n));
            all[n].Cool(bound, spent);
        });

        var best = all.MinBy(s => s.BestCost)!;
        var machineOf = new int[flat.Processes];
        for (var p = 0; p < machineOf.Length; p++) machineOf[flat.Order[p]] = best.Best[p];
        return new(machineOf, (long)best.BestCost, bound);
    }
}
