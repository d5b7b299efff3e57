using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Store;

/// <summary>
/// SQLite takes one writer at a time and its WAL-reset fault (before 3.51.3) needs a checkpoint beside a commit to bite. So all
/// writers of the process queue here, and only the one whose turn it is may checkpoint. PostgreSQL needs no queue.
/// </summary>
internal sealed class OneWriter : IDisposable
{
    private const long LongLog = 4 << 20;

    private static readonly ConcurrentDictionary<string, OneWriter> Queues = new();

    private readonly SemaphoreSlim _gate = new(1, 1);

    public static async Task<IDisposable> Turn(FairloadDb db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite()) return Nothing.Instance;

        var queue = Queues.GetOrAdd(db.Database.GetConnectionString()!, _ => new OneWriter());
        await queue._gate.WaitAsync(stop);
        return new Held(queue, db);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Held(OneWriter queue, FairloadDb db) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                if (db.Database.CurrentTransaction is null && IsLong()) db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(PASSIVE)");
            }
            finally
            {
                queue._gate.Release();
            }
        }

        /// <summary>Readers look through the whole log, so it is folded into the database once it is long. Passive: it never waits for
        /// them.</summary>
        private bool IsLong() => new FileInfo(db.Database.GetDbConnection().DataSource + "-wal") is { Exists: true, Length: > LongLog };
    }

    private sealed class Nothing : IDisposable
    {
        public static Nothing Instance { get; } = new();

        public void Dispose() { }
    }
}
