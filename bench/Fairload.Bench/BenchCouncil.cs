using Fairload.App;
using Fairload.App.Access;
using Fairload.App.Demo;
using Fairload.App.Imports;
using Fairload.App.Schema;
using Fairload.App.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Bench;

/// <summary>The made-up council in a database of its own, read in from its own files.</summary>
internal static class BenchCouncil
{
    public static async Task Fill(DataDirectory data, DemoCouncil council)
    {
        var files = Directory.CreateTempSubdirectory("fairload-bench-files-").FullName;
        var clock = new MovedClock(TimeProvider.System, council.Today);
        await using var services = new ServiceCollection().AddLogging().AddFairload(data, clock).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        await db.BringUpToDate(default);
        await new DemoBuilder(db, scope.ServiceProvider.GetRequiredService<ImportDesk>(),
            scope.ServiceProvider.GetRequiredService<AccountDesk>(), clock)
            .Build(council, DemoFiles.Write(council, files), _ => { }, default);
        Directory.Delete(files, recursive: true);
    }
}
