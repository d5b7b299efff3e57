using Fairload.App.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>Whether a year's health check may be published.</summary>
public sealed class PublicationState(FairloadDb db)
{
    /// <summary>The last audit held everything that was ever let out against everything else, proved it, and nothing was let out
    /// since.</summary>
    internal async Task<bool> IsProved(CancellationToken stop) =>
        await DisclosureDesk.LastAudit(db, stop) is { IsProved: true } last && last.Releases == await db.Set<LedgerEntry>().CountAsync(stop);
}
