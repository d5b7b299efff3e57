using System.Diagnostics;
using Fairload.App;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Demo;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Bench;

/// <summary>A meeting of a whole council of 1,000 workers: from the database to the stored proposal, and one change of a line.</summary>
internal static class MeetingBench
{
    private const int Runs = 5;

    /// <summary>1,000 workers and about 20,000 open cases.</summary>
    private static readonly DemoSize Thousand = new(1_000, 100, 13_500, 6_500);

    public static async Task<int> Run(string[] args)
    {
        var engine = args.FirstOrDefault() ?? "sqlite";
        var folder = Directory.CreateTempSubdirectory("fairload-bench-").FullName;
        if (engine == "postgres") await BenchStore.UsePostgres(folder);
        if (!DataDirectory.Open(folder).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var council = DemoCouncil.From(1, Thousand);
        await BenchCouncil.Fill(data, council);
        await using var services = new ServiceCollection().AddLogging()
            .AddFairload(data, new MovedClock(TimeProvider.System, council.Today)).BuildServiceProvider();
        Console.WriteLine($"{engine}\n| What | Median | 95th | Range | Runs |\n|---|---|---|---|---|");
        foreach (var moves in new[] { 0, 200 }) await Measure(services, moves);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task Measure(ServiceProvider services, int moves)
    {
        var (opened, changed, gap) = (new List<double>(), new List<double>(), 0.0);
        for (var run = 0; run <= Runs; run++)
        {
            var about = new MeetingAbout(MeetingScope.Council, null, "", null, moves, (ulong)run, AllocationMeeting.UsualSteps, false);
            var watch = Stopwatch.StartNew();
            var meeting = Good(await Ask(services, (MeetingDesk desk) => desk.Open(about, Reader.AtTheMachine, default))).Id;
            Good(await Ask(services, (MeetingEditing desk) => desk.WorkOut(meeting, Reader.AtTheMachine, default)));
            if (run > 0) opened.Add(watch.Elapsed.TotalSeconds);
            var view = (await Ask(services, (MeetingDesk desk) => desk.Show(meeting, Reader.AtTheMachine, default)))!;
            gap = Math.Max(gap, view.Plan!.Gap);
            var line = view.Lines.First(l => l.To is not null).Line;
            watch.Restart();
            var change = new LineChange(line.Id, line.Version, EditKind.Left, null, "");
            Good(await Ask(services, (MeetingEditing desk) => desk.Change(meeting, change, Reader.AtTheMachine, default)));
            if (run > 0) changed.Add(watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine(new Sample(opened).Line($"Opened, up to {moves} moves, worst gap {gap:0.0000}", "s"));
        Console.WriteLine(new Sample(changed).Line($"One line changed, up to {moves} moves", "s"));
    }

    private static async Task<T> Ask<TDesk, T>(ServiceProvider services, Func<TDesk, Task<T>> ask) where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    private static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}
