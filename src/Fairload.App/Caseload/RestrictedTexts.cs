using System.Data.Common;
using System.Text.RegularExpressions;
using Fairload.App.Backup;
using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fairload.App.Caseload;

/// <summary>
/// The references of restricted cases in what is written elsewhere: minutes, notices, outcomes of imports, images for undoing. They are
/// replaced by the name that everybody knows, wherever the database lets itself be changed.
/// </summary>
public sealed class RestrictedTexts(FairloadDb db)
{
    /// <summary>The restriction itself; lists of samples whose hash anybody can check; what is written once for ever.</summary>
    private static readonly HashSet<string> Kept =
        ["restricted_case", "audit_list", "audit_entry", "import_file", "schema_history", "data_protection_key", "session"];

    /// <summary>Inside the change that restricts.</summary>
    public async Task Replace(string reference, string name, CancellationToken stop)
    {
        var (connection, change) = (db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var table in (await StoredTable.In(connection, change, stop)).Where(t => !Kept.Contains(t.Name)))
        {
            foreach (var column in table.Columns.Where(c => c.Kind == ColumnKind.Text && !table.Key.Contains(c.Name)))
                await Replace(connection, change, table, column.Name, reference, name, stop);
        }
    }

    /// <summary>The same outcome as everybody may read it: the extract itself names cases that are restricted.</summary>
    internal static async Task<ImportOutcome> Mask(FairloadDb db, ImportOutcome outcome, CancellationToken stop)
    {
        if (outcome.Problems.Count == 0) return outcome;
        var restricted = await db.Set<RestrictedCase>().AsNoTracking().ToListAsync(stop);
        if (restricted.Count == 0) return outcome;
        string Masked(string text)
        {
            foreach (var one in restricted) text = Replaced(text, one.Reference, one.Name);
            return text;
        }

        return outcome with
        {
            Problems = [.. outcome.Problems.Select(p => p with { Message = Masked(p.Message), Args = [.. p.Args.Select(Masked)] })],
        };
    }

    /// <summary>As a word of its own: R-1 is not a part of R-12.</summary>
    internal static string Replaced(string text, string reference, string name) =>
        !text.Contains(reference, StringComparison.OrdinalIgnoreCase) ? text
        : Regex.Replace(
            text, $@"(?<![\p{{L}}\p{{N}}-]){Regex.Escape(reference)}(?![\p{{L}}\p{{N}}-])", name.Replace("$", "$$", StringComparison.Ordinal),
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));

    private static async Task Replace(
        DbConnection connection, DbTransaction change, StoredTable table, string column, string reference, string name,
            CancellationToken stop)
    {
        var found = new List<(IReadOnlyList<object> Key, string Text)>();
        await using (var search = Command(connection, change, $"select {Named(table.Key)}, \"{column}\" from \"{table.Name}\" where lower(\"{column}\") like @likely escape '!'"))
        {
            Give(search, "@likely", "%" + Likely(reference.ToLowerInvariant()) + "%");
            await using var rows = await search.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
                found.Add(([.. Enumerable.Range(0, table.Key.Count).Select(rows.GetValue)], rows.GetString(table.Key.Count)));
        }

        foreach (var (key, text) in found)
        {
            var now = Replaced(text, reference, name);
            if (now == text) continue;
            await using var update = Command(connection, change,
                $"update \"{table.Name}\" set \"{column}\" = @now where {string.Join(" and ", table.Key.Select((k, i) => $"\"{k}\" = @k{i}"))}");
            Give(update, "@now", now);
            foreach (var (i, value) in key.Index()) Give(update, $"@k{i}", value);
            await Try(update, change, stop);
        }
    }

    /// <summary>What the database keeps as it is (frozen editions, releases, steps of transfers) it refuses: such rows hold no
    /// references of cases but where somebody typed one.</summary>
    private static async Task Try(DbCommand update, DbTransaction change, CancellationToken stop)
    {
        await change.SaveAsync("masking", stop);
        try
        {
            await update.ExecuteNonQueryAsync(stop);
            await change.ReleaseAsync("masking", stop);
        }
        catch (DbException)
        {
            await change.RollbackAsync("masking", stop);
        }
    }

    private static string Named(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    private static string Likely(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal);

    private static DbCommand Command(DbConnection connection, DbTransaction change, string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, change);
        return command;
    }

    private static void Give(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
