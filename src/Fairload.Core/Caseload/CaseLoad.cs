namespace Fairload.Core.Caseload;

/// <summary>A case as one worker holds it.</summary>
/// <param name="Tier">1 to 3; null when not scored.</param>
/// <param name="Share">This worker's part of the case, over 0 and up to 1.</param>
public sealed record HeldCase(Id<Case> Case, string TypeCode, int? Tier, CaseMarks Marks, decimal Share);

/// <summary>How one case comes to its points: (base × sibling part + travel + court) × share.</summary>
/// <param name="SiblingPart">1, or the weights' part for a next sibling.</param>
/// <param name="TravelIsKnown">False when the case's travel band is not in the weights and so counted nothing.</param>
public sealed record CaseLoad(Id<Case> Case, string TypeCode, int? Tier, decimal Base, decimal SiblingPart, string TravelBand,
    decimal Travel, bool TravelIsKnown, decimal Court, decimal Share)
{
    public decimal Points => ((Base * SiblingPart) + Travel + Court) * Share;

    /// <summary>One case for itself, as when it waits: no sibling counts.</summary>
    public static CaseLoad Of(HeldCase held, Weights weights) => Of(held, weights, 1);

    /// <summary>
    /// Every case that one worker holds, in the order given. Of the cases of one family the one that weighs this worker most
    /// (base × share) counts in full, each of the others at the weights' sibling part. The same case given twice is one case
    /// with both shares, at most 1.
    /// </summary>
    public static IReadOnlyList<CaseLoad> Of(IReadOnlyList<HeldCase> held, Weights weights)
    {
        var once = Once(held);
        var first = new HashSet<Id<Case>>();
        foreach (var family in once.Where(h => h.Marks.Family.Length > 0).GroupBy(h => h.Marks.Family, StringComparer.Ordinal))
            first.Add(Heaviest(family, weights).Case);

        return [.. once.Select(h => Of(h, weights, h.Marks.Family.Length == 0 || first.Contains(h.Case) ? 1 : weights.NextSibling))];
    }

    private static CaseLoad Of(HeldCase held, Weights weights, decimal siblingPart)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(held.Share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(held.Share, 1m);
        var band = held.Marks.TravelBand;
        var points = weights.Base(held.TypeCode, held.Tier);
        return new(held.Case, held.TypeCode, held.Tier, points, siblingPart, band, weights.TravelPoints(band),
            weights.KnowsTravel(band), held.Marks.InCourt ? weights.Court : 0, held.Share);
    }

    // By id last, so that of two that weigh the same it is always the same one, whatever the order.
    private static HeldCase Heaviest(IEnumerable<HeldCase> family, Weights weights) => family
        .OrderByDescending(h => weights.Base(h.TypeCode, h.Tier) * h.Share)
        .ThenByDescending(h => weights.Base(h.TypeCode, h.Tier))
        .ThenBy(h => h.Case.Value)
        .First();

    private static IReadOnlyList<HeldCase> Once(IReadOnlyList<HeldCase> held)
    {
        if (held.DistinctBy(h => h.Case).Count() == held.Count) return held;
        return [.. held.GroupBy(h => h.Case).Select(same => same.First() with { Share = Math.Min(1, same.Sum(h => h.Share)) })];
    }
}
