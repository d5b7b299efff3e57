using System.Buffers;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Fairload.App.Backup;

/// <summary>Writes tables into an archive, a line a row, in the order of their keys: in no other, which could tell what came
/// first.</summary>
internal static class TableWriting
{
    public static async Task<IReadOnlyList<BackupTable>> Write(
        ZipArchive archive, string store, DbTransaction look, CancellationToken stop)
    {
        var written = new List<BackupTable>();
        foreach (var table in await StoredTable.In(look.Connection!, look, stop))
            if (!BackupManifest.LeftOut.Contains(table.Name)) written.Add(await Write(archive, store, table, look, stop));
        return written;
    }

    private static async Task<BackupTable> Write(
        ZipArchive archive, string store, StoredTable table, DbTransaction look, CancellationToken stop)
    {
        await using var command = look.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (Query(table, StoredTable.IsPostgres(look.Connection!)), look);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var named = table.Columns.Select(c => $"{c.Name}:{c.Kind}").ToList();
        var entry = archive.CreateEntry($"{store}/{table.Name}.jsonl", CompressionLevel.Fastest);
        await using var into = await entry.OpenAsync(stop);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(line, StoredRow.Shape);
        var count = 0L;
        while (await rows.ReadAsync(stop))
        {
            line.ResetWrittenCount();
            json.Reset();
            StoredRow.Write(json, rows, table.Columns);
            line.Write("\n"u8);
            hash.AppendData(line.WrittenSpan);
            await into.WriteAsync(line.WrittenMemory, stop);
            count++;
        }

        return new(store, table.Name, named, count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string Query(StoredTable table, bool isPostgres)
    {
        var kinds = table.Columns.ToDictionary(c => c.Name, c => c.Kind);
        var order = table.Key.Select(k => $"\"{k}\"" + (isPostgres && kinds[k] == ColumnKind.Text ? " collate \"C\"" : ""));
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        return $"select {columns} from \"{table.Name}\" order by {string.Join(", ", order)}";
    }
}
