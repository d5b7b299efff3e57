using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Backup;

/// <summary>
/// Everything that one council's data are, as one file, while people work on: each store as it stood at one moment. The keys of rounds are
/// left out, and so are letters that wait in the outbox, which can hold codes.
/// </summary>
public sealed class BackupDesk(FairloadDb db, DataDirectory data, BallotStore ballots, AuditTrail audit, TimeProvider clock)
{
    private const string Half = ".part";

    /// <summary>Files of the data directory that are part of a backup, by folder.</summary>
    internal static IEnumerable<string> FilesOf(DataDirectory data) =>
        new[] { "practice-words.json", "keys/records.key" }.Where(f => File.Exists(Path.Combine(data.Path, f)))
            .Concat(Under(data.Path, "templates")).Order(StringComparer.Ordinal);

    /// <summary>Refuses a place where something is already, or where nothing can be written. Until the file is whole it has another
    /// name.</summary>
    public async Task<Result<BackupMade>> Make(string path, CancellationToken stop)
    {
        var (full, half) = (Path.GetFullPath(path), Path.GetFullPath(path) + Half);
        if (File.Exists(full) || Directory.Exists(full))
            return new Problem("OUT", $"{full} is there already. Name another file: a backup never writes over anything.");
        if (Path.GetDirectoryName(full) is not { } folder || !Directory.Exists(folder))
            return new Problem("OUT", $"The folder of {full} is not there. Make it, or name another file.");

        try
        {
            return await Written(full, half, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not RoundKeyMissing)
        {
            return StoreTrouble.Explain(e) is null
                ? new Problem("OUT", $"The backup could not be written to {full}: {e.Message} Nothing was left there.")
                : new Problem("OUT", $"The disk of {full} is full. No backup was made, and nothing was left there. Make room or name another disk.");
        }
    }

    private async Task<Result<BackupMade>> Written(string full, string half, CancellationToken stop)
    {
        var options = WholeFile.Private();
        options.Share = FileShare.None;
        var mine = false;
        try
        {
            BackupManifest manifest;
            await using (var file = new FileStream(half, options))
            {
                mine = true;
                await using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                    manifest = await Fill(archive, stop);
                file.Flush(flushToDisk: true);
            }

            var fingerprint = await Fingerprint(half, stop);
            File.Move(half, full, overwrite: false);
            mine = false;
            return new BackupMade(full, fingerprint, manifest, await Noted(fingerprint, stop));
        }
        finally
        {
            if (mine) File.Delete(half);
        }
    }

    /// <summary>The ballots first: who is told as having answered in the department's copy then never lacks in the ballots' unless the
    /// ballot came between the two looks, and the code of such a ballot can be used again.</summary>
    private async Task<BackupManifest> Fill(ZipArchive archive, CancellationToken stop)
    {
        var (ballotSchema, openRounds, tables) = (new List<string>(), 0, new List<BackupTable>());
        if (await HasBallots(stop))
        {
            var engine = await ballots.Engine(stop);
            await engine.Change(
                async look =>
                {
                    if (engine.Still.Length > 0) await look.Run(engine.Still);
                    ballotSchema = Plain(await look.All("select script from script_history", r => r.GetString(0)));
                    openRounds = await look.Count("select count(*) from round where state < 3");
                    tables.AddRange(await TableWriting.Write(archive, BackupTable.Ballots, look, stop));
                    return default(Done);
                },
                stop);
        }

        var schema = await Department(archive, tables, stop);
        var files = await Files(archive, stop);
        var manifest = new BackupManifest(
            BackupManifest.Today, data.Settings.Engine, clock.GetUtcNow().UtcDateTime, data.Settings.Council, schema, ballotSchema,
                openRounds,
            tables, files);
        await Add(archive, BackupManifest.Entry, manifest.Write(), stop);
        await Add(archive, BackupManifest.Seal, Encoding.ASCII.GetBytes(BackupManifest.Hash(manifest.Write())), stop);
        return manifest;
    }

    private async Task<List<string>> Department(ZipArchive archive, List<BackupTable> tables, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var look = connection is SqliteConnection sqlite ? (DbTransaction)sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
            var schema = await StoredTable.Rows(connection, look, "select script from schema_history", stop);
            tables.AddRange(await TableWriting.Write(archive, BackupTable.Department, look, stop));
            return Plain(schema.Select(s => s[0]));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<List<BackupFile>> Files(ZipArchive archive, CancellationToken stop)
    {
        var files = new List<BackupFile>();
        var settings = data.Settings with { Engine = "sqlite", Connection = "", BallotConnection = "" };
        await Add("fairload.json", JsonSerializer.SerializeToUtf8Bytes(settings, DataDirectory.Json));
        foreach (var name in FilesOf(data)) await Add(name, await File.ReadAllBytesAsync(Path.Combine(data.Path, name), stop));
        return files;

        async Task Add(string name, byte[] bytes)
        {
            var one = new BackupFile(name, bytes.Length, BackupManifest.Hash(bytes));
            await BackupDesk.Add(archive, one.Entry, bytes, stop);
            files.Add(one);
        }
    }

    /// <summary>On a full disk the note can not be written. The backup counts all the same: whoever makes one then needs it.</summary>
    private async Task<Problem?> Noted(string fingerprint, CancellationToken stop)
    {
        try
        {
            await audit.Note(Reader.AtTheMachine, AuditAction.Exported, "backup", fingerprint[..16], stop);
            return null;
        }
        catch (Exception e) when (StoreTrouble.Explain(e) is not null)
        {
            return new("", $"The backup is whole, but the audit trail could not be told of it. {StoreTrouble.Explain(e)!.Message}");
        }
    }

    private async Task<bool> HasBallots(CancellationToken stop)
    {
        if (!data.IsPostgres) return File.Exists(BallotPlace.File(data));
        if (data.Settings.BallotConnection.Length > 0) return true;
        return await db.Database.SqlQueryRaw<bool>("select exists (select 1 from pg_namespace where nspname = 'ballots') as \"Value\"")
            .SingleAsync(stop);
    }

    internal static async Task<string> Fingerprint(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }

    /// <summary>Names of scripts without the engine: the same version of the schema reads the same on both.</summary>
    internal static List<string> Plain(IEnumerable<string> scripts) =>
        [.. scripts.Select(s => s.Replace(".sqlite.sql", ".sql", StringComparison.Ordinal)
            .Replace(".postgres.sql", ".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task Add(ZipArchive archive, string name, byte[] bytes, CancellationToken stop)
    {
        await using var into = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);
        await into.WriteAsync(bytes, stop);
    }

    private static IEnumerable<string> Under(string root, string folder) => !Directory.Exists(Path.Combine(root, folder)) ? []
        : Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'));
}
