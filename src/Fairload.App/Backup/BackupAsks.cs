using System.Text.Json;
using Fairload.App.Store;

namespace Fairload.App.Backup;

/// <summary>
/// How a command asks the program that has the data open for a backup: by a file in the data directory, which the other takes, and by a
/// file with the answer. Whoever may write into the directory may read the data anyway.
/// </summary>
public static class BackupAsks
{
    private const string Folder = "asks";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks, and waits for the answer for as long as the other program lives.</summary>
    public static async Task<Result<BackupMade>> Ask(DataDirectory data, string path, CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Path, Folder)).FullName;
        var name = Path.Combine(folder, $"{Guid.CreateVersion7():N}");
        await Write($"{name}.ask", Path.GetFullPath(path), stop);
        try
        {
            for (var waited = TimeSpan.Zero; ; waited += Look)
            {
                await Task.Delay(Look, stop);
                if (File.Exists($"{name}.answer")) return await Answer($"{name}.answer", stop);
                if (File.Exists($"{name}.ask") && waited > Patience)
                    return new Problem("data", $"The program that has the data open takes no backups while it works. Wait until it has ended, and try again.");
                if (!DataLock.Take(data, "backup").Try(out var held, out _)) continue;

                held.Dispose();
                return new Problem("data", $"The program that had the data open has ended before the backup was made. Try again.");
            }
        }
        finally
        {
            foreach (var left in Directory.EnumerateFiles(folder, Path.GetFileName(name) + ".*")) File.Delete(left);
        }
    }

    /// <summary>Makes every backup that was asked for. Each is made once, however many look.</summary>
    public static async Task<int> Tend(DataDirectory data, Func<BackupDesk> desk, CancellationToken stop)
    {
        var folder = Path.Combine(data.Path, Folder);
        if (data.IsPostgres || !Directory.Exists(folder)) return 0;
        var asked = Directory.GetFiles(folder, "*.ask");
        foreach (var ask in asked)
        {
            var taken = Path.ChangeExtension(ask, ".taken");
            File.Move(ask, taken);
            var path = await File.ReadAllTextAsync(taken, stop);
            var said = await Made(desk(), path, stop);
            await Write(Path.ChangeExtension(ask, ".answer"), JsonSerializer.Serialize(said, BackupManifest.Json), stop);
            File.Delete(taken);
        }

        return asked.Length;
    }

    private static async Task<Said> Made(BackupDesk desk, string path, CancellationToken stop)
    {
        try
        {
            return (await desk.Make(path, stop)).Try(out var made, out var problems)
                ? new(made.File, made.Fingerprint, made.Manifest, made.Trouble?.Message, null)
                : new(null, null, null, null, problems[0].Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(null, null, null, null, StoreTrouble.Explain(e)?.Message ?? $"The backup failed by a fault of our own: {e.Message}");
        }
    }

    private static async Task<Result<BackupMade>> Answer(string file, CancellationToken stop)
    {
        var said = JsonSerializer.Deserialize<Said>(await File.ReadAllTextAsync(file, stop), BackupManifest.Json)!;
        return said.Problem is { } problem ? new Problem("OUT", $"The program that has the data open says: {problem}")
            : new BackupMade(said.File!, said.Fingerprint!, said.Manifest!, said.Trouble is { } trouble
                ? new("", $"The program that has the data open says: {trouble}") : null);
    }

    private static async Task Write(string file, string text, CancellationToken stop)
    {
        await using (var stream = new FileStream(file + ".part", WholeFile.Private()))
        await using (var writer = new StreamWriter(stream)) await writer.WriteAsync(text.AsMemory(), stop);
        File.Move(file + ".part", file, overwrite: true);
    }

    private sealed record Said(string? File, string? Fingerprint, BackupManifest? Manifest, string? Trouble, string? Problem);
}
