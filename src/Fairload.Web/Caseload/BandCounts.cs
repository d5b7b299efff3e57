using Fairload.Core.Caseload;
using Fairload.Web.Charts;

namespace Fairload.Web.Caseload;

/// <summary>How many people stand in each band, as a small bar and in words.</summary>
internal static class BandCounts
{
    private static readonly IReadOnlyList<KeyValuePair<Band, string>> Fills =
    [
        new(Band.OverNoCapacity, "bar-d"), new(Band.Over, "bar-d"), new(Band.Full, "bar-c"), new(Band.InBand, "bar-b"),
            new(Band.Room, "bar-a"), new(Band.NotKnown, "bar-room"),
    ];

    public static CountBar Bar(IReadOnlyDictionary<Band, int> bands, int scale) =>
        new([.. Fills.Select(f => KeyValuePair.Create(f.Value, bands.GetValueOrDefault(f.Key)))], scale);

    /// <summary>▲ 2 over · ● 3 in band · ▽ 4 room.</summary>
    public static string Words(Catalogue T, IReadOnlyDictionary<Band, int> bands)
    {
        var said = Fills.Where(f => bands.GetValueOrDefault(f.Key) > 0)
            .Select(f => $"{f.Key.Shape}\u00a0{bands[f.Key]}\u00a0{LoadWords.Band(T, f.Key)}").ToList();
        return said.Count == 0 ? T["nobody"] : string.Join(" · ", said);
    }
}
