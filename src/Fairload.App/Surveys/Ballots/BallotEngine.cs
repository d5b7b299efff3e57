using System.Data.Common;
using System.Reflection;

namespace Fairload.App.Surveys.Ballots;

/// <summary>A ballot that is to be counted, with what the store knows it by.</summary>
/// <param name="Code">The hash of its code; null at a kiosk.</param>
internal sealed record BallotAsked(byte[]? Code, byte[] Key, SealedBallot Ballot);

/// <summary>The database that holds the ballots, and nothing else of the department's. Two engines, the same promises.</summary>
internal abstract class BallotEngine : IAsyncDisposable
{
    private const string Folder = "Ballots/";

    /// <summary>Ends a query whose rows must not change until the end of the transaction.</summary>
    public abstract string Unchanged { get; }

    /// <summary>Ends a query whose rows this transaction is about to change.</summary>
    public abstract string ToChange { get; }

    /// <summary>Said first where all tables have to be seen as of one moment; empty where a transaction sees no other.</summary>
    public abstract string Still { get; }

    protected abstract string Engine { get; }

    /// <summary>All of it, durably, or nothing.</summary>
    public abstract Task<T> Change<T>(Func<DbTransaction, Task<T>> work, CancellationToken stop);

    /// <summary>Which of these codes there are, and whether they are spent.</summary>
    public abstract Task<IReadOnlyDictionary<byte[], bool>> Spent(DbTransaction change, byte[] round, IReadOnlyList<byte[]> codes);

    /// <summary>Which of these ballots are there.</summary>
    public abstract Task<IReadOnlySet<byte[]>> Present(DbTransaction change, byte[] round, IReadOnlyList<byte[]> keys);

    /// <summary>Spends the codes and stores the ballots.</summary>
    public abstract Task Store(DbTransaction change, byte[] round, IReadOnlyList<BallotAsked> ballots);

    public abstract Task AddCodes(DbTransaction change, byte[] round, IReadOnlyList<byte[]> codes);

    /// <summary>Folds the log away, so that it holds nothing of what was taken back.</summary>
    public abstract Task FoldLog(CancellationToken stop);

    /// <summary>Writes the tables anew, so that nothing is left of what was deleted from them.</summary>
    public abstract Task Rewrite(CancellationToken stop);

    /// <summary>What is damaged in the store itself; empty for a whole one.</summary>
    public abstract Task<IReadOnlyList<string>> Damage(CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    /// <summary>Runs the scripts of this engine that the store has not yet seen, in the order of their names.</summary>
    protected async Task BringUpToDate(DbTransaction change)
    {
        await change.Run("create table if not exists script_history (script text not null primary key)");
        var seen = await change.All("select script from script_history", r => r.GetString(0));
        var assembly = Assembly.GetExecutingAssembly();
        var ending = $".{Engine}.sql";
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Where(n => !seen.Contains(n[Folder.Length..])))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            await change.Run(await reader.ReadToEndAsync());
            await change.Run("insert into script_history (script) values (@script)", ("script", name[Folder.Length..]));
        }
    }
}

/// <summary>Statements of the ballot store, on either engine.</summary>
internal static class BallotSql
{
    public static async Task<int> Run(this DbTransaction change, string sql, params (string Name, object? Value)[] values)
    {
        await using var command = change.Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> All<T>(
        this DbTransaction change, string sql, Func<DbDataReader, T> row, params (string Name, object? Value)[] values)
    {
        await using var command = change.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await reader.ReadAsync()) all.Add(row(reader));
        return all;
    }

    public static async Task<int> Count(this DbTransaction change, string sql, params (string Name, object? Value)[] values) =>
        (int)(await change.All(sql, r => r.GetInt64(0), values))[0];

    public static byte[] Bytes(this DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static DbCommand Command(this DbTransaction change, string sql, (string Name, object? Value)[] values)
    {
        var command = change.Connection!.CreateCommand();
        command.Transaction = change;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>Hashes are the same when their bytes are.</summary>
internal sealed class SameBytes : IEqualityComparer<byte[]>
{
    public static SameBytes Comparer { get; } = new();

    public static Comparer<byte[]> InOrder { get; } = Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y));

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => BitConverter.ToInt32(obj, 0);
}
