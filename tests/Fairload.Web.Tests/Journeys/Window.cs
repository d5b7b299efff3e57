using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

/// <summary>How a window is looked through.</summary>
internal sealed record WindowKind(int Width = 1280, string Language = "en", bool Script = true, bool ForcedColors = false)
{
    public static WindowKind Telephone { get; } = new(320);
}

/// <summary>One window of the browser with its own cookies. What the browser complains of is kept.</summary>
internal sealed partial class Window : IAsyncDisposable
{
    /// <summary>Deque's rules, run in the page itself: their wrapper for .NET opens a second page for each look, which takes twice as
    /// long.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>In a narrower window the navigation is folded. Colours are the same there, and half of the time of the rules.</summary>
    private const int Folded = 641;

    /// <summary>Rows of a long table are all made by the same lines of its page: the first six are held to the rules.</summary>
    private const string Repeated = "tbody tr:nth-child(n+7)";

    private readonly IBrowserContext _context;
    private readonly WindowKind _kind;
    private readonly List<string> _complaints = [];

    private Window(IBrowserContext context, IPage page, WindowKind kind) => (_context, Page, _kind) = (context, page, kind);

    public IPage Page { get; }
    public string Path => new Uri(Page.Url).PathAndQuery;
    public string Heading => Page.Locator("h1").InnerTextAsync().GetAwaiter().GetResult();

    public static async Task<Window> Open(IBrowser browser, Served site, Visitor? who, WindowKind kind)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.Url,
            ViewportSize = new() { Width = kind.Width, Height = 900 },
            JavaScriptEnabled = kind.Script,
            ForcedColors = kind.ForcedColors ? ForcedColors.Active : ForcedColors.None,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        if (who is not null)
            await context.AddCookiesAsync([new() { Name = "fairload", Value = who.Token, Url = site.Url, HttpOnly = true }]);
        if (kind.Language != "en") await context.AddCookiesAsync([new() { Name = "language", Value = kind.Language, Url = site.Url }]);
        var window = new Window(context, await context.NewPageAsync(), kind);
        window.Page.Console += (_, said) =>
        {
            // A refusal is answered with a status, which the browser notes as an error of its own.
            if (said.Type == "error" && !Refusal().IsMatch(said.Text)) window._complaints.Add(said.Text);
        };
        window.Page.PageError += (_, error) => window._complaints.Add(error);
        return window;
    }

    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.Distinct().ToList();
        Assert.True(all.Count == 0, string.Join("\n", all));
    }

    public Task<IResponse?> Go(string path) => Page.GotoAsync(path);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>Fills in the boxes of a day.</summary>
    public async Task Day(string name, DateOnly day)
    {
        foreach (var (box, number) in new[] { ("day", day.Day), ("month", day.Month), ("year", day.Year) })
            await Page.Locator($"[name='{name}-{box}']").FillAsync($"{number}");
    }

    /// <summary>Chooses one of several buttons or boxes.</summary>
    public Task Pick(string name, string value) => Page.Locator($"input[name='{name}'][value='{value}']").CheckAsync();

    /// <summary>Opens the navigation where it is folded: with script on a telephone.</summary>
    public async Task Unfold()
    {
        if (_kind is { Script: true, Width: < Folded }) await Page.Locator(".govuk-service-navigation__toggle").ClickAsync();
    }

    /// <summary>Follows the first link to an address, whatever it is called in the language at hand.</summary>
    public Task Follow(string address) => Page.Locator($"a[href='{address}']").First.ClickAsync();

    /// <summary>Asks for what stands on the page at hand.</summary>
    public async Task Reads(params string[] said)
    {
        var main = await Main();
        Assert.All(said, words => Assert.Contains(words, main, StringComparison.Ordinal));
    }

    /// <summary>A file, as it comes down when its link is followed.</summary>
    public async Task<byte[]> Download(ILocator link)
    {
        var file = await Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return await File.ReadAllBytesAsync(await file.PathAsync());
    }

    /// <summary>Fails where the page at hand has a fault on a desk or on a telephone. The accessibility rules, which take a second, are
    /// left to the journey's way on a desk.</summary>
    /// <param name="quick">Where another test holds the page to those rules in the same state.</param>
    public async Task HasNoFault(bool quick = true)
    {
        var isQuick = quick || !_kind.Script || _kind.Width < Folded;
        None([.. await Findings(isQuick), .. await FindingsOnTelephone(quick: true)]);
    }

    public Task<string> Main() => Page.Locator("main").InnerTextAsync();

    /// <summary>Everything that is wrong with the page at hand, at this width and at that of a telephone, a line each.</summary>
    /// <param name="quick">Without the accessibility rules, which take a second a page.</param>
    public async Task<IReadOnlyList<string>> Findings(bool quick = false)
    {
        var found = new List<string>(_complaints);
        _complaints.Clear();
        var language = await Page.Locator("html").GetAttributeAsync("lang");
        if (language != _kind.Language) found.Add($"the language is {language}");
        if (await Page.Locator("h1").CountAsync() is not 1 and var headings) found.Add($"there are {headings} first headings");
        if (!quick) found.AddRange(await Accessibility());
        return [.. found.Select(f => $"{Path} ({_kind.Language}, {Page.ViewportSize!.Width}): {f}")];
    }

    /// <summary>The same at the width of a telephone, with no need to scroll sideways.</summary>
    public async Task<IReadOnlyList<string>> FindingsOnTelephone(bool quick = false)
    {
        await Page.SetViewportSizeAsync(WindowKind.Telephone.Width, 900);
        var found = new List<string>(await Findings(quick));
        var wider = _kind.Script ? await Wider() : "";
        if (wider.Length > 0) found.Add($"{Path} ({_kind.Language}, 320): is wider than the window because of {wider}");
        await Page.SetViewportSizeAsync(_kind.Width, 900);
        return found;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private Task<string> Wider() => Page.EvaluateAsync<string>(
        """
        () => document.documentElement.scrollWidth <= window.innerWidth ? '' :
          [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1 && !e.parentElement.closest('.fl-scroll'))
            .slice(-3).map(e => e.outerHTML.slice(0, 120)).join(' | ') || 'something that is not seen'
        """);

    private async Task<IEnumerable<string>> Accessibility()
    {
        if (!_kind.Script) return [];
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(
            """
            async ([tags, contrast, rows]) => (await axe.run({ exclude: [[rows]] }, {
                runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false,
                rules: { 'color-contrast': { enabled: contrast } },
              })).violations
              .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ')}`)
            """,
            new object[] { Rules, Page.ViewportSize!.Width >= Folded, Repeated });
    }

    [GeneratedRegex(@"^Failed to load resource: the server responded with a status of 4\d\d")]
    private static partial Regex Refusal();
}
