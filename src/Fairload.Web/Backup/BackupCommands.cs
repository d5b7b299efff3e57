using System.CommandLine;
using System.Globalization;
using Fairload.App;
using Fairload.App.Backup;
using Fairload.App.Store;
using Fairload.Web.Serve;

namespace Fairload.Web.Backup;

/// <summary><c>fairload backup</c> and <c>fairload restore</c>.</summary>
internal static class BackupCommands
{
    public static Command Backup()
    {
        var to = new Argument<string>("OUT") { Description = "The file to write. It must not be there yet." };
        var (data, json) = (Words.Data(), Words.Json());
        var backup = new Command("backup", "Write everything into one file, also while the site runs. The keys of open surveys stay out of it.")
            { to, data, json };
        backup.SetAction(async (given, stop) =>
        {
            var path = given.GetValue(data)!;
            if (!File.Exists(Path.Combine(path, "fairload.json")))
                return await Words.Refused([new("data", $"There are no data in {Path.GetFullPath(path)}. Name the data directory with --data DIR.")]);
            if (!DataDirectory.Open(path).Try(out var directory, out var problems)) return await Words.Refused(problems);
            try
            {
                var made = await Made(directory, given.GetValue(to)!, stop);
                return made.Try(out var done, out problems) ? await Say(done, given.GetValue(json)) : await Words.Refused(problems);
            }
            catch (Exception e) when (StoreTrouble.Explain(e) is { } trouble)
            {
                return await Words.Refused([trouble]);
            }
        });
        return backup;
    }

    public static Command Restore()
    {
        var from = new Argument<string>("FILE") { Description = "A file that `fairload backup` wrote." };
        var fingerprint = new Option<string?>("--fingerprint")
        { Description = "What `fairload backup` said then; a file that somebody changed is refused.", HelpName = "HEX" };
        var (data, json) = (Words.Data(), Words.Json());
        var restore = new Command("restore", "Make a data directory from a backup. It must be empty, or name an empty PostgreSQL database.")
            { from, fingerprint, data, json };
        restore.SetAction(async (given, stop) =>
        {
            var path = given.GetValue(data)!;
            var restored = await RestoreDesk.Restore(given.GetValue(from)!, path, given.GetValue(fingerprint), stop);
            if (!restored.Try(out var manifest, out var problems)) return await Words.Refused(problems);
            if (given.GetValue(json)) await Words.Print(manifest);
            else await Console.Out.WriteLineAsync($"Restored into {Path.GetFullPath(path)}: {Counted(manifest)}, as of {When(manifest)}.");
            await Console.Error.WriteLineAsync("Everybody signs in anew. Letters that waited in the outbox were not in the backup.");
            await SayKeys(manifest, "Put the files of keys/rounds back, or their answers can not be counted.");
            return Words.IsDone;
        });
        return restore;
    }

    /// <summary>On SQLite the program that has the file open makes it, so that no second one touches the file.</summary>
    private static async Task<Result<BackupMade>> Made(DataDirectory data, string path, CancellationToken stop)
    {
        if (!DataLock.Take(data, "backup").Try(out var held, out _)) return await BackupAsks.Ask(data, path, stop);

        using (held)
        {
            await using var services = new ServiceCollection().AddLogging().AddFairload(data, TimeProvider.System).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<BackupDesk>().Make(path, stop);
        }
    }

    private static async Task<int> Say(BackupMade made, bool json)
    {
        if (json)
        {
            await Words.Print(made);
        }
        else
        {
            await Console.Out.WriteLineAsync($"{made.File}: {Counted(made.Manifest)}, as of {When(made.Manifest)}.");
            await Console.Out.WriteLineAsync($"fingerprint {made.Fingerprint}");
        }

        if (made.Trouble is { } trouble) await Console.Error.WriteLineAsync(trouble.Message);
        await SayKeys(made.Manifest, "Somebody else keeps a copy of keys/rounds in another place, and destroys it when they close.");
        return Words.IsDone;
    }

    private static async Task SayKeys(BackupManifest manifest, string what)
    {
        if (manifest.OpenRounds == 0) return;
        await Console.Error.WriteLineAsync($"It holds the sealed answers of {manifest.OpenRounds} surveys that are open, and not their keys. {what}");
    }

    private static string Counted(BackupManifest manifest) =>
        $"{manifest.Tables.Count} tables with {manifest.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows, {manifest.Files.Count} files";

    private static string When(BackupManifest manifest) =>
        manifest.MadeAt.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
