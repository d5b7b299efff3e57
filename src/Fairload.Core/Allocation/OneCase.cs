using Fairload.Core.Workforce;

namespace Fairload.Core.Allocation;

/// <summary>One way to give the case.</summary>
/// <param name="With">The second of two holders; null where one holds it alone.</param>
/// <param name="Before">Load before, as a part of capacity.</param>
/// <param name="WithBefore">The same of the second holder.</param>
/// <param name="Signs">What speaks for the first holder beside the load, or against them.</param>
/// <param name="HeaviestAfter">The heaviest load among all that were looked at.</param>
/// <param name="HeaviestIs">Whose load that is.</param>
public sealed record CaseSuggestion(Id<Worker> Worker, Id<Worker>? With, Percent Before, Percent After, Percent? WithBefore,
    Percent? WithAfter, KindSigns Signs, Percent HeaviestAfter, Id<Worker> HeaviestIs)
{
    public bool HeldBefore => Signs.HasFlag(KindSigns.HeldBefore);

    public bool HoldsSibling => Signs.HasFlag(KindSigns.HoldsSibling);
}

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
        var rules = new Rule[people.Count];
        for (var i = 0; i < rules.Length; i++) rules[i] = HardRules.For(people[i], work, statement, row, limits);
        Way? second = null;
        if (rules.Contains(Rule.Jointly)) second = Second(people, loads, rules, work, statement, row, limits);

        var (ways, refused) = (new List<Way>(people.Count), new List<Refusal>());
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i] == Rule.Alone) ways.Add(Way(i, people[i].AfterAlone, null));
            else if (rules[i] != Rule.Jointly) refused.Add(new(people[i].Worker, rules[i]));
            else if (second is not null) ways.Add(Way(i, people[i].AfterFirst, second));
            else refused.Add(new(people[i].Worker, Rule.NobodyToHoldItWith));
        }

        var best = new List<Way>(Shown);
        while (best.Count < Shown && ways.Count > 0)
        {
            var next = Next(ways, loads, tolerance);
            best.Add(next);
            ways.Remove(next);
        }

        return new(best.ConvertAll(loads.Tell), ways.ConvertAll(loads.Tell), refused, loads.Heaviest);

        Way Way(int person, decimal after, Way? beside) =>
            new(person, loads[person], new(after / people[person].Capacity!.Value), kind.Of(people[person].Signs), beside);
    }

    /// <summary>
    /// Of those who may stand beside, the one with whom the loads come out fairest. Whoever the first is, it is the same one: their load
    /// is then the same beside each, and who holds such work only jointly never stands beside.
    /// </summary>
    private static Way? Second(IReadOnlyList<Candidate> people, Loads loads, Rule[] rules, WorkAsked work, ReservedFunctions statement,
        ReservedRow row, GivingLimits limits)
    {
        Way? best = null;
        for (var i = 0; i < rules.Length; i++)
        {
            if (!HardRules.MayStandBeside(people[i], rules[i], work, statement, row, limits)) continue;
            var part = new Way(i, loads[i], new(people[i].AfterSecond / people[i].Capacity!.Value), 0, null);
            if (best is null || Loads.Compare(part, best) < 0) best = part;
        }

        return best;
    }

    /// <summary>The fairest of the kindest among those who come near the fairest of all.</summary>
    private static Way Next(List<Way> ways, Loads loads, decimal tolerance)
    {
        var fairest = Fairest(ways, int.MinValue)!;
        var kinder = ways.FindAll(w => w.Kindness > fairest.Kindness);
        while (kinder.Count > 0)
        {
            var kindest = int.MinValue;
            foreach (var way in kinder) kindest = Math.Max(kindest, way.Kindness);
            var next = Fairest(kinder, kindest)!;
            if (loads.IsNear(next, fairest, tolerance)) return next;
            kinder.Remove(next);
        }

        return fairest;
    }

    /// <summary>The first of those that are as fair, among those at least so kind.</summary>
    private static Way? Fairest(List<Way> ways, int kindness)
    {
        Way? best = null;
        foreach (var way in ways)
        {
            if (way.Kindness >= kindness && (best is null || Loads.Compare(way, best) < 0)) best = way;
        }

        return best;
    }
}
