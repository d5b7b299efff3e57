using System.Globalization;
using Fairload.Core.Allocation;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>
/// Hard rules and bounds in very many small made-up councils; the tests look at fewer of them. Answers are checked by code that the
/// engine does not use, and a rule counts as binding where the answer differs without it.
/// </summary>
internal static class CouncilsBench
{
    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        int ceiling = 0, mostNew = 0, mostMoves = 0, notAll = 0, broken = 0;
        for (var seed = 0; seed < count; seed++)
        {
            var question = SmallCouncils.From(seed, withTolerance: seed % 2 == 0);
            var shared = Solve(question);
            if (!Holds(question, shared)) broken++;
            if (shared.Chosen.Contains(-1)) notAll++;
            if (Differs(shared, With(question, h => h with { Ceiling = long.MaxValue }))) ceiling++;
            if (Differs(shared, With(question, h => h with { MostNew = int.MaxValue }))) mostNew++;
            if (Differs(shared, question with { MostMoves = int.MaxValue })) mostMoves++;
        }

        Console.WriteLine($"{count:n0} councils: {broken} with a broken rule, a wrong figure or an answer under its bound");
        Console.WriteLine($"Ceilings bind in {ceiling:n0}, limits of new cases in {mostNew:n0}, limits of moves in {mostMoves:n0}");
        Console.WriteLine($"Not all is placed in {notAll:n0}");
        var rules = RulesBench.Run(count);
        return broken == 0 ? rules : 1;
    }

    private static Sharing With(Sharing question, Func<Holder, Holder> changed) =>
        question with { Holders = [.. question.Holders.Select(changed)] };

    private static bool Holds(Sharing question, Shared shared) =>
        ByHand.Broken(question, shared.Chosen).AreKept && ByHand.Risk(question, shared.Chosen) == shared.RiskPlaced
        && shared.RiskPlaced <= shared.RiskBound && ByHand.Shares(question, shared.Chosen).SequenceEqual(shared.Shares)
        && shared.Shares[0] >= shared.PerfectShares[0];

    private static bool Differs(Shared shared, Sharing without)
    {
        var other = Solve(without);
        return shared.RiskPlaced != other.RiskPlaced || shared.Cost != other.Cost || !shared.Shares.SequenceEqual(other.Shares);
    }

    private static Shared Solve(Sharing question) => FairShare.Solve(question, 1, Effort.Usual, CancellationToken.None);
}
