using System.Net;
using System.Text.RegularExpressions;
using Fairload.App.Demo;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.HealthCheck.Report;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

/// <summary>docs/guide: a page for each role, and one for whoever answers a survey. With GUIDE=1 its pictures are made anew.</summary>
[Collection(TheCouncil.Name)]
public sealed partial class The_guide(TheCouncil council)
{
    private const string ForWhoeverAnswers = "answering-a-survey";
    private const int MostLines = 55;
    private const int MostBytes = 200_000;

    private static readonly string Folder = Path.Combine(RepoRoot.Path, "docs/guide");
    private static readonly string Pictures = Path.Combine(Folder, "images");

    /// <summary>One page of the guide.</summary>
    /// <param name="Role">Null for a page that is read without an account.</param>
    private sealed record Leaf(string Name, Role? Role, string Text);

    /// <summary>What is to be seen in a picture, as the page says it just before.</summary>
    /// <param name="Then">A link on the page at <paramref name="At"/> that is followed, with … for the key of a record.</param>
    /// <param name="WithCode">A code of somebody is typed in.</param>
    /// <param name="From">The words that stand on top of the picture.</param>
    private sealed record Picture(string At, string? Then, bool WithCode, bool AndOn, string? From, string Says, string File);

    private static IReadOnlyList<Leaf> Leaves { get; } =
    [
        .. Enum.GetValues<Role>().Select(role => (Name(role), (Role?)role)).Append((ForWhoeverAnswers, null))
            .Select(leaf => new Leaf(leaf.Item1, leaf.Item2, Read(leaf.Item1))),
    ];

