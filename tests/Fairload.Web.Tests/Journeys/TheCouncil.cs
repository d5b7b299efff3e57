using Fairload.App;
using Fairload.App.Access;
using Fairload.App.Demo;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Imports;
using Fairload.App.Schema;
using Fairload.App.Store;
using Fairload.Web.HealthCheck.Report;
using Fairload.Web.Tests.Routes;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Journeys;

/// <summary>
/// A small made-up council, big enough for two teams in a service, built once for all journeys from its own files, and the browser
/// that visits it. Tests that change something ask for a copy.
/// </summary>
public sealed class TheCouncil : IAsyncLifetime
{
    public const string Name = "the council";

    /// <summary>Another of the same, for tests that walk through all of it: they take as long as everything else that is done in
    /// one.</summary>
    public const string Walked = "the council that is walked through";

    private readonly string _built = Directory.CreateTempSubdirectory("fairload-council-").FullName;
    private readonly List<IAsyncDisposable> _copies = [];
    private readonly Lazy<Task<Chromium>> _browser = new(Chromium.Start);
    private Served? _site;
    private Records? _records;

    internal DemoCouncil Demo { get; } = DemoCouncil.From(1, new DemoSize(108, 18, 640, 280));
    internal Served Site => _site!;
    internal Records Records => _records!;

    public async Task InitializeAsync()
    {
        Assert.True(
            File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot/styles/site.css")),
            "wwwroot/styles/site.css is not there, and a page without it is not what people see. Run ./build, which makes it.");
        await Build(Demo, _built);
        _site = await Copy();
        _records = await Records.Of(_site);
        _records.Planted = await Planted.In(_site, _records);
        await _records.Begin(_site);
    }

    /// <summary>The council as it was when it had just been built, on a port of its own.</summary>
    internal async Task<Served> Copy()
    {
        var data = Directory.CreateTempSubdirectory("fairload-copy-").FullName;
        CopyTo(data);
        var copy = await Served.Start(data, StoppedClock.At(Demo.Today.Year, Demo.Today.Month, Demo.Today.Day));
        _copies.Add(copy);
        return copy;
    }

    /// <summary>Its data, for a program of its own.</summary>
    internal void CopyTo(string data)
    {
        Directory.CreateDirectory(data);
        foreach (var file in Directory.EnumerateFiles(_built)) File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
    }

    /// <summary>A window of the browser, signed in as this person.</summary>
    internal async Task<Window> Open(Served site, Visitor? who, WindowKind? kind = null) =>
        await Window.Open((await _browser.Value).Browser, site, who, kind ?? new());

    public async Task DisposeAsync()
    {
        foreach (var copy in _copies) await copy.DisposeAsync();
        if (_browser.IsValueCreated) await (await _browser.Value).DisposeAsync();
        Directory.Delete(_built, recursive: true);
    }

    /// <param name="withWeek">What happened since the last extract, too: surveys, a health check, promises.</param>
    internal static async Task Build(DemoCouncil demo, string into, bool withWeek = false)
    {
        if (!DataDirectory.Open(into).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var files = Directory.CreateTempSubdirectory("fairload-files-");
        var clock = new MovedClock(TimeProvider.System, demo.Today);
        await using (var services = new ServiceCollection().AddLogging().AddFairload(data, clock)
            .AddSingleton<ReportWriter>(YearReport.Write).BuildServiceProvider())
        {
            await using var scope = services.CreateAsyncScope();
            var (db, desks) = (scope.ServiceProvider.GetRequiredService<FairloadDb>(), scope.ServiceProvider);
            await db.BringUpToDate(default);
            var week = withWeek ? new DemoWeek(services, clock) : null;
            await new DemoBuilder(db, desks.GetRequiredService<ImportDesk>(), desks.GetRequiredService<AccountDesk>(), clock, week)
                .Build(demo, DemoFiles.Write(demo, files.FullName), _ => { }, default);
        }

        // What is still in the log file beside the database goes into it, so that a copy of the files is the whole of it.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        files.Delete(recursive: true);
    }
}

[CollectionDefinition(TheCouncil.Name)]
public sealed class CouncilTests : ICollectionFixture<TheCouncil>;

[CollectionDefinition(TheCouncil.Walked)]
public sealed class WalkedCouncilTests : ICollectionFixture<TheCouncil>;
