using System.Globalization;
using Fairload.Core.Allocation;
using Fairload.Testing;

namespace Fairload.Bench;

/// <summary>
/// Every hard rule in very many small made-up councils of people and cases; the tests look at fewer of them. Answers are checked by code
/// that the engine does not use. A rule binds where the answer of the same council without it breaks it.
/// </summary>
internal static class RulesBench
{
    public static int Run(int count)
    {
        var (binds, broken, notAll) = (new Dictionary<MustNot, int>(), 0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            var work = RuledCouncils.From(seed);
            var (given, left) = Solve(work);
            if (RulesByHand.Broken(work, given).Count > 0) broken++;
            if (left > 0) notAll++;
            foreach (var rule in WithoutARule.Rules)
            {
                var without = Solve(WithoutARule.Of(work, rule)).Given;
                if (RulesByHand.Broken(work, without).Contains(rule)) binds[rule] = binds.GetValueOrDefault(rule) + 1;
            }
        }

        Console.WriteLine($"{count:n0} councils of people and cases: {broken} with a broken rule; not all is placed in {notAll:n0}\n");
        Console.WriteLine("| Rule | Binds in |\n|---|--:|");
        foreach (var rule in WithoutARule.Rules)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rule} | {binds.GetValueOrDefault(rule):n0} |"));

        return broken == 0 ? 0 : 1;
    }

    private static (IReadOnlyList<Holding> Given, int Left) Solve(WorkToShare work)
    {
        var question = work.Question();
        var shared = FairShare.Solve(question.Sharing, 1, Effort.Usual, CancellationToken.None);
        return (RulesByHand.Given(work, question, shared.Chosen), shared.Chosen.Count(c => c < 0));
    }
}
