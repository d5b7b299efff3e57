using Fairload.Core.Caseload;

namespace Fairload.Core.Allocation;

/// <summary>What the people of one band hold of the cases of tier 3.</summary>
/// <param name="Part">Of all that the group holds, 0 to 1; null where that is not known, or the group holds none.</param>
public sealed record TierThreeInBand(Band Band, int People, double? Part);

/// <summary>How evenly the loads of a group lay on the day of one extract.</summary>
/// <param name="People">Whose capacity was known and more than nothing.</param>
/// <param name="LeftOut">Whose was not.</param>
/// <param name="Fairness">Null for fewer than three people.</param>
/// <param name="TierThree">Bands in which somebody stood, the heaviest first; empty for fewer than three people.</param>
public sealed record FairnessPoint(
    DateOnly AsOf, int People, int LeftOut, Fairness? Fairness, IReadOnlyList<TierThreeInBand> TierThree);

/// <summary>Evenness of loads over time, from what was kept of each extract. A figure of a group: it has no names, and is no
/// rank.</summary>
public static class FairnessOverTime
{
    /// <summary>Of two people it would tell of each.</summary>
    public const int FewestPeople = 3;

    private static readonly Band[] HeaviestFirst =
        [Band.OverNoCapacity, Band.Over, Band.Full, Band.InBand, Band.Room, Band.NotKnown];

    /// <summary>One point for each day, oldest first.</summary>
    public static IReadOnlyList<FairnessPoint> Of(IEnumerable<LoadSnapshot> kept) =>
        [.. kept.GroupBy(s => s.AsOf).OrderBy(day => day.Key).Select(day => On(day.Key, [.. day]))];

    /// <summary>What one person carried on several days, against their room on the same: each day counts by its capacity.</summary>
    /// <param name="kept">All with a known capacity over 0.</param>
    public static Share ShareOf(IReadOnlyList<LoadSnapshot> kept) =>
        new(kept.Sum(s => Grains(s.Points)), kept.Sum(s => Grains(s.Capacity!.Value)));

    private static FairnessPoint On(DateOnly day, IReadOnlyList<LoadSnapshot> people)
    {
        var known = people.Where(p => p.Capacity > 0).ToList();
        if (known.Count < FewestPeople) return new(day, known.Count, people.Count - known.Count, null, []);

        var all = people.Any(p => p.Tier3 is null) ? null : people.Sum(p => p.Tier3);
        var bands = HeaviestFirst.Select(band => (Band: band, In: people.Where(p => p.Band == band).ToList())).Where(b => b.In.Count > 0)
            .Select(b => new TierThreeInBand(b.Band, b.In.Count, all > 0 ? (double)b.In.Sum(p => p.Tier3!.Value) / all : null));
        return new(
            day, known.Count, people.Count - known.Count,
            Fairness.Of([.. known.Select(p => new Share(Grains(p.Points), Grains(p.Capacity!.Value)))]), [.. bands]);
    }

    private static long Grains(decimal points) => (long)Math.Round(points * Sharing.GrainsAPoint, MidpointRounding.AwayFromZero);
}
