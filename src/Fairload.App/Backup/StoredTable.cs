using System.Data.Common;

namespace Fairload.App.Backup;

/// <summary>What a column holds, the same on both engines.</summary>
internal enum ColumnKind { Text, Identifier, Day, Instant, Amount, Whole, Real, YesNo, Bytes }

/// <param name="Declared">The type as the engine names it.</param>
internal sealed record StoredColumn(string Name, ColumnKind Kind, string Declared)
{
    public static StoredColumn Of(string name, string declared) => new(name, KindOf(declared), declared.ToLowerInvariant());

    private static ColumnKind KindOf(string declared) => declared.ToLowerInvariant() switch
    {
        "text" => ColumnKind.Text,
        "uuid" => ColumnKind.Identifier,
        "date" => ColumnKind.Day,
        "timestamptz" or "timestamp with time zone" => ColumnKind.Instant,
        "integer" or "bigint" or "smallint" => ColumnKind.Whole,
        "boolean" => ColumnKind.YesNo,
        "bytea" or "blob" => ColumnKind.Bytes,
        "double precision" or "double" or "real" => ColumnKind.Real,
        var other when other.StartsWith("numeric", StringComparison.Ordinal) => ColumnKind.Amount,
        var other => throw new InvalidOperationException($"No backup knows columns of the type {other}."),
    };
}

/// <summary>A table as it is stored.</summary>
/// <param name="Key">The columns of its key, in the order in which rows are written; all columns where it has none.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>Which tables and columns there are is asked of the database itself, so that a new one is never forgotten.</summary>
    public static async Task<IReadOnlyList<StoredTable>> In(DbConnection connection, DbTransaction? within, CancellationToken stop)
    {
        var columns = await Rows(connection, within, IsPostgres(connection) ? PostgresColumns : SqliteColumns, stop);
        return [.. columns.GroupBy(c => c[0], StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal).Select(Table)];
    }

    public static bool IsPostgres(DbConnection connection) => connection is Npgsql.NpgsqlConnection;

    private const string SqliteColumns =
        """
        select t.name, c.name, c.type, case when c.pk > 0 then printf('%03d', c.pk) else '' end
        from sqlite_master t join pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite\_%' escape '\' order by t.name, c.cid
        """;

    private const string PostgresColumns =
        """
        select c.table_name, c.column_name, c.data_type, coalesce((
            select lpad(array_position(i.indkey::smallint[], a.attnum)::text, 3, '0') from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attname = c.column_name
            where i.indisprimary and a.attnum = any (i.indkey)
                and i.indrelid = format('%I.%I', c.table_schema, c.table_name)::regclass), '')
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position
        """;

    private static StoredTable Table(IGrouping<string, IReadOnlyList<string>> rows)
    {
        var columns = rows.Select(r => StoredColumn.Of(r[1], r[2])).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        var key = rows.Where(r => r[3].Length > 0).OrderBy(r => r[3], StringComparer.Ordinal).Select(r => r[1]).ToList();
        return new(rows.Key, columns, key.Count > 0 ? key : [.. columns.Select(c => c.Name)]);
    }

    internal static async Task<IReadOnlyList<IReadOnlyList<string>>> Rows(
        DbConnection connection, DbTransaction? within, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, within);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<IReadOnlyList<string>>();
        while (await reader.ReadAsync(stop))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))]);
        return rows;
    }

    internal static async Task<int> Run(DbConnection connection, DbTransaction? within, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, within);
        return await command.ExecuteNonQueryAsync(stop);
    }
}
