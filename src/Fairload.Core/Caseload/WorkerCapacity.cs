using System.Globalization;

namespace Fairload.Core.Caseload;

/// <summary>So many points with the name of what they are for.</summary>
public sealed record NamedPoints(string Name, decimal Points);

/// <summary>What decides a person's capacity and what they carry beside cases, on one day.</summary>
/// <param name="Fte">0 or more; null when the hours are not known.</param>
/// <param name="ReductionPercents">Those in force, 0 to 100 each.</param>
/// <param name="ExtraDuties">Those in force, 0 points or more each.</param>
/// <param name="Advice">What advising on others' cases weighs; null for none.</param>
public sealed record WorkerNow(decimal? Fte, bool NewlyQualified, IReadOnlyList<decimal> ReductionPercents,
    IReadOnlyList<NamedPoints> ExtraDuties, Advice? Advice = null);

/// <summary>Cases on which somebody advises and does not hold.</summary>
/// <param name="Part">The part of each case's points that advising weighs, 0 to 1.</param>
public sealed record Advice(IReadOnlyList<HeldCase> Cases, decimal Part)
{
    /// <summary>What it weighs: each case for itself, as for one who held it whole. What is not scored has its stated weight, in the least
    /// and the most of a provisional load too.</summary>
    public decimal Points(Weights weights) => Cases.Sum(c => CaseLoad.Of(c with { Share = 1 }, weights).Points) * Part;
}

/// <summary>One line of how a capacity comes about; the lines add up to it.</summary>
/// <param name="Kind">One of the names below.</param>
/// <param name="Code">The per cent of a reduction; empty for the others.</param>
/// <param name="Points">Negative for what is taken away.</param>
public sealed record CapacityPart(string Kind, string Code, decimal Points)
{
    public const string Full = "full";
    public const string NewlyQualified = "newly-qualified";
    public const string Stable = "stable";
    public const string Reduction = "reduction";

    /// <summary>What brings a capacity below nought back up to it.</summary>
    public const string NotUnderNought = "not-under-nought";
}

/// <summary>
/// Points of work there is room for: FTE × (full, or newly qualified) − FTE × stable − Σ FTE × full × reduction %, not under 0.
/// </summary>
public static class WorkerCapacity
{
    /// <summary>The lines that add up to the capacity; none when the hours are not known.</summary>
    public static IReadOnlyList<CapacityPart> Parts(WorkerNow who, CapacityRule rule)
    {
        if (who.Fte is not { } fte) return [];
        ArgumentOutOfRangeException.ThrowIfNegative(fte);

        var parts = new List<CapacityPart>
        {
            who.NewlyQualified
                ? new(CapacityPart.NewlyQualified, "", fte * rule.NewlyQualified)
                : new(CapacityPart.Full, "", fte * rule.Full),
            new(CapacityPart.Stable, "", -fte * rule.Stable),
        };
        foreach (var percent in who.ReductionPercents)
        {
            if (percent is < 0 or > 100) throw new ArgumentOutOfRangeException(nameof(who), percent, "A reduction is 0 to 100 per cent.");
            var code = percent.ToString("0.##", CultureInfo.InvariantCulture);
            parts.Add(new(CapacityPart.Reduction, code, -fte * rule.Full * percent / 100));
        }

        var sum = parts.Sum(p => p.Points);
        if (sum < 0) parts.Add(new(CapacityPart.NotUnderNought, "", -sum));
        return parts;
    }
}
