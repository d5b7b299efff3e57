using Fairload.App.Disclosure;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Measures;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Cycles;

/// <summary>Lets frozen figures of the whole council out through the ledger, so that editions for members and the public hold nothing that
/// it does not.</summary>
public sealed class FigureProtection(FairloadDb db, CycleReading reading, DisclosureDesk disclosure)
{
    /// <summary>Of the figures that were frozen last. A second time lets nothing more out.</summary>
    internal async Task<Result<Done>> Release(Cycle cycle, Reader reader, CancellationToken stop)
    {
        if (await reading.FrozenLast(cycle.Id, stop) is not { } frozen || (await LetOut(frozen, stop)).Count > 0) return default(Done);
        var figures = (await reading.Figures(cycle, stop)).Values.Select(r => (r.Card, r.Council));
        if (!FigureRelease.Of(Round(frozen), figures).Try(out var asked, out var problems)) return problems.ToList();
        if (asked.Wanted.Count == 0) return default(Done);
        var released = await disclosure.Release(
            new(Chain(frozen), Round(frozen), $"Health check {cycle.Year}", asked.Population, asked.Wanted, DisclosureRule.Usual), reader,
            stop);
        return released.Try(out _, out problems) ? default(Done) : problems.ToList();
    }

    /// <summary>Codes of the measures whose figures the ledger let out.</summary>
    internal async Task<IReadOnlySet<string>> LetOut(Guid frozen, CancellationToken stop)
    {
        var chain = Chain(frozen);
        return (await db.Set<LedgerRow>().AsNoTracking()
            .Where(r => db.Set<LedgerEntry>().Any(e => e.Id == r.ReleaseId && e.Chain == chain)).Select(r => r.Name).ToListAsync(stop))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string Chain(Guid frozen) => $"health check {frozen:N}";

    private static string Round(Guid frozen) => frozen.ToString("N");
}
