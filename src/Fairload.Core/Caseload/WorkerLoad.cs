namespace Fairload.Core.Caseload;

/// <summary>One line of how a load comes about; the lines add up to it.</summary>
/// <param name="Kind">One of the names below.</param>
/// <param name="Code">The case type, travel band or name of the duty.</param>
/// <param name="Cases">How many cases the line stands for; 0 for a duty.</param>
public sealed record LoadPart(string Kind, string Code, int Cases, decimal Points)
{
    public const string Case = "case";
    public const string Travel = "travel";
    public const string Court = "court";
    public const string Duty = "duty";

    /// <summary>Advising on cases that others hold.</summary>
    public const string Advice = "advice";
}

/// <summary>
/// What one person carries against what there is room for. Nothing is rounded. <see cref="Percent"/> is null exactly for the
/// bands that have none, and is never 0 % for want of a capacity.
/// </summary>
/// <param name="Low">The points if every unscored case were tier 1.</param>
/// <param name="High">The points if every unscored case were tier 3.</param>
/// <param name="Cases">How many cases are held, whatever the share.</param>
/// <param name="Unscored">How many of them have no tier: over 0, the load is provisional.</param>
/// <param name="Capacity">Points, 0 or more; null when the hours are not known.</param>
/// <param name="CaseLoads">How each case comes to its points.</param>
public sealed record WorkerLoad(decimal Points, decimal Low, decimal High, int Cases, int Unscored, decimal? Capacity, Percent? Percent,
    Percent? LowPercent, Percent? HighPercent, Band Band, IReadOnlyList<LoadPart> Parts, IReadOnlyList<CapacityPart> CapacityParts,
    IReadOnlyList<CaseLoad> CaseLoads)
{
    public bool IsProvisional => Unscored > 0;

    /// <summary>The load of one person on one day: Σ (base × sibling part + travel + court) × share + extra duties +
    /// advice.</summary>
    public static WorkerLoad Of(WorkerNow who, IReadOnlyList<HeldCase> held, Weights weights, Bands bands)
    {
        if (who.ExtraDuties.Any(d => d.Points < 0))
            throw new ArgumentOutOfRangeException(nameof(who), "An extra duty has 0 points or more.");

        var cases = CaseLoad.Of(held, weights);
        var advice = who.Advice?.Points(weights) ?? 0;
        var parts = PartsOf(cases, who.ExtraDuties);
        if (who.Advice is { Cases.Count: > 0 } advises) parts.Add(new(LoadPart.Advice, "", advises.Cases.Count, advice));
        var duties = who.ExtraDuties.Sum(d => d.Points) + advice;
        var points = cases.Sum(c => c.Points) + duties;
        var unscored = cases.Count(c => c.Tier is null);
        var low = unscored == 0 ? points : If(1) + duties;
        var high = unscored == 0 ? points : If(3) + duties;

        var capacityParts = WorkerCapacity.Parts(who, weights.Capacity);
        var capacity = who.Fte is null ? (decimal?)null : capacityParts.Sum(p => p.Points);
        var band = bands.Of(capacity, points, cases.Count);
        return new(points, low, high, cases.Count, unscored, capacity, Share(points), Share(low), Share(high), band, parts,
            capacityParts, cases);

        decimal If(int tier) => CaseLoad.Of([.. held.Select(h => h with { Tier = h.Tier ?? tier })], weights).Sum(c => c.Points);

        Percent? Share(decimal of) => capacity > 0 ? Core.Percent.Of(of, capacity.Value) : null;
    }

    /// <summary>The part of the one capacity that belongs to a team in which the person works with this share of their time,
    /// 0 to 1.</summary>
    public decimal? CapacityIn(decimal membershipShare)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(membershipShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(membershipShare, 1m);
        return Capacity * membershipShare;
    }

    private static List<LoadPart> PartsOf(IReadOnlyList<CaseLoad> cases, IReadOnlyList<NamedPoints> duties)
    {
        var parts = new List<LoadPart>();
        parts.AddRange(cases.GroupBy(c => CaseType.Shown(c.TypeCode)).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LoadPart(LoadPart.Case, g.Key, g.Count(), g.Sum(c => c.Base * c.SiblingPart * c.Share))));
        parts.AddRange(cases.Where(c => c.TravelBand.Length > 0).GroupBy(c => c.TravelBand).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LoadPart(LoadPart.Travel, g.Key, g.Count(), g.Sum(c => c.Travel * c.Share))));

        var inCourt = cases.Where(c => c.Court > 0).ToList();
        if (inCourt.Count > 0) parts.Add(new(LoadPart.Court, "", inCourt.Count, inCourt.Sum(c => c.Court * c.Share)));
        parts.AddRange(duties.Select(d => new LoadPart(LoadPart.Duty, d.Name, 0, d.Points)));
        return parts;
    }
}