    [Fact]
    public void Has_a_short_page_for_every_role_and_for_whoever_answers_and_no_other()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));

        Assert.Equal(
            Leaves.Select(l => $"{l.Name}.md").Append("README.md").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Window.None(Leaves.Where(l => !index.Contains($"({l.Name}.md)", StringComparison.Ordinal)).Select(l => $"{l.Name} is not listed"));
        Window.None(Leaves.Where(l => l.Text.Split('\n').Length > MostLines).Select(l => $"{l.Name} has over {MostLines} lines"));
    }

    [Fact]
    public async Task Names_only_addresses_that_its_reader_can_open()
    {
        var findings = new List<string>();
        foreach (var leaf in Leaves)
        {
            using var client = council.Site.Client(await Reader(council.Site, leaf));
            var named = Address().Matches(leaf.Text).Select(m => m.Groups[1].Value).Distinct().ToList();
            if (named.Count < 3) findings.Add($"{leaf.Name} names only {named.Count} addresses");
            foreach (var at in named)
            {
                using var answer = await client.GetAsync(at);
                if (answer.StatusCode != HttpStatusCode.OK) findings.Add($"{leaf.Name}: {at} is answered with {answer.StatusCode}");
            }
        }

        Window.None(findings);
    }

    [Fact]
    public async Task Shows_pictures_of_pages_that_its_reader_can_open_and_keeps_no_other()
    {
        if (Environment.GetEnvironmentVariable("GUIDE") == "1") await Take();

        var findings = new List<string>();
        foreach (var leaf in Leaves)
        {
            var shown = Of(leaf);
            if (shown.Count == 0) findings.Add($"{leaf.Name} shows no picture");
            if (Shown().Count(leaf.Text) != shown.Count) findings.Add($"{leaf.Name} has a picture that does not say what it is of");
            using var client = council.Site.Client(await Reader(council.Site, leaf));
            foreach (var picture in shown)
            {
                if (picture.Says.Length < 30) findings.Add($"{picture.File} does not say what is to be seen");
                if (await Place(client, picture) is not { } at) findings.Add($"{picture.File}: no link {picture.Then} at {picture.At}");
                else if ((await client.GetAsync(at)).StatusCode != HttpStatusCode.OK) findings.Add($"{picture.File}: can not open {at}");
            }
        }

        Window.None(findings);
        Assert.Equal(
            Leaves.SelectMany(Of).Select(p => p.File).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Pictures).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Window.None(Directory.EnumerateFiles(Pictures).Select(f => new FileInfo(f)).Where(f => f.Length > MostBytes)
            .Select(f => $"{f.Name} has {f.Length} bytes"));
    }

    private async Task Take()
    {
        if (Directory.Exists(Pictures)) Directory.Delete(Pictures, recursive: true);
        Directory.CreateDirectory(Pictures);
        await using var site = await Demo();
        foreach (var leaf in Leaves)
        {
            var who = await Reader(site, leaf);
            using var client = site.Client(who);
            await using var window = await council.Open(site, who);
            await window.Page.SetViewportSizeAsync(1000, 700);
            foreach (var picture in Of(leaf))
            {
                if (await Place(client, picture) is not { } at) continue;
                await window.Go(at);
                if (picture.WithCode) await Begin(site, window);
                if (picture.AndOn) await window.Page.Locator("button[value=next]").ClickAsync();
                if (picture.From is { } words) await Scroll(window, words);
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, picture.File) });
            }
        }
    }

    /// <summary>The demo that everybody can start, with all that happened in its last days.</summary>
    private static async Task<Served> Demo()
    {
        var data = Directory.CreateTempSubdirectory("fairload-guide-").FullName;
        Assert.True(DataDirectory.Open(data).Try(out var directory, out _));
        var made = await new DemoMaker(directory, _ => { }, YearReport.Write).Make(new(null, Fresh: false, WriteFiles: null), default);
        Assert.True(made.Try(out var mark, out _));
        var today = mark.Today!.Value;
        return await Served.Start(data, StoppedClock.At(today.Year, today.Month, today.Day));
    }

    private static async Task Scroll(Window window, string words)
    {
        var on = window.Page.Locator("main :is(h1, h2, h3, p, caption, .govuk-inset-text, legend, summary)").Filter(new() { HasText = words }).First;
        if (await on.EvaluateAsync<string>("e => e.tagName") == "SUMMARY") await on.ClickAsync();
        await on.EvaluateAsync("e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 20)");
    }

    /// <summary>Types the code of somebody who has not answered yet. Nobody can say whose that is, so it is tried.</summary>
    private static async Task Begin(Served site, Window window)
    {
        foreach (var code in await site.Ask(db => db.Set<RoundDelivery>().OrderBy(d => d.Id).Select(d => d.Code).ToListAsync()))
        {
            await window.Field("Your code").FillAsync(code);
            await window.Button("Continue").ClickAsync();
            if (await window.Page.Locator(".govuk-error-summary").CountAsync() == 0) return;
        }
    }

    /// <summary>Null where the page has no such link.</summary>
    private static async Task<string?> Place(HttpClient client, Picture picture)
    {
        if (picture.Then is not { } then) return picture.At;
        var link = new Regex($"^{Regex.Escape(then).Replace("…", "[0-9a-f-]{36}", StringComparison.Ordinal)}$");
        return (await client.Read(picture.At)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href"))
            .FirstOrDefault(href => link.IsMatch(href ?? ""));
    }

    private static async Task<Visitor?> Reader(Served site, Leaf leaf) =>
        leaf.Role is { } role ? await site.AsDemo(await site.Person(role)) : null;

    private static List<Picture> Of(Leaf leaf) =>
    [
        .. Described().Matches(leaf.Text).Select(m => m.Groups).Select(m => new Picture(
            m["at"].Value, Given(m["then"]), m["code"].Success, m["on"].Success, Given(m["from"]), m["says"].Value, m["file"].Value)),
    ];

    private static string? Given(Group group) => group.Success ? group.Value : null;

    private static string Read(string name)
    {
        var path = Path.Combine(Folder, $"{name}.md");
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    /// <summary>Head of service → head-of-service.</summary>
    private static string Name(Role role) => Word().Replace(role.ToString(), "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Word();

    [GeneratedRegex(@"`(/[^`\s]*)`")]
    private static partial Regex Address();

    [GeneratedRegex(@"!\[")]
    private static partial Regex Shown();

    [GeneratedRegex("""
        <!-- picture of (?<at>/[^\s,]*)(?:, then (?<then>/[^\s,]+))?(?<code>, with a code)?(?<on>, and on)?(?:, from "(?<from>[^"]+)")? -->
        !\[(?<says>[^\]]+)\]\(images/(?<file>[a-z0-9-]+\.png)\)
        """)]
    private static partial Regex Described();
}
