using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fairload.App.Caseload;

internal sealed class LoadSnapshotMapping : IEntityTypeConfiguration<LoadSnapshot>
{
    public void Configure(EntityTypeBuilder<LoadSnapshot> snapshot) => snapshot.ToTable("load_snapshot");
}

/// <summary>Keeps everyone's load as it stood on the day of an extract, so that weeks over the line can be told later.</summary>
public sealed class LoadSnapshots(FairloadDb db, LoadReading loads, CaseloadSettings caseload)
{
    /// <summary>A few hundred people at a time, because a county's cases at once are more than an import needs to hold.</summary>
    private const int PeopleAtATime = 250;

    /// <summary>Inside the import's change.</summary>
    internal async Task Take(DateOnly asOf, Id<ImportRun> import, CancellationToken stop)
    {
        var weights = await caseload.WeightsOn(asOf, stop);
        var writer = new RowWriter(db);
        foreach (var people in (await db.Workers.Select(w => w.Id).ToListAsync(stop)).Chunk(PeopleAtATime))
        {
            var lines = await loads.Of(db.Workers.Where(w => people.Contains(w.Id)), asOf, stop);
            await writer.Insert(
                lines.Where(p => !p.Worker.HasLeft(asOf) || p.Load.Cases > 0).Select(p => new LoadSnapshot(
                    Id<LoadSnapshot>.New(), asOf, p.Worker.Id, p.Team?.Team.Id, p.Load.Points, p.Load.Low, p.Load.High, p.Load.Unscored,
                        p.Load.Cases,
                    p.Load.Capacity, p.Load.Percent?.Value, p.Load.Band, weights.Code, import,
                    p.Load.CaseLoads.Count(c => c.Tier == 3))),
                stop);
        }
    }

    /// <summary>The snapshots of some people since a day. Of several imports on one day only the last one's count.</summary>
    internal async Task<IReadOnlyList<LoadSnapshot>> Since(IQueryable<Id<Core.Workforce.Worker>> people, DateOnly from,
        CancellationToken stop) =>
        await (await Since(from, stop)).Where(s => people.Contains(s.WorkerId)).OrderBy(s => s.AsOf).ToListAsync(stop);

    /// <summary>The same of everybody who belonged to some teams then.</summary>
    internal async Task<IReadOnlyList<LoadSnapshot>> InTeams(IReadOnlyList<Id<Core.Workforce.Team>> teams, DateOnly from,
        CancellationToken stop) =>
        await (await Since(from, stop)).Where(s => s.TeamId != null && teams.Contains(s.TeamId.Value)).OrderBy(s => s.AsOf)
            .ToListAsync(stop);

    private async Task<IQueryable<LoadSnapshot>> Since(DateOnly from, CancellationToken stop)
    {
        // A log that comes in later on a day takes no loads, and hides none.
        var last = (await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Applied && i.AsOf >= from
                    && db.Set<LoadSnapshot>().Any(s => s.AsOf == i.AsOf && s.BroughtBy == i.Id))
                .Select(i => new { i.Id, i.AsOf, i.AppliedAt }).ToListAsync(stop))
            .GroupBy(i => i.AsOf).Select(day => (Id<ImportRun>?)day.MaxBy(i => i.AppliedAt)!.Id).ToList();
        return db.Set<LoadSnapshot>().AsNoTracking().Where(s => s.AsOf >= from && last.Contains(s.BroughtBy));
    }
}
