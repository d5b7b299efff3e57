using System.Globalization;
using System.Text.Json;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Fairload.App.Backup;

/// <summary>
/// Makes a data directory from a backup, on either engine, whole or not at all. SQLite files are made beside the directory and put in its
/// place at the end. On PostgreSQL a mark keeps everybody out of the directory until the last row is in.
/// </summary>
public static class RestoreDesk
{
    private const string Beside = ".restoring";

    /// <param name="directory">Empty or not there; for PostgreSQL it holds a <c>fairload.json</c> that says where an empty database
    /// is.</param>
    public static async Task<Result<BackupManifest>> Restore(string file, string directory, string? fingerprint, CancellationToken stop)
    {
        if (!(await BackupReading.Open(file, fingerprint, stop)).Try(out var archive, out var problems)) return problems.ToList();
        using (archive)
        {
            try
            {
                var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
                if (!Target(full).Try(out var settings, out problems)) return problems.ToList();
                var failed = settings.Engine == "postgres" ? await OnPostgres(archive, full, settings, stop)
                    : await OnSqlite(archive, full, settings, stop);
                return failed is null ? archive.Manifest : failed;
            }
            catch (Exception e) when (StoreTrouble.Explain(e) is { } trouble)
            {
                return new Problem("data", $"The backup could not be restored. {trouble.Message}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new Problem("data", $"The backup could not be restored: {e.Message}");
            }
        }
    }

    /// <summary>What the directory says of itself. Refuses one that holds anything else.</summary>
    private static Result<CouncilSettings> Target(string full)
    {
        if (File.Exists(full)) return new Problem("data", $"{full} is a file. Name an empty directory with --data DIR.");
        if (!Directory.Exists(full)) return new CouncilSettings();
        var holds = Directory.EnumerateFileSystemEntries(full).Select(e => Path.GetFileName(e)!)
            .Where(n => n != "fairload.json" + WholeFile.Half && !IsEmptyBox(full, n)).ToList();
        var own = holds.Remove("fairload.json");
        var again = own && holds.Contains(DataDirectory.Restoring);
        if (holds.Count > 0 && !again)
            return new Problem("data", $"{full} is not empty: it holds {holds[0]}. Restore into an empty directory; a restore never writes over data.");
        if (!own) return new CouncilSettings();

        // An earlier restore that was broken off left its mark; whoever restores again is let past it.
        return DataDirectory.OpenForRestore(full).Try(out var data, out var problems) ? data.Settings : problems.ToList();
    }

    private static bool IsEmptyBox(string full, string name) =>
        name is "inbox" or "outbox" && !Directory.EnumerateFileSystemEntries(Path.Combine(full, name)).Any();

    private static async Task<Problem?> OnSqlite(BackupReading archive, string full, CouncilSettings own, CancellationToken stop)
    {
        var beside = full + Beside;
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        try
        {
            await Files(archive, beside, own, stop);
            if (!DataDirectory.Open(beside).Try(out var data, out var problems)) return problems[0];
            if (await Department(archive, data, stop) is { } wrong) return wrong;
            if (await Ballots(archive, data, stop) is { } wrongBallots) return wrongBallots;
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(full)) Directory.Delete(full, recursive: true);
            Directory.Move(beside, full);
            return null;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        }
    }

    private static async Task<Problem?> OnPostgres(BackupReading archive, string full, CouncilSettings own, CancellationToken stop)
    {
        var mark = Path.Combine(full, DataDirectory.Restoring);
        var which = BackupManifest.Hash(archive.Manifest.Write());
        await using (var connection = new NpgsqlConnection(own.Connection))
        {
            await connection.OpenAsync(stop);
            if ((await StoredTable.In(connection, null, stop)).Count > 0)
            {
                if (!await IsAllThere(archive, connection, mark, which, stop))
                    return new("data", $"The database that fairload.json in {full} names is not empty. Restore into an empty one; a restore never writes over data.");
                File.Delete(mark);
                return null;
            }
        }

        await File.WriteAllTextAsync(mark, which, stop);
        await Files(archive, full, own, stop);
        if (!DataDirectory.OpenForRestore(full).Try(out var data, out var problems)) return problems[0];
        if (await Ballots(archive, data, stop) is { } wrongBallots) return wrongBallots;
        if (await Department(archive, data, stop) is { } wrong) return wrong;
        File.Delete(mark);
        return null;
    }

    /// <summary>This same restore was broken off between its last row and the taking away of its mark: the department's rows come last, and
    /// come all at once.</summary>
    private static async Task<bool> IsAllThere(
        BackupReading archive, NpgsqlConnection connection, string mark, string which, CancellationToken stop)
    {
        if (!File.Exists(mark) || await File.ReadAllTextAsync(mark, stop) != which) return false;
        foreach (var table in archive.Manifest.Tables.Where(t => t.Store == BackupTable.Department))
        {
            var count = await StoredTable.Rows(connection, null, $"select count(*)::text from \"{table.Name}\"", stop);
            if (count[0][0] != table.Rows.ToString(CultureInfo.InvariantCulture)) return false;
        }

        return true;
    }

    /// <summary>All in one transaction: the schema as it was, the rows, and what this program's schema has more.</summary>
    private static async Task<Problem?> Department(BackupReading archive, DataDirectory data, CancellationToken stop)
    {
        await using var db = new FairloadDb(data.DbOptions());
        await db.Database.OpenConnectionAsync(stop);
        if (!data.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF", stop);
        try
        {
            await db.Change(
                async () =>
                {
                    var known = archive.Manifest.Schema.ToHashSet(StringComparer.Ordinal);
                    await db.RunScripts(name => known.Contains(BackupDesk.Plain([name])[0]), stop);
                    var change = db.Database.CurrentTransaction!.GetDbTransaction();
                    if (await TableLoading.Load(archive, BackupTable.Department, change, stop) is { } wrong) throw new DoesNotFit(wrong);
                    await db.RunScripts(_ => true, stop);
                    return default(Done);
                },
                stop);
            if (!data.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stop);
            return null;
        }
        catch (Exception e) when (e is DoesNotFit or InvalidDataException or FormatException or PostgresException { SqlState: "23503" })
        {
            return new("FILE", $"The backup does not fit: {e.Message}. Nothing was restored.");
        }
    }

    private static async Task<Problem?> Ballots(BackupReading archive, DataDirectory data, CancellationToken stop)
    {
        if (archive.Manifest.BallotSchema.Count == 0) return null;
        await using var engine = await BallotPlace.Open(data, stop);
        try
        {
            await engine.Change(
                async change => await TableLoading.Load(archive, BackupTable.Ballots, change, stop) is { } wrong
                    ? throw new DoesNotFit(wrong)
                    : default(Done), stop);
            return null;
        }
        catch (DoesNotFit e)
        {
            return new("FILE", $"The backup does not fit: {e.Message}. Nothing was restored.");
        }
    }

    private static async Task Files(BackupReading archive, string folder, CouncilSettings own, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in archive.Manifest.Files)
        {
            var (bytes, path) = (await archive.Bytes(file, stop), Path.Combine(folder, file.Name));
            if (file.Name == "fairload.json")
            {
                var said = JsonSerializer.Deserialize<CouncilSettings>(bytes, DataDirectory.Json) ?? new();
                bytes = JsonSerializer.SerializeToUtf8Bytes(
                    said with { Engine = own.Engine, Connection = own.Connection, BallotConnection = own.BallotConnection },
                    DataDirectory.Json);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, bytes, overwrite: true);
        }
    }

    private sealed class DoesNotFit(string how) : Exception(how);
}
