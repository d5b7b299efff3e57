using System.Data.Common;
using Npgsql;

namespace Fairload.App.Surveys.Ballots;

/// <summary>The role that owns the ballots is not there, and whoever asked may not make it.</summary>
public sealed class BallotRoleMissing(string asker, Exception inner)
    : InvalidOperationException("The role of the ballot store may not be made.", inner)
{
    /// <summary>What an administrator of the server runs instead.</summary>
    public string Remedy { get; } =
        $"create role {PostgresBallots.Role} nologin; grant {PostgresBallots.Role} to {asker}; create schema ballots authorization {PostgresBallots.Role}";
}

/// <summary>
/// The store as a schema of its own, owned by a role of its own. Several web nodes may write: rows that a batch decides about are locked in
/// the order of their hashes, and unique keys decide the rest.
/// </summary>
internal sealed class PostgresBallots : BallotEngine
{
    public const string Role = "fairload_ballots";
    private const int Tries = 5;

    private readonly NpgsqlDataSource _source;

    private PostgresBallots(NpgsqlDataSource source) => _source = source;

    public override string Unchanged => " for share";

    public override string ToChange => " for update";

    public override string Still => "set transaction isolation level repeatable read, read only";

    protected override string Engine => "postgres";

    /// <param name="own">Whether this connection is the store's own: then its role and schema are there already.</param>
    public static async Task<PostgresBallots> Open(string connection, bool own, CancellationToken stop)
    {
        if (!own) await MakeRole(connection, stop);
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            Options = (own ? "" : $"-c role={Role} ") + "-c search_path=ballots -c synchronous_commit=on",
            MaxPoolSize = 8,
        };
        var engine = new PostgresBallots(NpgsqlDataSource.Create(settings));
        try
        {
            await engine.Change(
                async change =>
                {
                    // Two nodes may start at once; the second waits here until the first has committed.
                    await change.Run("select pg_advisory_xact_lock(5081)");
                    await engine.BringUpToDate(change);
                    return default(Done);
                },
                stop);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }

        return engine;
    }

    public override async Task<T> Change<T>(Func<DbTransaction, Task<T>> work, CancellationToken stop)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(stop);
                await using var change = await connection.BeginTransactionAsync(stop);
                var outcome = await work(change);
                await change.CommitAsync(stop);
                return outcome;
            }
            catch (PostgresException e) when (tried < Tries && e.SqlState is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation)
            {
                // Another node was at the same rows; what it did is seen now.
            }
        }
    }

    public override async Task<IReadOnlyDictionary<byte[], bool>> Spent(DbTransaction change, byte[] round, IReadOnlyList<byte[]> codes)
    {
        var rows = await change.All(
            "select hash, used from code where round = @round and hash = any(@codes) order by hash for update",
            r => (Hash: r.Bytes(0), IsSpent: r.GetInt32(1) > 0), ("round", round), ("codes", codes.ToArray()));
        return rows.ToDictionary(r => r.Hash, r => r.IsSpent, SameBytes.Comparer);
    }

    public override async Task<IReadOnlySet<byte[]>> Present(DbTransaction change, byte[] round, IReadOnlyList<byte[]> keys) =>
        (await change.All(
            "select ballot_key from sealed where round = @round and ballot_key = any(@keys)", r => r.Bytes(0), ("round", round),
            ("keys", keys.ToArray()))).ToHashSet(SameBytes.Comparer);

    public override async Task Store(DbTransaction change, byte[] round, IReadOnlyList<BallotAsked> ballots)
    {
        foreach (var seal in ballots.Select(b => b.Ballot).DistinctBy(b => b.Seal, SameBytes.Comparer))
        {
            await change.Run(
                "insert into seal (round, id, public_key) values (@round, @id, @key) on conflict do nothing", ("round", round),
                ("id", seal.Seal), ("key", seal.SealKey));
        }

        await change.Run(
            "update code set used = 1 where round = @round and hash = any(@codes)", ("round", round),
            ("codes", ballots.Select(b => b.Code).OfType<byte[]>().ToArray()));
        await change.Run(
            "insert into sealed (round, ballot_key, seal, bytes) select @round, * from unnest(@keys, @seals, @bytes)", ("round", round),
            ("keys", ballots.Select(b => b.Key).ToArray()), ("seals", ballots.Select(b => b.Ballot.Seal).ToArray()),
            ("bytes", ballots.Select(b => b.Ballot.Bytes).ToArray()));
    }

    public override Task AddCodes(DbTransaction change, byte[] round, IReadOnlyList<byte[]> codes) => change.Run(
        "insert into code (round, hash, used) select @round, hash, 0 from unnest(@codes) as given(hash) order by hash on conflict do nothing",
        ("round", round), ("codes", codes.ToArray()));

    /// <summary>The server's own log is its administrator's; docs/confidentiality.md says what that means.</summary>
    public override Task FoldLog(CancellationToken stop) => Say("vacuum sealed", stop);

    /// <summary>A vacuum would keep what some older look at the database may still see. A truncated table has new files, and the rows
    /// of other rounds come back into them in the order of their keys.</summary>
    public override async Task Rewrite(CancellationToken stop)
    {
        foreach (var (table, key) in new[]
        {
            ("sealed", "ballot_key"), ("seal", "id"), ("code", "hash"), ("keyed", "ballot_key"), ("ballot", "ballot_key"),
            ("comment", "comment_key"),
        })
        {
            await Change(
                change => change.Run(
                    $"""
                    lock table {table} in access exclusive mode;
                    create temporary table kept on commit drop as select * from {table};
                    truncate {table};
                    alter table {table} disable trigger user;
                    insert into {table} select * from kept order by {key};
                    alter table {table} enable trigger user;
                    """),
                stop);
        }
    }

    public override Task<IReadOnlyList<string>> Damage(CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>The tables stay: who owns the schema may not be able to make it.</summary>
    public static Task Empty(BallotEngine engine, CancellationToken stop) => engine.Change(
        async change =>
        {
            var tables = await change.All(
                "select tablename from pg_tables where schemaname = 'ballots' and tablename <> 'script_history'", r => r.GetString(0));
            return await change.Run($"truncate {string.Join(", ", tables)}");
        },
        stop);

    private async Task Say(string what, CancellationToken stop)
    {
        await using var command = _source.CreateCommand(what);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>Roles belong to the whole server, where others may be starting too: what somebody else has just made is as good.</summary>
    private static async Task MakeRole(string connection, CancellationToken stop)
    {
        await using var main = new NpgsqlConnection(connection);
        await main.OpenAsync(stop);
        foreach (var (isThere, make) in new[]
        {
            ($"select exists (select 1 from pg_roles where rolname = '{Role}')", $"create role {Role} nologin"),
            ($"select pg_has_role(current_user, '{Role}', 'member')", $"grant {Role} to current_user"),
            ("select exists (select 1 from pg_namespace where nspname = 'ballots')", $"create schema ballots authorization {Role}"),
        })
        {
            for (var tried = 1; !await Is(main, isThere, stop); tried++)
            {
                try
                {
                    await using var command = new NpgsqlCommand(make, main);
                    await command.ExecuteNonQueryAsync(stop);
                }
                catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
                {
                    throw new BallotRoleMissing(new NpgsqlConnectionStringBuilder(connection).Username ?? "the role in connection", e);
                }
                catch (PostgresException) when (tried < Tries)
                {
                    await Task.Delay(50, stop);
                }
            }
        }
    }

    private static async Task<bool> Is(NpgsqlConnection main, string query, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(query, main);
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }
}
