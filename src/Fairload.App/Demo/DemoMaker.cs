using Fairload.App.Access;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Imports;
using Fairload.App.Schema;
using Fairload.App.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Demo;

/// <summary>What is asked of a demo.</summary>
/// <param name="Seed">Null for the one that is there, or the usual one.</param>
/// <param name="Fresh">Throw away the demo that is there.</param>
/// <param name="WriteFiles">A directory in which the demo's files are kept too; null for none.</param>
public sealed record DemoWish(int? Seed, bool Fresh, string? WriteFiles);

/// <summary>Makes the demo of a data directory, or finds it there.</summary>
/// <param name="say">Told what is being done, a line a step.</param>
/// <param name="write">Writes the report of the year before.</param>
public sealed class DemoMaker(DataDirectory data, Action<string> say, ReportWriter write)
{
    private const int UsualSeed = 1;

    public async Task<Result<DemoMark>> Make(DemoWish wish, CancellationToken stop)
    {
        await using var db = new FairloadDb(data.DbOptions());
        await db.BringUpToDate(stop);
        var mark = await DemoMark.Read(db, stop);
        var halfBuilt = await DemoBuilder.IsHalfBuilt(db, stop);
        if (mark is null && !halfBuilt && await DemoStore.HoldsData(db, stop))
            return new Problem("data", $"{data.Path} holds data that are no demo. Name another directory with --data DIR.");
        if (mark is not null && !wish.Fresh && wish.Seed is { } other && other != mark.Seed)
            return new Problem("seed", $"The demo in {data.Path} was made from seed {mark.Seed}. Give --fresh to make it anew from seed {other}.");

        var isThere = mark is not null && !wish.Fresh;
        if (isThere && wish.WriteFiles is null) return mark!;

        var council = DemoCouncil.From(isThere ? mark!.Seed : wish.Seed ?? mark?.Seed ?? UsualSeed, DemoSize.Usual);
        if (wish.WriteFiles is not null) DemoFiles.Write(council, wish.WriteFiles);
        if (isThere) return mark!;

        if (mark is not null || halfBuilt) await DemoStore.Empty(db, data, stop);
        await Build(council, stop);
        return new DemoMark(council.Seed, council.Today);
    }

    private async Task Build(DemoCouncil council, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-demo-");
        try
        {
            say($"Making up {DemoCouncil.Name}, seed {council.Seed} ...");
            var files = DemoFiles.Write(council, folder.FullName);
            var clock = new MovedClock(TimeProvider.System, council.Today);
            await using var services = new ServiceCollection().AddLogging().AddFairload(data, clock).AddSingleton(write)
                .BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var desks = scope.ServiceProvider;
            await new DemoBuilder(desks.GetRequiredService<FairloadDb>(), desks.GetRequiredService<ImportDesk>(),
                desks.GetRequiredService<AccountDesk>(), clock, new DemoWeek(services, clock))
                .Build(council, files, say, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
