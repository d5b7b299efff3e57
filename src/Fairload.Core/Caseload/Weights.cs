namespace Fairload.Core.Caseload;

/// <summary>What a case of one type weighs, in points, by tier. Not scored is a stated weight of its own, never tier 1.</summary>
public sealed record CaseWeight(decimal Tier1, decimal Tier2, decimal Tier3, decimal Unscored)
{
    /// <summary>Refuses a tier other than 1, 2, 3 or none.</summary>
    public decimal For(int? tier) => tier switch
    {
        null => Unscored,
        1 => Tier1,
        2 => Tier2,
        3 => Tier3,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "A tier is 1, 2 or 3."),
    };
}

/// <summary>How many points of work a full-time person has room for.</summary>
/// <param name="Full">Points a full-time person can carry in all.</param>
/// <param name="NewlyQualified">The same for a newly qualified one.</param>
/// <param name="Stable">Points that team meetings, training and administration take from both.</param>
/// <remarks>Published council schemes: a ceiling of 100, 90 in the first year, 15 of them fixed.</remarks>
public sealed record CapacityRule(decimal Full = 100, decimal NewlyQualified = 90, decimal Stable = 15);

/// <summary>
/// What everything weighs, with who agreed it and from when. Never changed: a new version has a new code, so that an old load
/// keeps the weights of its day.
/// </summary>
/// <param name="Cases">By case type code; <see cref="Other"/> serves every type without a row of its own.</param>
/// <param name="Travel">Points by the code of a travel band.</param>
/// <param name="Court">Points that a case in court adds.</param>
/// <param name="NextSibling">The part, 0 to 1, at which brothers and sisters after the first count.</param>
public sealed record Weights(
    string Code,
    string Name,
    string AgreedBy,
    DateOnly LiveFrom,
    bool IsExample,
    IReadOnlyDictionary<string, CaseWeight> Cases,
    IReadOnlyDictionary<string, decimal> Travel,
    decimal Court,
    decimal NextSibling,
    CapacityRule Capacity)
{
    /// <summary>The row that serves types without one of their own.</summary>
    public const string Other = "other";

    /// <summary>Refuses a set by which a load could not be told: a negative number, tiers that fall, an unscored weight outside
    /// tier 1 to tier 3, a sibling part outside 0 to 1, no <see cref="Other"/> row, a capacity rule that leaves less than
    /// nothing.</summary>
    public static Result<Weights> Read(string code, string name, string agreedBy, DateOnly liveFrom, bool isExample,
        IReadOnlyDictionary<string, CaseWeight> cases, IReadOnlyDictionary<string, decimal> travel, decimal court, decimal nextSibling,
        CapacityRule capacity)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(code)) problems.Add(new("Code", $"The weights need a code, for example weights/2"));
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new("Name", $"The weights need a name"));
        if (string.IsNullOrWhiteSpace(agreedBy)) problems.Add(new("AgreedBy", $"Say who agreed the weights"));
        if (!cases.ContainsKey(Other))
            problems.Add(new("Cases", $"The weights need a row called other, for types without a row of their own"));

        foreach (var (type, weight) in cases) problems.AddRange(Faults(type, weight));
        foreach (var (band, points) in travel)
            if (points < 0) problems.Add(new("Travel", $"The travel band {band} has {points} points; give 0 or more"));

        if (court < 0) problems.Add(new("Court", $"A case in court has {court} points; give 0 or more"));
        if (nextSibling is < 0 or > 1)
            problems.Add(new("NextSibling", $"The part for the next sibling is {nextSibling}; give a number from 0 to 1"));
        problems.AddRange(Faults(capacity));
        if (problems.Count > 0) return problems;
        return new Weights(code.Trim(), name.Trim(), agreedBy.Trim(), liveFrom, isExample, cases, travel, court, nextSibling, capacity);
    }

    /// <summary>Points of a case of a type and tier before siblings, travel, court and share. Refuses a tier other than 1, 2, 3 or
    /// none.</summary>
    public decimal Base(string typeCode, int? tier) => (Cases.GetValueOrDefault(CaseType.Plain(typeCode)) ?? Cases[Other]).For(tier);

    /// <summary>Points of a travel band: nought for none, and for one that these weights do not know (ask
    /// <see cref="KnowsTravel"/>).</summary>
    public decimal TravelPoints(string band) => Travel.GetValueOrDefault(band);

    /// <summary>False for a band that a sheet brought and these weights do not know.</summary>
    public bool KnowsTravel(string band) => band.Length == 0 || Travel.ContainsKey(band);

    private static IEnumerable<Problem> Faults(string type, CaseWeight weight)
    {
        if (weight.Tier1 < 0 || weight.Tier2 < 0 || weight.Tier3 < 0 || weight.Unscored < 0)
            yield return new("Cases", $"The case type {type} has points under 0; give 0 or more");
        if (weight.Tier1 > weight.Tier2 || weight.Tier2 > weight.Tier3)
            yield return new("Cases", $"The points of {type} fall from one tier to the next; a higher tier must not weigh less");
        else if (weight.Unscored < weight.Tier1 || weight.Unscored > weight.Tier3)
            yield return new("Cases", $"An unscored {type} case must weigh between tier 1 ({weight.Tier1}) and tier 3 ({weight.Tier3})");
    }

    private static IEnumerable<Problem> Faults(CapacityRule rule)
    {
        if (rule.Full <= 0) yield return new("Capacity", $"A full-time person has {rule.Full} points; give more than 0");
        if (rule.Stable < 0) yield return new("Capacity", $"The stable part is {rule.Stable} points; give 0 or more");
        if (rule.NewlyQualified > rule.Full)
            yield return new("Capacity", $"A newly qualified person has {rule.NewlyQualified} points, more than the full {rule.Full}");
        if (rule.NewlyQualified < rule.Stable)
            yield return new("Capacity", $"A newly qualified person has {rule.NewlyQualified} points, less than the stable {rule.Stable}");
    }
}
