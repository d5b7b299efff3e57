using Fairload.App.Audit;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;

namespace Fairload.App.Backup;

/// <summary>
/// Brings the schema up to date at a start. Data that somebody has are backed up before, into the folder <c>backups</c> of the data
/// directory; without that backup nothing is changed.
/// </summary>
public static class Upgrade
{
    public const string Folder = "backups";

    /// <returns>The backup of before; null where nothing was to do, or where nobody had data yet.</returns>
    public static async Task<string?> Run(DataDirectory data, TimeProvider clock, CancellationToken stop)
    {
        await using var db = new FairloadDb(data.DbOptions());
        string? backup = null;
        if (await SchemaHistory.Seen(db, stop) is { Count: > 0 } seen && !seen.Except(SchemaHistory.Names()).Any()
            && SchemaHistory.Outstanding(db, seen) is { Count: > 0 } outstanding)
        {
            await using var ballots = new BallotStore(data, clock);
            var desk = new BackupDesk(db, data, ballots, new AuditTrail(db, clock), clock);
            var made = await desk.Make(Place(data, outstanding[0]), stop);
            backup = made.Try(out var done, out var problems) ? done.File : throw new NoBackupBefore(problems[0]);
        }

        await db.BringUpToDate(stop);
        return backup;
    }

    /// <summary>A name that is free: an upgrade that broke off has left its backup, which stays.</summary>
    private static string Place(DataDirectory data, string script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Path, Folder)).FullName;
        var name = $"before-{script.Split('-')[0]}";
        return Enumerable.Range(1, int.MaxValue).Select(n => Path.Combine(folder, n == 1 ? $"{name}.backup" : $"{name}-{n}.backup"))
            .First(p => !File.Exists(p));
    }
}

/// <summary>The backup that has to come before an upgrade could not be made.</summary>
public sealed class NoBackupBefore(Problem why) : IOException(why.Message)
{
    public Problem Why { get; } = why;
}
