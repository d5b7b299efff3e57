using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Census;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Census;

/// <summary>What the census says of a person whom the reader may see.</summary>
public sealed class CensusDesk(FairloadDb db)
{
    /// <summary>The latest; null where there is none. Whoever asks has been let see the person.</summary>
    public async Task<CensusEntry?> Latest(Id<Worker> worker, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeePeople);
        return CensusEntry.Latest(await db.Set<CensusEntry>().AsNoTracking().Where(e => e.WorkerId == worker).ToListAsync(stop));
    }

    /// <summary>By worker, for the staff sheet: what it leaves blank stays filled.</summary>
    internal static async Task<IReadOnlyDictionary<Id<Worker>, CensusEntry>> All(FairloadDb db, CancellationToken stop) =>
        (await db.Set<CensusEntry>().AsNoTracking().ToListAsync(stop)).GroupBy(e => e.WorkerId)
            .ToDictionary(g => g.Key, g => CensusEntry.Latest(g)!);
}
