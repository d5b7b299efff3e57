namespace Fairload.Core.Allocation.Assignment;

/// <summary>
/// Answers a generalised assignment: first a bound, then candidates from its prices, then searches until the budget is spent.
/// </summary>
public static class AssignmentSolver
{
    private const int MostCandidates = 8;
    private const double PartForPrices = 0.05;
    private const double Warm = 0.1;
    private const double Cold = 0.01;
    private const double Warmer = 5;
    private const double FirstRound = 0.2;
    private const double Proof = 0.3;
    private const double SecondRound = 0.65;

    /// <summary>
    /// The best assignment found, and the bound. The same seed, number of searches and course of <paramref name="spent"/> give the
    /// same answer; a budget of seconds does not run the same course twice, so then only the proof is the same kind of thing.
    /// </summary>
    /// <param name="searches">How many searches run side by side, each on a processor of its own; the best one counts.</param>
    /// <param name="spent">
    /// The part of the budget that is gone, from 0; it is over at 1. Asked from every search at once, about every tenth of a millisecond.
    /// </param>
    public static AssignmentAnswer Solve(GeneralAssignment asked, int seed, int searches, Func<double> spent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(searches, 1);
        var prices = PriceBound.Find(asked, 2000, () => spent() / PartForPrices);
        var candidates = new Candidates(asked, prices, MostCandidates);

        var side = Enumerable.Range(0, searches).Select(n => new AssignmentSearch(asked, prices, candidates, (seed * 1009) + n)).ToArray();
        var (warm, cold, bound) = (candidates.Warmth * Warm, candidates.Warmth * Cold, prices.Bound);

        Parallel.ForEach(side, search => search.Cool(warm, cold, bound, Between(spent, PartForPrices, FirstRound)));
        Parallel.For(0, searches, n =>
        {
            // One of them proves while the others search; the cost that was reached says how long the steps of the proof are.
            if (n > 0) side[n].Cool(warm, cold, prices.Bound, Between(spent, FirstRound, Proof));
            else bound = KnapsackBound.Find(asked, prices, Target(side, prices), 1000, Between(spent, FirstRound, Proof));
        });
        Improve(Proof, SecondRound);
        if (side.MinBy(s => s.BestCost) is { Best: { } found })
            foreach (var search in side) search.From(found);
        Improve(SecondRound, 1);

        var best = side.MinBy(s => s.BestCost)!;
        return best.Best is null ? new(null, 0, bound) : new(best.Best, best.BestCost, bound);

        void Improve(double from, double to) => Parallel.ForEach(side, search =>
        {
            // Where nothing is allowed yet, cooling goes on; it may take an assignment over what is not.
            if (search.Best is null) search.Cool(warm * Warmer, cold, bound, Between(spent, from, to));
            else search.Regroup(bound, Between(spent, from, to));
        });
    }

    private static Func<double> Between(Func<double> spent, double from, double to) => () => (spent() - from) / (to - from);

    private static long Target(AssignmentSearch[] side, PriceBound prices)
    {
        var best = side.Min(s => s.BestCost);
        return best < long.MaxValue ? best : prices.Bound + (Math.Abs(prices.Bound) / 100) + 1;
    }
}
