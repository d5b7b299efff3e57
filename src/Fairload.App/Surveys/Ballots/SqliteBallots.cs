using System.Data.Common;
using Fairload.App.Store;
using Microsoft.Data.Sqlite;

namespace Fairload.App.Surveys.Ballots;

/// <summary>
/// The store as a file of its own. One connection does everything, one turn after another, checkpoints too: nobody else reads the file, so
/// the log can always be folded away whole.
/// </summary>
internal sealed class SqliteBallots : BallotEngine
{
    private const long LongLog = 16 << 20;

    private const string Habits =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=0; PRAGMA trusted_schema=OFF; " +
        "PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _spent;
    private readonly SqliteCommand _present;
    private readonly SqliteCommand _spend;
    private readonly SqliteCommand _seal;
    private readonly SqliteCommand _store;

    private SqliteBallots(SqliteConnection connection)
    {
        _connection = connection;
        _spent = Prepared("select used from code where round = @round and hash = @hash", "round", "hash");
        _present = Prepared("select 1 from sealed where round = @round and ballot_key = @key", "round", "key");
        _spend = Prepared("update code set used = 1 where round = @round and hash = @hash", "round", "hash");
        _seal = Prepared("insert into seal (round, id, public_key) values (@round, @id, @key) on conflict do nothing", "round", "id", "key");
        _store = Prepared(
            "insert into sealed (round, ballot_key, seal, bytes) values (@round, @key, @seal, @bytes)", "round", "key", "seal", "bytes");
    }

    public override string Unchanged => "";

    public override string ToChange => "";

    public override string Still => "";

    protected override string Engine => "sqlite";

    public static async Task<SqliteBallots> Open(string file, CancellationToken stop)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            Say(connection, Habits);
            var engine = new SqliteBallots(connection);
            await engine.Change(
                async change =>
                {
                    await engine.BringUpToDate(change);
                    return default(Done);
                },
                stop);
            return engine;
        }
        catch (SqliteException e) when (e.Happened(file))
        {
            throw;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<T> Change<T>(Func<DbTransaction, Task<T>> work, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            await using var change = (SqliteTransaction)await _connection.BeginTransactionAsync(stop);
            var outcome = await work(change);
            await change.CommitAsync(stop);
            ShortenLog();
            return outcome;
        }
        catch (SqliteException e) when (e.Happened(_connection.DataSource))
        {
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public override Task<IReadOnlyDictionary<byte[], bool>> Spent(DbTransaction change, byte[] round, IReadOnlyList<byte[]> codes)
    {
        var found = new Dictionary<byte[], bool>(SameBytes.Comparer);
        foreach (var code in codes)
        {
            if (With(_spent, change, round, code).ExecuteScalar() is long used) found[code] = used > 0;
        }

        return Task.FromResult<IReadOnlyDictionary<byte[], bool>>(found);
    }

    public override Task<IReadOnlySet<byte[]>> Present(DbTransaction change, byte[] round, IReadOnlyList<byte[]> keys)
    {
        var found = keys.Where(k => With(_present, change, round, k).ExecuteScalar() is not null).ToHashSet(SameBytes.Comparer);
        return Task.FromResult<IReadOnlySet<byte[]>>(found);
    }

    public override Task Store(DbTransaction change, byte[] round, IReadOnlyList<BallotAsked> ballots)
    {
        foreach (var seal in ballots.Select(b => b.Ballot).DistinctBy(b => b.Seal, SameBytes.Comparer))
            With(_seal, change, round, seal.Seal, seal.SealKey).ExecuteNonQuery();
        foreach (var code in ballots.Select(b => b.Code).OfType<byte[]>().Order(SameBytes.InOrder))
            With(_spend, change, round, code).ExecuteNonQuery();
        foreach (var one in ballots.OrderBy(b => b.Key, SameBytes.InOrder))
            With(_store, change, round, one.Key, one.Ballot.Seal, one.Ballot.Bytes).ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public override async Task AddCodes(DbTransaction change, byte[] round, IReadOnlyList<byte[]> codes)
    {
        foreach (var code in codes)
        {
            await change.Run(
                "insert into code (round, hash, used) values (@round, @hash, 0) on conflict do nothing", ("round", round), ("hash", code));
        }
    }

    public override Task FoldLog(CancellationToken stop) => Alone(() => Say(_connection, "PRAGMA wal_checkpoint(TRUNCATE)"), stop);

    public override Task Rewrite(CancellationToken stop) => Alone(
        () =>
        {
            Say(_connection, "VACUUM");
            Say(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            if (new FileInfo(_connection.DataSource + "-wal") is { Exists: true, Length: > 0 })
                throw new IOException("The log of the ballot store could not be folded away; another program has the file open.");
        },
        stop);

    public override async Task<IReadOnlyList<string>> Damage(CancellationToken stop) => await Change(
        async change => (await change.All("select integrity_check from pragma_integrity_check", r => r.GetString(0)))
            .Where(line => line != "ok").ToList(),
        stop);

    public override async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        foreach (var command in new[] { _spent, _present, _spend, _seal, _store }) await command.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    /// <summary>Down to nothing: a log that is only begun again keeps its length, and would be folded at every change from then
    /// on.</summary>
    private void ShortenLog()
    {
        if (new FileInfo(_connection.DataSource + "-wal") is not { Exists: true, Length: > LongLog }) return;
        try
        {
            Say(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // What was committed stands in the log and counts. The next turn tries again.
        }
    }

    private async Task Alone(Action work, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            work();
        }
        catch (SqliteException e) when (e.Happened(_connection.DataSource))
        {
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private SqliteCommand Prepared(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        // Made anew by the driver when it first runs, because the tables may not be there yet.
        command.CommandText = sql;
        foreach (var name in names) command.Parameters.Add(name, SqliteType.Blob);
        return command;
    }

    private static SqliteCommand With(SqliteCommand command, DbTransaction change, params byte[][] values)
    {
        command.Transaction = (SqliteTransaction)change;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    private static void Say(SqliteConnection connection, string what)
    {
        using var command = connection.CreateCommand();
        command.CommandText = what;
        command.ExecuteNonQuery();
    }
}
