using Fairload.App.Audit;
using Fairload.App.HealthCheck.Measures;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>A part of the framework in a year: where measures, findings and the judgement stand.</summary>
public sealed record PartView(FrameworkPart Part, IReadOnlyList<MeasureReading> Measures, IReadOnlyList<Finding> Findings,
    Judgement? Judgement)
{
    public int NotYetKnown => Measures.Count(m => m.Council.State == FigureState.NotYetKnown);
}

/// <summary>A year's health check.</summary>
public sealed record CycleView(
    Cycle Cycle, Framework Framework, MaturityLadder Ladder, IReadOnlyList<PartView> Parts, IReadOnlyList<Forum> Forums, StillOpen Open,
    IReadOnlyList<int> Years, bool MayRun, bool MaySeeMeasures)
{
    /// <summary>Null where it is the last step.</summary>
    public CycleStep? Next => Cycle.Step < CycleStep.Compared ? Cycle.Step + 1 : null;

    public PartView? Part(string code) => Parts.FirstOrDefault(p => p.Part.Code == code);
}

/// <summary>The year's health check as everybody sees it who may, and going on with it.</summary>
public sealed class CycleDesk(FairloadDb db, CycleReading reading, PublicationState publication, FigureProtection protection,
    AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null where there is none of that year, or none at all.</summary>
    /// <param name="year">Null for the latest.</param>
    public async Task<CycleView?> Show(int? year, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeHealthCheck);
        var cycle = year is { } y ? await reading.Find(y, stop) : await reading.Latest(stop);
        if (cycle is null) return null;
        var framework = ShippedFrameworks.Find(cycle.Framework)
            ?? throw new InvalidOperationException($"There is no framework {cycle.Framework}.");
        var sees = reader.May(Permission.SeeMeasures);
        var figures = await reading.Figures(cycle, stop);
        var findings = await db.Set<Finding>().AsNoTracking().Include(f => f.Voices.OrderBy(v => v.HeardOn))
            .Where(f => f.CycleId == cycle.Id)
            .OrderBy(f => f.Number).ToListAsync(stop);
        var judged = await db.Set<Judgement>().AsNoTracking().Where(j => j.CycleId == cycle.Id && j.ReplacedAt == null).ToListAsync(stop);
        var forums = await db.Set<Forum>().AsNoTracking().Where(f => f.CycleId == cycle.Id).OrderBy(f => f.HeldOn).ToListAsync(stop);
        var parts = framework.Parts.Select(p => new PartView(
            p, sees ? [.. p.Measures.Where(m => figures.ContainsKey(m.Code)).Select(m => figures[m.Code])] : [],
            [.. findings.Where(f => f.Part == p.Code)], judged.Find(j => j.Part == p.Code))).ToList();
        return new(
            cycle, framework, ShippedFrameworks.Ladder, parts, forums, await Open(cycle, framework, figures, findings, judged, stop),
            await db.Set<Cycle>().OrderByDescending(c => c.Year).Select(c => c.Year).ToListAsync(stop),
            reader.May(Permission.RunHealthCheck),
            sees);
    }

    public Task<Result<Cycle>> Begin(int year, string framework, DateOnly? from, DateOnly? to, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.RunHealthCheck);
        return db.Change<Result<Cycle>>(
            async () =>
            {
                if (ShippedFrameworks.Find(framework) is null)
                {
                    return new Problem("Framework", $"Choose the framework whose parts are judged");
                }

                if (await db.Set<Cycle>().AnyAsync(c => c.Year == year, stop))
                    return new Problem("Year", $"There is a health check of {year} already. Open its page");
                var opened = Cycle.Open(year, framework, from, to, reader.Name, clock.UkToday);
                if (!opened.Try(out var cycle, out _)) return opened;
                db.Add(cycle);
                await Note(cycle, "opened", reader, stop);
                return opened;
            },
            stop);
    }

    /// <summary>One step on, or back with a reason. Beginning the report freezes the figures.</summary>
    /// <param name="seen">The version that the reader saw.</param>
    public async Task<Result<Cycle>> Go(int year, CycleStep to, string reason, int seen, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.RunHealthCheck);
        var gone = await Step(year, to, reason, seen, reader, stop);
        if (!gone.Try(out var cycle, out _) || !cycle.IsFrozen) return gone;

        // After the step, because the ledger is written by itself. Where this breaks off, the next step does it.
        return (await protection.Release(cycle, reader, stop)).Try(out _, out var problems) ? gone : problems.ToList();
    }

    private Task<Result<Cycle>> Step(int year, CycleStep to, string reason, int seen, Reader reader, CancellationToken stop) =>
        db.Change<Result<Cycle>>(
            async () =>
            {
                if (await reading.Whole.SingleOrDefaultAsync(c => c.Year == year, stop) is not { } cycle)
                    return new Problem("", $"There is no health check of {year}. Open one first");
                var wasFrozen = cycle.IsFrozen;
                var gone = cycle.Go(to, reason, await Open(cycle, stop), seen, reader.Name, clock.UkToday);
                if (!gone.Try(out _, out _)) return gone;
                if (cycle.IsFrozen && !wasFrozen) await reading.Freeze(cycle, stop);
                await Note(cycle, to.ToString(), reader, stop);
                return gone;
            },
            stop);

    private async Task<StillOpen> Open(Cycle cycle, CancellationToken stop)
    {
        var findings = await db.Set<Finding>().AsNoTracking().Include(f => f.Voices).Where(f => f.CycleId == cycle.Id).ToListAsync(stop);
        var judged = await db.Set<Judgement>().AsNoTracking().Where(j => j.CycleId == cycle.Id && j.ReplacedAt == null).ToListAsync(stop);
        return await Open(cycle, ShippedFrameworks.Find(cycle.Framework)!, await reading.Figures(cycle, stop), findings, judged, stop);
    }

    private async Task<StillOpen> Open(
        Cycle cycle, Framework framework, IReadOnlyDictionary<string, MeasureReading> figures, IReadOnlyCollection<Finding> findings,
        IReadOnlyCollection<Judgement> judged, CancellationToken stop) => new(
        framework.Measures.Count(m => figures.GetValueOrDefault(m.Code) is { Promise: null, Council.State: FigureState.NotYetKnown }),
        findings.Count, findings.Count(f => !f.IsTalkedAbout), framework.Parts.Count(p => judged.All(j => j.Part != p.Code)),
        await publication.IsDecided(cycle.Id, stop), await publication.IsProved(stop));

    private Task Note(Cycle cycle, string what, Reader reader, CancellationToken stop) =>
        audit.Note(reader, AuditAction.HealthCheckChanged, "health check", $"{cycle.Year}", what, stop);
}
