using Fairload.Core.Access;
using Fairload.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>Puts marks on records that were entered by hand, and finds them. Inside a change.</summary>
public sealed class EnteredMarks(FairloadDb db, TimeProvider clock)
{
    /// <summary>Those on a record that no extract has confirmed yet, the latest first.</summary>
    internal async Task<IReadOnlyList<EnteredHere>> Open(Guid record, CancellationToken stop) =>
        await db.Set<EnteredHere>().AsNoTracking().Where(m => m.RecordId == record && m.State == EnteredState.Open)
            .OrderByDescending(m => m.EnteredAt).ToListAsync(stop);

    /// <summary>The mark of the same kind that stands until now is replaced; what stood before the first of them is kept.</summary>
    internal async Task<EnteredHere> Enter(
        EnteredKind kind, Guid record, EnteredFacts said, EnteredFacts? before, Reader reader, CancellationToken stop)
    {
        var standing = await Replace(kind, record, stop);
        var first = standing is { Before.Length: > 0 } ? EnteredFacts.Read(standing.Before) : standing is null ? before : null;
        var mark = EnteredHere.Enter(kind, record, said, first, reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
        // The old one goes first: one at a time is open.
        await db.SaveChangesAsync(stop);
        db.Add(mark);
        await db.SaveChangesAsync(stop);
        return mark;
    }

    internal async Task<EnteredHere?> Replace(EnteredKind kind, Guid record, CancellationToken stop)
    {
        var standing = await db.Set<EnteredHere>()
            .SingleOrDefaultAsync(m => m.Kind == kind && m.RecordId == record && m.State == EnteredState.Open, stop);
        standing?.Settle(EnteredState.Replaced, clock.UkToday);
        return standing;
    }
}
