using Fairload.Core.Allocation.PublicProblems;

namespace Fairload.Core.Allocation.Reassignment;

/// <summary>What was found for a machine reassignment, and what no assignment can be better than.</summary>
/// <param name="MachineOf">The machine of each process, 0 first.</param>
public sealed record ReassignmentAnswer(IReadOnlyList<int> MachineOf, long Cost, long Bound);

/// <summary>
/// Improves an assignment by moving one process or letting two change places, cooling as the budget goes. Every assignment on the
/// way is allowed, so that it may be stopped at any time.
/// </summary>
/// <remarks>Cooling with moves and swaps after Portal, Ritt, Borba and Buriol, Annals of Operations Research 242, 2016.</remarks>
public static class ReassignmentSolver
{
    private const int TriesALook = 512;
    private const int Samples = 2000;

    /// <summary>Parts of what an allowed move changes on average in the beginning.</summary>
    private const double Warm = 1e-3;
    private const double Cold = 1e-6;

    /// <summary>
    /// The best assignment found. Throws where the initial assignment breaks a rule: there is nothing allowed to start from. The same
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
        var found = new ReassignmentAnswer[searches];
        Parallel.For(0, searches, n => found[n] = Cool(model, new((seed * 1009) + n), bound, spent));
        return found.MinBy(f => f.Cost)!;
    }

    private static ReassignmentAnswer Cool(MachineModel model, Dice dice, long bound, Func<double> spent)
    {
        var state = new ReassignmentState(model);
        var (best, bestCost) = ((int[])[.. state.MachineOf], state.Cost);
        var change = MeanChange(state, dice, model.Machines.Count);
        for (var gone = spent(); gone < 1 && bestCost > bound; gone = spent())
        {
            var warmth = change * Warm * Math.Pow(Cold / Warm, gone);
            for (var tried = 0; tried < TriesALook; tried++) Try(state, dice, model.Machines.Count, warmth);
            if (state.Cost >= bestCost) continue;
            bestCost = state.Cost;
            state.MachineOf.CopyTo(best, 0);
        }

        return new(best, bestCost, bound);
    }

    private static double MeanChange(ReassignmentState state, Dice dice, int machines)
    {
        var (sum, counted) = (0.0, 0);
        for (var sample = 0; sample < Samples; sample++)
        {
            if (state.Moving(dice.Below(state.MachineOf.Length), dice.Below(machines)) is not { } change) continue;
            sum += Math.Abs(change);
            counted++;
        }

        return Math.Max(1, sum / Math.Max(counted, 1));
    }

    private static void Try(ReassignmentState state, Dice dice, int machines, double warmth)
    {
        var process = dice.Below(state.MachineOf.Length);
        var lenience = warmth * dice.Lenience();
        if (dice.Below(2) == 0)
        {
            var to = dice.Below(machines);
            if (state.Moving(process, to) is { } change && change < lenience) state.Move(process, to);
            return;
        }

        var other = dice.Below(state.MachineOf.Length);
        if (state.Swapping(process, other) is { } worse && worse < lenience) state.Swap(process, other);
    }
}
