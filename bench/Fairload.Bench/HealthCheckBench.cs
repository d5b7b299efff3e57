using System.Diagnostics;
using Fairload.App.Demo;
using Fairload.App.Store;
using Fairload.Web.HealthCheck.Report;
using Fairload.Web.Serve;

namespace Fairload.Bench;

/// <summary>The health check of the demo over HTTP, signed in as a principal social worker: its pages, the same after a change, and the
/// report for members as a Word document.</summary>
internal static class HealthCheckBench
{
    private const int Documents = 15;

    public static async Task<int> Run(string[] args)
    {
        var engine = args.FirstOrDefault() ?? "sqlite";
        var folder = Directory.CreateTempSubdirectory("fairload-bench-").FullName;
        if (engine == "postgres") await BenchStore.UsePostgres(folder);
        if (!DataDirectory.Open(folder).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);
        var made = await new DemoMaker(data, Console.Error.WriteLine, YearReport.Write).Make(new(null, false, null), default);
        if (!made.Try(out var mark, out problems)) throw new InvalidOperationException(problems[0].Message);
        await using var site = await Site.Build(data, new MovedClock(TimeProvider.System, mark.Today!.Value), PageBench.Quietly, default);
        await site.StartAsync();
        using var browser = await PageBench.SignedIn(site.Urls.First(), "Principal");
        Console.WriteLine($"{engine}\n| What | Median | 95th | Range | Requests |\n|---|---|---|---|---|");
        var year = mark.Today!.Value.Year;
        await PageBench.Pages(browser, "Measures", ["/health-check/measures"]);
        await PageBench.Pages(browser, "Measures, first after a change", ["/health-check/measures"], () => PageBench.Change(site));
        await PageBench.Pages(browser, "The year", [$"/health-check/{year}"]);
        await PageBench.Pages(browser, "Today", ["/"]);
        foreach (var edition in new[] { "members", "internal" })
            await Files(browser, $"Word document, {edition}", $"/health-check/{year}/report/{edition}/files/docx");
        await site.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>The first counts too: nobody asks for it twice in a row.</summary>
    private static async Task Files(HttpClient browser, string what, string path)
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var i = 0; i < Documents; i++)
        {
            var watch = Stopwatch.StartNew();
            bytes = (await browser.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            watch.Stop();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(new Sample(times).Line($"{what}, {bytes / 1024} KiB", "ms"));
    }
}
