using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.App.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>Cycles, and the figures that belong to one: those of now until its report is begun, and then those that stood that
/// day.</summary>
public sealed class CycleReading(FairloadDb db, MeasureFigures figures, TimeProvider clock)
{
    internal IQueryable<Cycle> Whole => db.Set<Cycle>().Include(c => c.Steps.OrderBy(s => s.Number));

    /// <summary>The latest; null where none was opened.</summary>
    internal Task<Cycle?> Latest(CancellationToken stop) => Whole.AsNoTracking().OrderByDescending(c => c.Year).FirstOrDefaultAsync(stop);

    internal Task<Cycle?> Find(int year, CancellationToken stop) => Whole.AsNoTracking().SingleOrDefaultAsync(c => c.Year == year, stop);

    /// <summary>The days of the latest cycle, or the last twelve months where there is none or it is frozen.</summary>
    public async Task<MeasureAsked> Asked(CancellationToken stop)
    {
        var today = clock.UkToday;
        return await Latest(stop) is { IsFrozen: false } cycle ? Days(cycle, today) : new(today.AddYears(-1).AddDays(1), today);
    }

    /// <summary>By code.</summary>
    internal async Task<IReadOnlyDictionary<string, MeasureReading>> Figures(Cycle cycle, CancellationToken stop) =>
        (cycle.IsFrozen ? await Frozen(cycle.Id, stop) : null) ?? await figures.Of(Days(cycle, clock.UkToday), stop);

    /// <summary>The council's figures of the cycle before, as they were frozen; empty where there is none.</summary>
    internal async Task<IReadOnlyDictionary<string, MeasureReading>> Before(Cycle cycle, CancellationToken stop)
    {
        var before = await db.Set<Cycle>().AsNoTracking().Where(c => c.Year < cycle.Year).OrderByDescending(c => c.Year)
            .Select(c => (Id<Cycle>?)c.Id).FirstOrDefaultAsync(stop);
        return (before is { } id ? await Frozen(id, stop) : null) ?? new Dictionary<string, MeasureReading>();
    }

    /// <summary>Keeps the figures as they stand. Inside a change.</summary>
    internal async Task Freeze(Cycle cycle, CancellationToken stop)
    {
        var now = await figures.Of(Days(cycle, clock.UkToday), stop);
        var document = JsonSerializer.Serialize(
            now.Values.ToDictionary(r => r.Card.Code, r => r.Figures), ReferenceDocuments.Json);
        db.Add(new FrozenFigures(Guid.CreateVersion7(), cycle.Id, document, clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>Which figures were frozen last; null for none.</summary>
    internal Task<Guid?> FrozenLast(Id<Cycle> cycle, CancellationToken stop) => db.Set<FrozenFigures>().AsNoTracking()
        .Where(f => f.CycleId == cycle).OrderByDescending(f => f.FrozenAt).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(stop);

    private async Task<IReadOnlyDictionary<string, MeasureReading>?> Frozen(Id<Cycle> cycle, CancellationToken stop)
    {
        var text = await db.Set<FrozenFigures>().AsNoTracking().Where(f => f.CycleId == cycle).OrderByDescending(f => f.FrozenAt)
            .Select(f => f.Document).FirstOrDefaultAsync(stop);
        if (text is null) return null;
        var held = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<MeasureFigure>>>(text, ReferenceDocuments.Json)!;
        return held.Where(h => ShippedFrameworks.Cards.ContainsKey(h.Key)).ToDictionary(
            h => h.Key, h => new MeasureReading(ShippedFrameworks.Cards[h.Key], h.Value, new Dictionary<string, MeasureEntry>()));
    }

    private static MeasureAsked Days(Cycle cycle, DateOnly today) =>
        new(cycle.FromOn < today ? cycle.FromOn : today, cycle.ToOn < today ? cycle.ToOn : today);
}
