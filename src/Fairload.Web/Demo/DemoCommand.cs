using System.CommandLine;
using Fairload.App;
using Fairload.App.Access;
using Fairload.App.Demo;
using Fairload.App.Imports;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.Web.Serve;

namespace Fairload.Web.Demo;

/// <summary><c>fairload demo</c>: a made-up council in a data directory of its own, and the site over it.</summary>
internal static class DemoCommand
{
    private const int DefaultSeed = 1;

    public static Command Demo()
    {
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => 5080, HelpName = "P" };
        var seed = new Option<int?>("--seed") { Description = "Another council: the same seed always makes the same one.", HelpName = "N" };
        var fresh = new Option<bool>("--fresh") { Description = "Make the demo anew, even if one is there." };
        var noServe = new Option<bool>("--no-serve") { Description = "Only make it; do not start the site." };
        var writeFiles = new Option<string?>("--write-files") { Description = "Also keep the files that the demo is read from.", HelpName = "DIR" };
        var (data, json) = (Words.Data(), Words.Json());
        data.DefaultValueFactory = _ => "./data/demo";
        var demo = new Command("demo", "Show a made-up council of 400 workers.") { port, seed, fresh, noServe, writeFiles, data, json };

        demo.SetAction(async (given, stop) =>
        {
            if (!DataDirectory.Open(given.GetValue(data)!).Try(out var directory, out var problems)) return await Words.Refused(problems);
            if (!DataLock.Take(directory, "demo").Try(out var held, out problems)) return await Words.Refused(problems);

            using (held)
            {
                try
                {
                    var made = await Make(directory, given.GetValue(seed), given.GetValue(fresh), given.GetValue(writeFiles), stop);
                    if (!made.Try(out var mark, out problems)) return await Words.Refused(problems);

                    if (given.GetValue(json)) await Words.Print(new { data = directory.Path, mark.Seed, mark.Today });
                    else await Console.Error.WriteLineAsync($"The demo is in {directory.Path}; its today is {mark.Today:d MMMM yyyy}.");
                    return given.GetValue(noServe) ? Words.IsDone : await ServeCommand.Run(directory, $"http://127.0.0.1:{given.GetValue(port)}", stop);
                }
                catch (Exception e) when (StoreTrouble.Explain(e) is { } trouble)
                {
                    return await Words.Refused([trouble]);
                }
            }
        });
        return demo;
    }

    private static async Task<Result<DemoMark>> Make(DataDirectory data, int? seed, bool fresh, string? writeFiles, CancellationToken stop)
    {
        await using var db = new FairloadDb(data.DbOptions());
        await db.BringUpToDate(stop);
        var mark = await DemoMark.Read(db, stop);
        var halfBuilt = await DemoBuilder.IsHalfBuilt(db, stop);
        if (mark is null && !halfBuilt && await DemoStore.HoldsData(db, stop))
            return new Problem("data", $"{data.Path} holds data that are no demo. Name another directory with --data DIR.");
        if (mark is not null && !fresh && seed is { } other && other != mark.Seed)
            return new Problem("seed", $"The demo in {data.Path} was made from seed {mark.Seed}. Give --fresh to make it anew from seed {other}.");

        var council = mark is null || fresh ? DemoCouncil.From(seed ?? mark?.Seed ?? DefaultSeed, DemoSize.Usual) : null;
        if (writeFiles is not null) DemoFiles.Write(council ?? DemoCouncil.From(mark!.Seed, DemoSize.Usual), writeFiles);
        if (council is null) return mark!;

        if (mark is not null || halfBuilt) await DemoStore.Empty(db, data, stop);
        return await Build(data, council, stop);
    }

    private static async Task<DemoMark> Build(DataDirectory data, DemoCouncil council, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-demo-");
        try
        {
            await Console.Error.WriteLineAsync($"Making up {DemoCouncil.Name}, seed {council.Seed} ...");
            var files = DemoFiles.Write(council, folder.FullName);
            var clock = new MovedClock(TimeProvider.System, council.Today);
            await using var services = new ServiceCollection().AddLogging().AddFairload(data, clock).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var desks = scope.ServiceProvider;
            var db = desks.GetRequiredService<FairloadDb>();
            await db.BringUpToDate(stop);
            await new DemoBuilder(db, desks.GetRequiredService<ImportDesk>(), desks.GetRequiredService<AccountDesk>(), clock)
                .Build(council, files, line => Console.Error.WriteLine("  " + line), stop);
            return new(council.Seed, council.Today);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
