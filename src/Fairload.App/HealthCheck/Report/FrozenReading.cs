using System.Linq.Expressions;
using Fairload.Core.HealthCheck.Report;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Report;

/// <summary>Frozen editions without their documents, which are long.</summary>
internal static class FrozenReading
{
    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<FrozenLine>> Lines(
        FairloadDb db, Expression<Func<FrozenEdition, bool>> which, CancellationToken stop)
    {
        var frozen = await db.Set<FrozenEdition>().AsNoTracking().Where(which)
            .Select(f => new { f.Id, f.Year, f.Edition, f.Language, f.Hash, f.MadeBy, f.MadeAt }).ToListAsync(stop);
        var ids = frozen.Select(f => f.Id).ToList();
        var publications = (await db.Set<Publication>().AsNoTracking().Where(p => ids.Contains(p.FrozenId)).ToListAsync(stop))
            .ToLookup(p => p.FrozenId);
        return
        [
            .. frozen.OrderByDescending(f => f.MadeAt).ThenBy(f => f.Edition).ThenByDescending(f => f.Language, StringComparer.Ordinal)
                .Select(f => new FrozenLine(f.Id, f.Year, f.Edition, f.Language, f.Hash, f.MadeBy, f.MadeAt,
                    [.. publications[f.Id].OrderByDescending(p => p.DecidedAt)])),
        ];
    }
}
