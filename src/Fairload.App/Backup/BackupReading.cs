using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fairload.App.Schema;

namespace Fairload.App.Backup;

/// <summary>
/// An archive that has been found whole: every row and every file has the checksum that the manifest names, and the manifest its own.
/// Whoever changes a file and all its checksums is found only by the fingerprint, which is kept apart from it.
/// </summary>
internal sealed class BackupReading : IDisposable
{
    private const long LongestManifest = 8 << 20;
    private const string Zip = "PK";

    private readonly ZipArchive _archive;

    private BackupReading(ZipArchive archive, BackupManifest manifest) => (_archive, Manifest) = (archive, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Refuses what is damaged, cut short, changed, of a newer program or no backup of ours, before anything is touched.</summary>
    /// <param name="fingerprint">What the program said when it made the backup; null where nobody kept it.</param>
    public static async Task<Result<BackupReading>> Open(string path, string? fingerprint, CancellationToken stop)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full)) return new Problem("FILE", $"There is no file {full}.");
        try
        {
            if (!await IsZip(full, stop)) return new Problem("FILE", $"{full} is no backup of Fairload.");
            var found = await BackupDesk.Fingerprint(full, stop);
            if (fingerprint is not null && !fingerprint.Trim().Equals(found, StringComparison.OrdinalIgnoreCase))
                return new Problem("FILE", $"{full} is not the file of that fingerprint: its own is {found}. Somebody changed it, or it is another backup. Nothing was restored.");
            return await Open(full, stop);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or FormatException
            or InvalidOperationException)
        {
            return Damaged(full, "it can not be read to its end");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("FILE", $"{full} can not be read: {e.Message}");
        }
    }

    /// <summary>The rows of a table, one document each.</summary>
    public async IAsyncEnumerable<JsonElement> Rows(BackupTable table)
    {
        await using var from = await Entry(table.Entry).OpenAsync();
        using var lines = new StreamReader(from, Encoding.UTF8);
        while (await lines.ReadLineAsync() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement;
        }
    }

    public async Task<byte[]> Bytes(BackupFile file, CancellationToken stop) => await Bytes(Entry(file.Entry), file.Bytes, stop);

    public void Dispose() => _archive.Dispose();

    private static async Task<Result<BackupReading>> Open(string full, CancellationToken stop)
    {
        var archive = await ZipFile.OpenReadAsync(full, stop);
        var kept = false;
        try
        {
            if (archive.GetEntry(BackupManifest.Entry) is not { } entry) return new Problem("FILE", $"{full} is no backup of Fairload.");
            var bytes = await Bytes(entry, LongestManifest, stop);
            var seal = archive.GetEntry(BackupManifest.Seal) is { } hash
                ? Encoding.ASCII.GetString(await Bytes(hash, LongestManifest, stop)) : "";
            if (JsonSerializer.Deserialize<BackupManifest>(bytes, BackupManifest.Json) is not { Format: > 0, Tables: not null } manifest)
                return new Problem("FILE", $"{full} is no backup of Fairload.");
            if (manifest.Format > BackupManifest.Today || IsNewer(manifest))
                return new Problem("FILE", $"{full} was made by a newer Fairload than this one. Restore it with the program that made it, or a newer one. Nothing was restored.");
            if (seal != BackupManifest.Hash(bytes)) return Damaged(full, "what it says of itself was changed");

            var reading = new BackupReading(archive, manifest);
            if (await reading.WhatIsWrong(stop) is { } wrong) return Damaged(full, wrong);
            kept = true;
            return reading;
        }
        finally
        {
            if (!kept) archive.Dispose();
        }
    }

    private static bool IsNewer(BackupManifest manifest) =>
        manifest.Schema.Except(BackupDesk.Plain(SchemaHistory.Names()), StringComparer.Ordinal).Any();

    private static Problem Damaged(string full, string how) =>
        new("FILE", $"The backup {full} is damaged: {how}. Nothing was restored. Take another copy of it, or an older backup.");

    private async Task<string?> WhatIsWrong(CancellationToken stop)
    {
        foreach (var table in Manifest.Tables)
        {
            if (_archive.GetEntry(table.Entry) is not { } entry) return $"the table {table.Name} is missing";
            var (hash, lines) = await HashOf(entry, stop);
            if (hash != table.Sha256 || lines != table.Rows) return $"the table {table.Name} is not as it was written";
        }

        foreach (var file in Manifest.Files)
        {
            if (file.Name.Split('/').Contains("..") || Path.IsPathRooted(file.Name)) return $"it names a file outside of it, {file.Name}";
            if (_archive.GetEntry(file.Entry) is not { } entry) return $"the file {file.Name} is missing";
            if ((await HashOf(entry, stop)).Hash != file.Sha256) return $"the file {file.Name} is not as it was written";
        }

        var named = Manifest.Tables.Select(t => t.Entry).Concat(Manifest.Files.Select(f => f.Entry))
            .Concat([BackupManifest.Entry, BackupManifest.Seal]).ToHashSet(StringComparer.Ordinal);
        return _archive.Entries.FirstOrDefault(e => !named.Contains(e.FullName)) is { } foreign
            ? $"{foreign.FullName} does not belong in it"
            : null;
    }

    private static async Task<(string Hash, long Lines)> HashOf(ZipArchiveEntry entry, CancellationToken stop)
    {
        await using var from = await entry.OpenAsync(stop);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, lines) = (new byte[1 << 16], 0L);
        while (await from.ReadAsync(buffer, stop) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), lines);
    }

    private static async Task<byte[]> Bytes(ZipArchiveEntry entry, long most, CancellationToken stop)
    {
        await using var from = await entry.OpenAsync(stop);
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await from.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (bytes.Length + read > most) throw new InvalidDataException("An entry is longer than it says.");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static async Task<bool> IsZip(string full, CancellationToken stop)
    {
        var begins = new byte[Zip.Length];
        await using var file = File.OpenRead(full);
        return await file.ReadAtLeastAsync(begins, begins.Length, throwOnEndOfStream: false, stop) == begins.Length
            && Encoding.ASCII.GetString(begins) == Zip;
    }

    private ZipArchiveEntry Entry(string name) => _archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.");
}
