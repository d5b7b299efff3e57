using System.Diagnostics;
using Fairload.App;
using Fairload.App.Demo;
using Fairload.App.Store;
using Fairload.Web.Serve;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairload.Bench;

/// <summary>
/// Server time of pages with a big council's data: from the first byte of the request to the last of the answer over loopback,
/// signed in as a principal social worker, one request after another over all teams or services in turn.
/// </summary>
internal static class PageBench
{
    private const int WarmUp = 40;
    private const int Requests = 300;

    public static async Task<int> Run(string[] args)
    {
        var engine = args.FirstOrDefault() ?? "sqlite";
        Console.WriteLine($"{engine}\n| What | Median | 95th | Range | Requests |\n|---|---|---|---|---|");
        foreach (var size in new[] { DemoSize.Usual, DemoSize.Large }) await Measure(engine, size);
        return 0;
    }

    private static async Task Measure(string engine, DemoSize size)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-bench-").FullName;
        if (engine == "postgres") await BenchStore.UsePostgres(folder);
        if (!DataDirectory.Open(folder).Try(out var data, out var problems)) throw new InvalidOperationException(problems[0].Message);

        var council = DemoCouncil.From(1, size);
        await BenchCouncil.Fill(data, council);
        await using var site = await Site.Build(data, new MovedClock(TimeProvider.System, council.Today), Quietly, default);
        await site.StartAsync();
        var address = site.Urls.First();
        using var browser = await SignedIn(address, "Principal");
        var (teams, services) = await Places(site);
        await Pages(browser, $"Team page, {size.Workers:n0} workers", [.. teams.Select(t => $"/teams/{t}")]);
        await Pages(browser, $"Service page, {size.Workers:n0} workers", [.. services.Select(s => $"/services/{Uri.EscapeDataString(s)}")]);
        await Pages(browser, $"Waiting page, {size.Workers:n0} workers", ["/waiting"]);
        await Pages(browser, $"Service page, {size.Workers:n0} workers, first after a change",
            [.. services.Select(s => $"/services/{Uri.EscapeDataString(s)}")], () => Change(site));
        await Pages(browser, $"Waiting page, {size.Workers:n0} workers, first after a change", ["/waiting"], () => Change(site));
        await site.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    internal static void Quietly(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
    }

    private static async Task<(List<string> Teams, List<string> Services)> Places(WebApplication site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        return (await db.Teams.Where(t => t.ToOn == null).OrderBy(t => t.Name).Select(t => t.Id.Value.ToString()).ToListAsync(),
            await db.Teams.Select(t => t.Service).Distinct().ToListAsync());
    }

    /// <summary>The demo's way in: a form post for a ready-made person.</summary>
    internal static async Task<HttpClient> SignedIn(string address, string role)
    {
        var browser =
            new HttpClient(new HttpClientHandler { CookieContainer = new(), UseCookies = true }) { BaseAddress = new Uri(address) };
        var page = await browser.GetStringAsync(new Uri("/demo", UriKind.Relative));
        var form = page.Split("<tr", StringSplitOptions.None).First(f => f.Contains($">{role}", StringComparison.Ordinal));
        var fields = System.Text.RegularExpressions.Regex.Matches(form, "name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"")
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, System.Net.WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var body = new FormUrlEncodedContent(fields);
        (await browser.PostAsync(new Uri("/demo", UriKind.Relative), body)).EnsureSuccessStatusCode();
        return browser;
    }

    /// <summary>What a change does to what the program remembers: nothing that was worked out before counts any more.</summary>
    internal static async Task Change(WebApplication site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FairloadDb>().Database
            .ExecuteSqlAsync($"update picture set version = version + 1");
    }

    internal static async Task Pages(HttpClient browser, string what, IReadOnlyList<string> paths, Func<Task>? before = null)
    {
        var times = new List<double>();
        var requests = before is null ? Requests : Requests / 5;
        for (var i = 0; i < WarmUp + requests; i++)
        {
            if (before is not null) await before();
            var watch = Stopwatch.StartNew();
            using var answer = await browser.GetAsync(new Uri(paths[i % paths.Count], UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            watch.Stop();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{paths[i % paths.Count]} answered {answer.StatusCode}.");
            if (i >= WarmUp) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(new Sample(times).Line(what, "ms"));
    }
}
