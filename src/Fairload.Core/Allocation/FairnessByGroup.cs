namespace Fairload.Core.Allocation;

/// <summary>What one person carries, with the protected group that they chose to say they belong to.</summary>
/// <param name="Group">In the council's own words; empty for who has not said.</param>
/// <param name="TierThree">Cases of tier 3 that they hold; null where that is not known.</param>
/// <param name="NewCases">That came to them in the time looked at.</param>
public sealed record GroupedLoad(string Group, Share Share, int? TierThree, int NewCases);

/// <summary>What the people of one protected group carry, against their part of everybody's room.</summary>
/// <param name="Load">Of the group together, as a part of its capacity: 1 is full.</param>
/// <param name="PartOfRoom">The group's part of everybody's capacity, 0 to 1: with even shares it has the same part of all else.</param>
/// <param name="PartOfTierThree">Its part of everybody's cases of tier 3; null where these are not known, or there are none.</param>
/// <param name="PartOfNew">Its part of all cases that came; null where none came.</param>
/// <param name="AmongThemselves">How even the loads within the group are.</param>
/// <param name="Margin">Half the width of the interval of 95 in 100 around the mean of its people's loads, 1 being full; of one person it
/// is the whole load, for nothing is known of how it varies.</param>
public sealed record GroupFairness(
    string Group, int People, double Load, double PartOfRoom, double? PartOfTierThree, double? PartOfNew, Fairness AmongThemselves,
    double Margin);

/// <summary>
/// Does work fall evenly on the groups whom the law protects? Figures about protected groups are counts of few people: they are worked out
/// here, and nothing may show them to anybody before they have gone through the floors and the audit of a release.
/// </summary>
/// <remarks>Equality Act 2010, section 149, asks a council to know. Staff of ethnic minorities report unfair shares and harder cases
/// (standards for employers, guidance on standard 3).</remarks>
public static class FairnessByGroup
{
    /// <summary>Standard deviations of a normal distribution between which 95 in 100 lie, half of them.</summary>
    private const double OfNormal95 = 1.959964;

    /// <summary>In the order of their names, those who have not said last. Empty for nobody.</summary>
    public static IReadOnlyList<GroupFairness> Of(IReadOnlyList<GroupedLoad> people)
    {
        var room = people.Sum(p => (double)p.Share.Capacity);
        var tierThree = people.Any(p => p.TierThree is null) ? null : people.Sum(p => p.TierThree);
        var came = people.Sum(p => p.NewCases);
        return
        [
            .. people.GroupBy(p => p.Group, StringComparer.Ordinal)
                .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => One(g.Key, [.. g])),
        ];

        GroupFairness One(string name, List<GroupedLoad> group)
        {
            var capacity = group.Sum(p => (double)p.Share.Capacity);
            return new(
                name, group.Count, group.Sum(p => (double)p.Share.Load) / capacity, capacity / room,
                tierThree > 0 ? (double)group.Sum(p => p.TierThree!.Value) / tierThree : null,
                came > 0 ? (double)group.Sum(p => p.NewCases) / came : null, Fairness.Of([.. group.Select(p => p.Share)]),
                MarginOf([.. group.Select(p => p.Share.Value)]));
        }
    }

    private static double MarginOf(IReadOnlyList<double> loads)
    {
        if (loads.Count < 2) return loads[0];
        var mean = loads.Average();
        var variance = loads.Sum(l => (l - mean) * (l - mean)) / (loads.Count - 1);
        return OfNormal95 * Math.Sqrt(variance / loads.Count);
    }
}
