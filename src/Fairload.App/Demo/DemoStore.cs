using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>Where a demo lives: whether it is free, and emptying it. Only a demo is ever emptied.</summary>
public static class DemoStore
{
    public static async Task<bool> HoldsData(FairloadDb db, CancellationToken stop) =>
        await db.Imports.AnyAsync(stop) || await db.Workers.AnyAsync(stop) || await db.Set<Account>().AnyAsync(stop);

    /// <summary>Throws a demo away, its ballots, their keys and its letters with it, and lays the schema anew. Refuses
    /// anything without a demo's mark, finished or half built.</summary>
    public static async Task Empty(FairloadDb db, DataDirectory data, CancellationToken stop)
    {
        if (await Access.DemoMark.Read(db, stop) is null && !await DemoBuilder.IsHalfBuilt(db, stop))
            throw new InvalidOperationException("This database is no demo.");

        if (data.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("drop schema public cascade; create schema public", stop);
        }
        else
        {
            await db.Database.CloseConnectionAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (var file in Directory.EnumerateFiles(data.Path, "fairload.db*")) File.Delete(file);
        }

        await BallotPlace.Empty(data, stop);
        foreach (var letter in Directory.EnumerateFiles(Path.Combine(data.Path, "outbox"))) File.Delete(letter);
        await db.BringUpToDate(stop);
    }
}
