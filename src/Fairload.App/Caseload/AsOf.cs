using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>The day that the picture tells about, for the line on every page. Null while nothing was imported.</summary>
/// <param name="Cases">Of the cases: the oldest of the latest extracts of each source, because a picture is as old as its oldest
/// part.</param>
/// <param name="First">The first extract of cases that we hold: before it nothing is known.</param>
public sealed record AsOfDays(DateOnly? Staff, DateOnly? Cases, DateOnly? First)
{
    public DateOnly? Oldest => Staff is { } staff && Cases is { } cases ? (staff < cases ? staff : cases) : Staff ?? Cases;
}

/// <summary>How old is what we show?</summary>
public sealed class AsOfDesk(FairloadDb db)
{
    public async Task<AsOfDays> Days(CancellationToken stop)
    {
        var latest = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Applied)
            .GroupBy(i => new { i.Kind, i.Matching }).Select(g => new { g.Key.Kind, First = g.Min(i => i.AsOf), Last = g.Max(i => i.AsOf) })
                .ToListAsync(stop);
        var cases = latest.Where(l => l.Kind is ImportKind.AnnexA or ImportKind.Cases).ToList();
        return new(
            latest.Where(l => l.Kind == ImportKind.Staff).Select(l => (DateOnly?)l.Last).Max(),
            cases.Select(l => (DateOnly?)l.Last).Min(),
            cases.Select(l => (DateOnly?)l.First).Min());
    }
}
