using Fairload.App.Store;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>One measure as it stands: its card, its figures and who said what is not worked out.</summary>
/// <param name="Figures">The council first, then services in name order.</param>
/// <param name="Entries">What was entered and counts, by service.</param>
public sealed record MeasureReading(
    MeasureCard Card, IReadOnlyList<MeasureFigure> Figures, IReadOnlyDictionary<string, MeasureEntry> Entries)
{
    public MeasureFigure Council => Figures[0];

    public IEnumerable<MeasureFigure> Services => Figures.Skip(1);

    /// <summary>Somebody was to know it by a day.</summary>
    public MeasureEntry? Promise => Council.State == FigureState.NotYetKnown && Entries.GetValueOrDefault("") is { IsKnown: false } said
        ? said : null;
}

/// <summary>Every measure as it stands for some days: what works itself out, and where it can not what was entered.</summary>
public sealed class MeasureFigures(FairloadDb db, MeasureQueries queries, Remembered remembered)
{
    /// <summary>By code. Worked out once and kept until the data change.</summary>
    public Task<IReadOnlyDictionary<string, MeasureReading>> Of(MeasureAsked asked, CancellationToken stop) =>
        remembered.Of(db, $"measures {asked.From:O} {asked.To:O}", () => Work(asked, stop), stop);

    private async Task<IReadOnlyDictionary<string, MeasureReading>> Work(MeasureAsked asked, CancellationToken stop)
    {
        var entries = (await db.Set<MeasureEntry>().AsNoTracking()
            .Where(e => e.ReplacedAt == null && e.ToOn >= asked.From && e.ToOn <= asked.To).ToListAsync(stop)).ToLookup(e => e.Measure);
        var readings = new Dictionary<string, MeasureReading>(StringComparer.Ordinal);
        foreach (var card in ShippedFrameworks.Cards.Values)
        {
            var said = entries[card.Code].GroupBy(e => e.Service).ToDictionary(g => g.Key, g => g.MaxBy(e => e.ToOn)!);
            readings[card.Code] = new(card, Merge(card, asked, await queries.Of(card, asked, stop), said), said);
        }

        return readings;
    }

    /// <summary>What the program works out goes before what was entered; what neither says is not yet known.</summary>
    internal static IReadOnlyList<MeasureFigure> Merge(
        MeasureCard card, MeasureAsked asked, IReadOnlyList<MeasureFigure> worked, IReadOnlyDictionary<string, MeasureEntry> said)
    {
        var known = worked.Where(f => f.State != FigureState.NotYetKnown).ToDictionary(f => f.Service);
        var unknown = worked.Where(f => f.State == FigureState.NotYetKnown).ToDictionary(f => f.Service);
        return
        [
            One(""),
            .. known.Keys.Concat(said.Keys).Concat(unknown.Keys).Where(s => s.Length > 0).Distinct()
                .Order(StringComparer.CurrentCulture).Select(One),
        ];

        MeasureFigure One(string service) => known.GetValueOrDefault(service) ?? said.GetValueOrDefault(service)?.Figure
            ?? unknown.GetValueOrDefault(service) ?? MeasureFigure.Unknown(card.Code, service, asked.From, asked.To);
    }
}
