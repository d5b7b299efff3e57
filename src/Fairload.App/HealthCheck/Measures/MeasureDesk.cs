using Fairload.App.Audit;
using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>The measures of a framework, part by part.</summary>
/// <param name="Others">Every framework that there is.</param>
public sealed record MeasuresView(
    Framework Framework, IReadOnlyList<Framework> Others, MeasureAsked Asked, IReadOnlyDictionary<string, MeasureReading> Readings,
    bool MayEnter)
{
    public IEnumerable<MeasureReading> All => Framework.Measures.Select(m => Readings[m.Code]);

    public int NotYetKnown => All.Count(r => r.Council.State == FigureState.NotYetKnown);
}

/// <summary>One measure with everything that belongs to it.</summary>
/// <param name="Places">Where it stands: framework, part and number.</param>
/// <param name="Before">What was entered before, the latest first.</param>
/// <param name="Services">Names that an entry may be about.</param>
public sealed record MeasureView(
    MeasureReading Reading, MeasureAsked Asked, IReadOnlyList<(Framework Framework, FrameworkPart Part, string Number)> Places,
    IReadOnlyList<MeasureEntry> Before, IReadOnlyList<string> Services, bool MayEnter);

/// <summary>What is measured, how it stands, and entering what the program can not know.</summary>
public sealed class MeasureDesk(
    FairloadDb db, MeasureFigures figures, CycleReading cycles, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null where there is no such framework.</summary>
    public async Task<MeasuresView?> All(string? framework, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeMeasures);
        var found = framework is null ? ShippedFrameworks.Frameworks[0] : ShippedFrameworks.Find(framework);
        if (found is null) return null;
        var asked = await cycles.Asked(stop);
        return new(found, ShippedFrameworks.Frameworks, asked, await figures.Of(asked, stop), reader.May(Permission.EnterMeasures));
    }

    /// <summary>Null where there is no such measure.</summary>
    public async Task<MeasureView?> One(string code, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeMeasures);
        if (!ShippedFrameworks.Cards.ContainsKey(code)) return null;
        var asked = await cycles.Asked(stop);
        var places = ShippedFrameworks.Frameworks.SelectMany(f => f.Parts, (f, p) => (Framework: f, Part: p))
            .SelectMany(p => p.Part.Measures.Where(m => m.Code == code), (p, m) => (p.Framework, p.Part, m.Number)).ToList();
        var before = await db.Set<MeasureEntry>().AsNoTracking().Where(e => e.Measure == code).ToListAsync(stop);
        var services = await db.Teams.AsNoTracking().Where(t => t.ToOn == null).Select(t => t.Service).Distinct().ToListAsync(stop);
        return new(
            (await figures.Of(asked, stop))[code], asked, places, [.. before.OrderByDescending(e => e.EnteredAt)],
            [.. services.Where(s => s.Length > 0).Order(StringComparer.CurrentCulture)], reader.May(Permission.EnterMeasures));
    }

    /// <summary>Keeps a figure, or who will know it. Whoever was overtaken is told what stands there now, and nothing of either is
    /// lost.</summary>
    /// <param name="seen">The entry of the same measure, service and last day that the reader saw; null for none.</param>
    public Task<Result<MeasureEntry>> Enter(
        string code, MeasureSaid said, Id<MeasureEntry>? seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EnterMeasures);
        return db.Change<Result<MeasureEntry>>(
            async () =>
            {
                if (!ShippedFrameworks.Cards.TryGetValue(code, out var card))
                    return new Problem("", $"There is no measure {code}. Choose one from the page of measures");
                if (said.Service.Length > 0 && !await db.Teams.AnyAsync(t => t.Service == said.Service, stop))
                    return new Problem("Service", $"There is no service {said.Service}. Choose one of the list, or the whole council");
                var at = clock.GetUtcNow().UtcDateTime;
                if (!MeasureEntry.Read(card, said, clock.UkToday, reader.Name, at).Try(out var entry, out var problems))
                    return problems.ToList();
                var now = await InForce(entry, stop);
                if (now is not null && now.SaysTheSame(entry)) return now;
                var other = now?.EnteredBy ?? "–";
                if (now?.Id != seen)
                    return new Problem("", $"{other} has entered something else meanwhile. It stands below; what you entered is still here and not saved");
                if (now is not null)
                {
                    now.Replace(at);
                    await db.SaveChangesAsync(stop);
                }

                db.Add(entry);
                await audit.Note(reader, AuditAction.MeasureEntered, "measure", code, entry.Service, stop);
                return entry;
            },
            stop);
    }

    private Task<MeasureEntry?> InForce(MeasureEntry entry, CancellationToken stop) => db.Set<MeasureEntry>().SingleOrDefaultAsync(
        e => e.Measure == entry.Measure && e.Service == entry.Service && e.ToOn == entry.ToOn && e.ReplacedAt == null, stop);
}
