using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Report;

/// <summary>What everybody may read without an account: public editions that somebody decided to publish, from the end of their embargo on.
/// A withdrawn one is named with its reason, and not shown.</summary>
public sealed class PublishedDesk(FairloadDb db, TimeProvider clock)
{
    /// <summary>The latest year first.</summary>
    public async Task<IReadOnlyList<PublishedLine>> All(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = await FrozenReading.Lines(db, f => f.Edition == Edition.Public, stop);
        return
        [
            .. lines.GroupBy(l => (l.Year, l.Language)).OrderByDescending(g => g.Key.Year)
                .ThenByDescending(g => g.Key.Language, StringComparer.Ordinal)
                .SelectMany(g => Lines([.. g], now)),
        ];
    }

    /// <summary>Null where nothing was ever to be seen.</summary>
    public async Task<PublishedView?> Find(int year, string language, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = await FrozenReading.Lines(db, f => f.Year == year && f.Language == language && f.Edition == Edition.Public, stop);
        if (Publication.InForce(lines.SelectMany(Public), now) is not { } counts) return null;
        var line = lines.Single(l => l.Id == counts.FrozenId);
        if (counts.IsWithdrawn) return new(year, language, line.Hash, counts, null);
        var frozen = await db.Set<FrozenEdition>().AsNoTracking().SingleAsync(f => f.Id == counts.FrozenId, stop);
        return new(year, language, line.Hash, counts, ReportJson.Read(frozen));
    }

    private static IEnumerable<PublishedLine> Lines(IReadOnlyList<FrozenLine> lines, DateTime now)
    {
        var counts = Publication.InForce(lines.SelectMany(Public), now);
        return lines.SelectMany(l => Public(l).Select(p => (Line: l, Publication: p))).Where(p => p.Publication.HasBeenSeen(now))
            .OrderByDescending(p => p.Publication.From)
            .Select(p => new PublishedLine(p.Line.Year, p.Line.Language, p.Line.Hash, p.Publication, p.Publication.Id != counts?.Id));
    }

    private static IEnumerable<Publication> Public(FrozenLine line) => line.Publications.Where(p => p.Level == Edition.Public);
}
