using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>What speaks for a person beside the load, each with its weight; what is switched off is 0. A council agrees it:
/// <see cref="KindAgreement"/>.</summary>
/// <param name="HeldBefore">The person held this case once.</param>
/// <param name="HoldsSibling">The person holds a brother's or sister's case.</param>
/// <param name="SameTeam">The person works in the team in which the case lies.</param>
public sealed record KindWeights(int HeldBefore = 3, int HoldsSibling = 4, int SameTeam = 1);

/// <summary>One way to give the case.</summary>
/// <param name="With">The second of two holders; null where one holds it alone.</param>
/// <param name="Before">Load before, as a part of capacity.</param>
/// <param name="WithBefore">The same of the second holder.</param>
/// <param name="HeaviestAfter">The heaviest load among all that were looked at.</param>
/// <param name="HeaviestIs">Whose load that is.</param>
public sealed record CaseSuggestion(Id<Worker> Worker, Id<Worker>? With, Percent Before, Percent After, Percent? WithBefore,
    Percent? WithAfter, bool HeldBefore, bool HoldsSibling, Percent HeaviestAfter, Id<Worker> HeaviestIs, bool InItsTeam = false);

/// <summary>Who could not take it, and the first rule that says so.</summary>
public sealed record Refusal(Id<Worker> Worker, Rule Rule);

/// <summary>The best ways first; then every other way that the rules allow; then who could not.</summary>
/// <param name="HeaviestNow">If the case goes on waiting; null where no load is known.</param>
public sealed record OneCaseAnswer(IReadOnlyList<CaseSuggestion> Best, IReadOnlyList<CaseSuggestion> Others, IReadOnlyList<Refusal> Refused,
    Percent? HeaviestNow)
{
    /// <summary>The way in which this person would hold it; null where no rule allows one.</summary>
    public CaseSuggestion? For(Id<Worker> worker) => Best.Concat(Others).FirstOrDefault(s => s.Worker == worker);
}

/// <summary>
/// Who should take one case? Fairest first: the sorted loads that would come of it are compared, heaviest first (leximin); among ways
/// that come within the tolerance of the fairest, what is kindest. It decides nothing.
/// </summary>
/// <remarks>Design of the ladder: legality, then fairness within a stated tolerance, then continuity. Since only those that a way touches
/// change, two ways are compared on the loads that either touches: equal loads leave the order of sorted vectors as it is.</remarks>
public static class OneCase
{
    public const int Shown = 3;

    /// <param name="tolerance">The part by which each sum of the heaviest loads may be given up for kindness; 0.01 is one per cent.</param>
    public static OneCaseAnswer Ask(IReadOnlyList<Candidate> people, WorkAsked work, ReservedFunctions statement, GivingLimits limits,
        KindWeights kind, decimal tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var (loads, row) = (new Loads(people), statement.For(work.TypeCode, work.Tier));
        var rules = people.Select(p => HardRules.For(p, work, statement, row, limits)).ToList();
        var second = new Lazy<Candidate?>(
            () => Second(people.Where((p, n) => HardRules.MayStandBeside(p, rules[n], work, statement, row, limits))));
        var ways = new List<Way>();
        var refused = new List<Refusal>();
        foreach (var (person, rule) in people.Zip(rules))
        {
            if (rule == Rule.Alone) ways.Add(new(person, null));
            else if (rule != Rule.Jointly) refused.Add(new(person.Worker, rule));
            else if (second.Value is { } beside) ways.Add(new(person, beside));
            else refused.Add(new(person.Worker, Rule.NobodyToHoldItWith));
        }

        var best = new List<Way>();
        while (best.Count < Shown && ways.Count > 0)
        {
            var next = Next(ways, loads, kind, tolerance);
            best.Add(next);
            ways.Remove(next);
        }

        return new([.. best.Select(loads.Tell)], [.. ways.Select(loads.Tell)], refused, loads.Heaviest);
    }

    /// <summary>
    /// Of those who may stand beside, the one with whom the loads come out fairest. Whoever the first is, it is the same one: their load
    /// is then the same beside each, and who holds such work only jointly never stands beside.
    /// </summary>
    private static Candidate? Second(IEnumerable<Candidate> mayStandBeside)
    {
        Way? best = null;
        Candidate? beside = null;
        foreach (var one in mayStandBeside)
        {
            var part = Way.OfSecond(one);
            if (best is null || Loads.Compare(part, best) < 0) (best, beside) = (part, one);
        }

        return beside;
    }

    /// <summary>The fairest of the kindest among those who come near the fairest of all.</summary>
    private static Way Next(List<Way> ways, Loads loads, KindWeights kind, decimal tolerance)
    {
        var fairest = Fairest(ways);
        var kinder = ways.Where(w => Kindness(w.First, kind) > Kindness(fairest.First, kind)).GroupBy(w => Kindness(w.First, kind));
        foreach (var alike in kinder.OrderByDescending(k => k.Key))
        {
            for (var left = alike.ToList(); left.Count > 0;)
            {
                var next = Fairest(left);
                if (loads.IsNear(next, fairest, tolerance)) return next;
                left.Remove(next);
            }
        }

        return fairest;
    }

    /// <summary>The first of those that are as fair.</summary>
    private static Way Fairest(IReadOnlyList<Way> ways)
    {
        var best = ways[0];
        foreach (var way in ways)
        {
            if (Loads.Compare(way, best) < 0) best = way;
        }

        return best;
    }

    private static int Kindness(Candidate one, KindWeights kind) =>
        (one.HeldBefore ? kind.HeldBefore : 0) + (one.HoldsSibling ? kind.HoldsSibling : 0) + (one.InItsTeam ? kind.SameTeam : 0);
}
