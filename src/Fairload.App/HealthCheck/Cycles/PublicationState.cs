using Fairload.App.Disclosure;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Report;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>Whether a year's health check may be published.</summary>
public sealed class PublicationState(FairloadDb db)
{
    /// <summary>Somebody has decided what is published, for whom and why, and has not taken it back.</summary>
    internal Task<bool> IsDecided(Id<Cycle> cycle, CancellationToken stop) => db.Set<Publication>().AnyAsync(
        p => p.WithdrawnAt == null && db.Set<FrozenEdition>().Any(f => f.Id == p.FrozenId && f.CycleId == cycle.Value), stop);

    /// <summary>The last audit held everything that was ever let out against everything else, proved it, and nothing was let out
    /// since.</summary>
    internal async Task<bool> IsProved(CancellationToken stop) =>
        await DisclosureDesk.LastAudit(db, stop) is { IsProved: true } last && last.Releases == await db.Set<LedgerEntry>()
            .CountAsync(stop);
}
