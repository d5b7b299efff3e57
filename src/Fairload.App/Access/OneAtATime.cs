using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Access;

/// <summary>
/// Inside a change: whoever asks for the same thing waits until the first has committed. SQLite has one writer anyway; on
/// PostgreSQL two nodes could otherwise each take the other's last administrator away.
/// </summary>
internal static class OneAtATime
{
    public static async Task Wait(FairloadDb db, string thing, CancellationToken stop)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({thing}, 0))", stop);
    }
}
