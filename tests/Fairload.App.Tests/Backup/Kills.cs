using System.Diagnostics;
using System.Globalization;
using Fairload.App.Backup;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;

namespace Fairload.App.Tests.Backup;

/// <summary>A program that makes a backup, restores one or upgrades, and is killed wherever it is. FAIRLOAD_KILLS says how often.</summary>
internal static class Kills
{
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("FAIRLOAD_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count : 3;

    /// <summary>What this assembly does as a program of its own: <c>backup DATA OUT</c>, <c>restore FILE DIR</c>, <c>upgrade
    /// DATA</c>.</summary>
    public static async Task Run(IReadOnlyList<string> words)
    {
        Console.WriteLine("begun");
        await Console.In.ReadLineAsync();
        switch (words[0])
        {
            case "backup":
                var data = MadeUpBallots.Open(words[1]);
                await using (var db = new FairloadDb(data.DbOptions()))
                await using (var ballots = new BallotStore(data, TimeProvider.System))
                    await new BackupDesk(db, data, ballots, new(db, TimeProvider.System), TimeProvider.System).Make(words[2], default);
                break;
            case "restore": await RestoreDesk.Restore(words[1], words[2], null, default); break;
            default: await Upgrade.Run(MadeUpBallots.Open(words[1]), TimeProvider.System, default); break;
        }

        Console.WriteLine("done");
    }

    /// <summary>Starts the program and kills it at a random moment, which is at times after its end.</summary>
    /// <returns>Whether it had come to its end.</returns>
    public static async Task<bool> Kill(KillMoment moment, params string[] words)
    {
        using var child = Start(words);
        await Begin(child);
        var (clock, after) = (Stopwatch.StartNew(), moment.Next());
        await Task.WhenAny(child.WaitForExitAsync(), Task.Delay(after));
        var lasted = clock.Elapsed;
        child.Kill();
        await child.WaitForExitAsync();
        var done = (await child.StandardOutput.ReadToEndAsync()).Contains("done", StringComparison.Ordinal);
        moment.Learn(lasted, done);
        return done;
    }

    /// <summary>How long it takes when nobody kills it.</summary>
    public static async Task<TimeSpan> Whole(params string[] words)
    {
        using var child = Start(words);
        await Begin(child);
        var clock = Stopwatch.StartNew();
        Assert.Contains("done", await child.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        await child.WaitForExitAsync();
        return clock.Elapsed;
    }

    /// <summary>It has said that it is ready, and is told to go.</summary>
    private static async Task Begin(Process child)
    {
        Assert.Equal("begun", await child.StandardOutput.ReadLineAsync());
        await child.StandardInput.WriteLineAsync("go");
        await child.StandardInput.FlushAsync();
    }

    private static Process Start(string[] words) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Kills).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
}

/// <summary>The moment of the next kill, at random in the work. How long that takes depends on what else the machine does, so each run that
/// came to its end tells it anew, and each that was cut off says that it takes longer.</summary>
internal sealed class KillMoment(int seed, TimeSpan whole)
{
    private readonly Random _random = new(seed);

    public TimeSpan Whole { get; private set; } = whole;

    /// <summary>Kills that came before the end.</summary>
    public int CutOff { get; private set; }

    public TimeSpan Next() => 1.1 * _random.NextDouble() * Whole;

    public void Learn(TimeSpan lasted, bool done)
    {
        if (!done) CutOff++;
        if (done) Whole = (Whole + lasted) / 2;
        else if (lasted > Whole) Whole = lasted;
    }
}

/// <summary>Killed at any moment: whole, or not at all.</summary>
public sealed class What_is_killed
{
    [Theory, ClassData(typeof(Engines))]
    public async Task While_it_makes_a_backup_leaves_a_whole_one_or_none(string engine)
    {
        await using var council = await Backups.Council(engine);
        var moment = new KillMoment(1, await Kills.Whole("backup", council.Data.Path, Backups.Path()));
        for (var i = 0; i < Kills.Count; i++)
        {
            var path = Backups.Path();
            var done = await Kills.Kill(moment, "backup", council.Data.Path, path);
            Assert.True(File.Exists(path) || !done);
            if (!File.Exists(path)) await Backups.Make(council, path);
            Assert.True((await BackupReading.Open(path, null, default)).Try(out var reading, out _));
            reading!.Dispose();
        }

        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task While_it_restores_leaves_all_data_or_none_that_can_be_used(string engine)
    {
        await using var council = await Backups.Council(engine);
        var path = Backups.Path();
        var expected = Backups.Lines((await Backups.Make(council, path)).Manifest);
        var moment = new KillMoment(2, await Kills.Whole("restore", path, await Backups.Target(engine)));
        for (var i = 0; i < Kills.Count; i++)
        {
            var target = await Backups.Target(engine);
            await Kills.Kill(moment, "restore", path, target);
            if (!await IsUsable(target))
                Assert.True((await RestoreDesk.Restore(path, target, null, default)).Try(out _, out var problems), problems?[0].Message);
            Assert.Equal(expected, Backups.Lines(await Backups.Again(target)));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task While_it_upgrades_leaves_the_old_schema_or_the_new_one(string engine)
    {
        var first = await An_upgrade.OldData(engine);
        var moment = new KillMoment(3, await Kills.Whole("upgrade", first.Path));
        for (var i = 0; i < Kills.Count; i++)
        {
            var data = await An_upgrade.OldData(engine);
            await using var db = new FairloadDb(data.DbOptions());
            var (old, all) = ((await SchemaHistory.Seen(db, default))!.Count, SchemaHistory.Outstanding(db, []).Count);
            await Kills.Kill(moment, "upgrade", data.Path);

            Assert.Contains((await SchemaHistory.Seen(db, default))!.Count, new[] { old, all });
            Assert.Equal("kept", await An_upgrade.Setting(db));
            await Upgrade.Run(data, TimeProvider.System, default);
            Assert.Equal(all, (await SchemaHistory.Seen(db, default))!.Count);
            Assert.Equal("kept", await An_upgrade.Setting(db));
        }
    }

    /// <summary>Whether a program would begin to work with it: the directory opens and the database holds something.</summary>
    private static async Task<bool> IsUsable(string target)
    {
        if (!Directory.Exists(target) || !DataDirectory.Open(target).Try(out var data, out _)) return false;
        await using var db = new FairloadDb(data.DbOptions());
        return await SchemaHistory.Seen(db, default) is not null;
    }
}
