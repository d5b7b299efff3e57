using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Fairload.App.Backup;

/// <summary>
/// Puts the rows of an archive into tables that have just been made. What the database refuses at other times (a change of the audit
/// trail, a ballot for a closed round) it refuses again from the end of the same transaction on.
/// </summary>
internal static class TableLoading
{
    /// <returns>Why the tables do not fit; null when every row is in.</returns>
    public static async Task<string?> Load(BackupReading archive, string store, DbTransaction change, CancellationToken stop)
    {
        var connection = change.Connection!;
        var there = (await StoredTable.In(connection, change, stop)).Where(t => !BackupManifest.LeftOut.Contains(t.Name))
            .ToDictionary(t => t.Name, StringComparer.Ordinal);
        var given = archive.Manifest.Tables.Where(t => t.Store == store).ToList();
        if (store == BackupTable.Department && there.Keys.Except(given.Select(t => t.Name)).FirstOrDefault() is { } missing)
            return $"it has no table {missing}";
        foreach (var table in given)
        {
            if (!there.TryGetValue(table.Name, out var target)) return $"it has a table {table.Name}, which this program does not know";
            if (!target.Columns.Select(c => $"{c.Name}:{c.Kind}").SequenceEqual(table.Columns))
                return $"the columns of its table {table.Name} are not those of this program";
        }

        // Rows of rounds first: in the ballot store all others point at them.
        var inOrder = given.OrderBy(t => t.Name != "round").ToList();
        if (connection is NpgsqlConnection postgres) await Into(postgres, change, archive, inOrder, there, stop);
        else await Into((SqliteConnection)connection, change, archive, inOrder, there, stop);
        return null;
    }

    private static async Task Into(
        SqliteConnection connection, DbTransaction change, BackupReading archive, IReadOnlyList<BackupTable> given,
        Dictionary<string, StoredTable> there, CancellationToken stop)
    {
        var triggers = await StoredTable.Rows(connection, change, "select name, sql from sqlite_master where type = 'trigger'", stop);
        foreach (var trigger in triggers) await StoredTable.Run(connection, change, $"drop trigger \"{trigger[0]}\"", stop);
        foreach (var table in given.Reverse()) await StoredTable.Run(connection, change, $"delete from \"{table.Name}\"", stop);
        foreach (var table in given)
        {
            var columns = there[table.Name].Columns;
            await using var insert = connection.CreateCommand();
            insert.Transaction = (SqliteTransaction)change;
            insert.CommandText = $"insert into \"{table.Name}\" ({Named(columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            for (var i = 0; i < columns.Count; i++) insert.Parameters.Add(new SqliteParameter($"@p{i}", DBNull.Value));
            await foreach (var row in archive.Rows(table))
            {
                for (var i = 0; i < columns.Count; i++)
                    insert.Parameters[i].Value = StoredRow.Read(row[i], columns[i].Kind) ?? DBNull.Value;
                await insert.ExecuteNonQueryAsync(stop);
            }
        }

        foreach (var trigger in triggers) await StoredTable.Run(connection, change, trigger[1], stop);
        var lost = await StoredTable.Rows(connection, change, "select \"table\" from pragma_foreign_key_check", stop);
        if (lost.Count > 0) throw new InvalidDataException($"Rows of {lost[0][0]} point at nothing.");
    }

    /// <summary>Keys between tables are taken away and made again, which holds all rows against them.</summary>
    private static async Task Into(
        NpgsqlConnection connection, DbTransaction change, BackupReading archive, IReadOnlyList<BackupTable> given,
        Dictionary<string, StoredTable> there, CancellationToken stop)
    {
        var keys = await StoredTable.Rows(
            connection, change,
            "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint " +
            "where contype = 'f' and connamespace = current_schema()::regnamespace", stop);
        foreach (var key in keys) await StoredTable.Run(connection, change, $"alter table {key[0]} drop constraint \"{key[1]}\"", stop);
        foreach (var table in given)
            await StoredTable.Run(connection, change, $"alter table \"{table.Name}\" disable trigger user; delete from \"{table.Name}\"", stop);
        foreach (var table in given) await Into(connection, archive, table, there[table.Name].Columns, stop);
        foreach (var key in keys)
            await StoredTable.Run(connection, change, $"alter table {key[0]} add constraint \"{key[1]}\" {key[2]}", stop);
        foreach (var table in given) await StoredTable.Run(connection, change, $"alter table \"{table.Name}\" enable trigger user", stop);
        foreach (var counted in await StoredTable.Rows(
            connection, change,
            "select table_name, column_name from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'",
            stop))
        {
            await using var next = connection.CreateCommand();
            next.CommandText =
                $"select setval(pg_get_serial_sequence('{counted[0]}', '{counted[1]}'), coalesce(max({counted[1]}), 0) + 1, false) from {counted[0]}";
            await next.ExecuteScalarAsync(stop);
        }
    }

    private static async Task Into(
        NpgsqlConnection connection, BackupReading archive, BackupTable table, IReadOnlyList<StoredColumn> columns, CancellationToken stop)
    {
        await using var copy =
            await connection.BeginBinaryImportAsync($"copy \"{table.Name}\" ({Named(columns)}) from stdin (format binary)", stop);
        await foreach (var row in archive.Rows(table))
        {
            await copy.StartRowAsync(stop);
            for (var i = 0; i < columns.Count; i++)
            {
                if (StoredRow.Read(row[i], columns[i].Kind) is not { } value) await copy.WriteNullAsync(stop);
                else if (columns[i].Declared == "integer") await copy.WriteAsync(checked((int)(long)value), NpgsqlDbType.Integer, stop);
                else await copy.WriteAsync(value, TypeOf(columns[i].Kind), stop);
            }
        }

        await copy.CompleteAsync(stop);
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Identifier => NpgsqlDbType.Uuid,
        ColumnKind.Day => NpgsqlDbType.Date,
        ColumnKind.Instant => NpgsqlDbType.TimestampTz,
        ColumnKind.Amount => NpgsqlDbType.Numeric,
        ColumnKind.Whole => NpgsqlDbType.Bigint,
        ColumnKind.Real => NpgsqlDbType.Double,
        ColumnKind.YesNo => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Bytea,
    };

    private static string Named(IReadOnlyList<StoredColumn> columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
}
