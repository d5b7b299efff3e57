using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests.Journeys;

/// <summary>Every page of the route table in a browser: in both languages, on a desk and on a telephone, full, empty and refused.</summary>
[Collection(TheCouncil.Walked)]
public sealed class Every_page(TheCouncil council)
{
    /// <summary>A form sent empty or an address with a mistake in it.</summary>
    /// <param name="Button">Null where the address alone is refused.</param>
    private sealed record Mistake(string Pattern, Role By, string? Button, string Query = "");

    private static readonly IReadOnlyList<Mistake> Mistakes =
    [
        new("/account/password", Role.Practitioner, "Change your password"),
        new("/account/recovery-codes", Role.Practitioner, "Get new recovery codes"),
        new("/accounts/invite", Role.Administrator, "Invite"),
        new("/accounts/{id}", Role.Administrator, "Give the role"),
        new("/audit", Role.Administrator, null, "?Day-day=40&Day-month=1&Day-year=2026"),
        new("/cases/{id}/panel", Role.TeamManager, "Continue"),
        new("/cases/{id}/transfer", Role.TeamManager, "Propose the transfer"),
        new("/imports/matchings/new", Role.Analyst, "Show its columns"),
        new("/imports/new", Role.Analyst, "Look at it"),
        new("/panels/new", Role.PrincipalSocialWorker, "Open the session"),
        new("/settings/transfers/new", Role.PrincipalSocialWorker, "Enter this checklist"),
        new("/teams/{id}", Role.TeamManager, null, "?Type=child-protection&Points=plenty"),
    ];

    [Fact]
    public async Task Can_be_used_by_everybody_in_both_languages()
    {
        var rows = RouteTable.Rows.Where(r => r.Answer == Answer.Page && r.Pattern != "/demo").ToList();
        var seen = await Task.WhenAll(Visit(council.Site, "en", rows), Visit(council.Site, "cy", rows));

        Window.None(seen.SelectMany(s => s.Findings));
        Assert.All(seen, s => Assert.Empty(s.Titles.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key)));
        Assert.All(seen, s => Assert.Equal(rows.Count(r => !r.IsSame), s.Titles.Count));
    }

    [Fact]
    public async Task Can_be_used_by_everybody_before_anything_has_been_imported()
    {
        await using var site = await Served.Empty();
        await site.As([new(Role.Administrator)]);

        // Nobody is on the staff sheet yet, so nobody has a caseload of their own to score; no return was begun,
        // no health check was opened or published, and nobody thought out other weights.
        string[] notYet = ["/demo", "/my-work/score", "/published/{year:int}/{language}", "/surveys/return/{year:int}",
            "/surveys/return/{year:int}/{section}", "/settings/weights/draft", "/settings/weights/enter",
            "/settings/factors/{area:regex(^(Children|Adults)$)}/draft"];
        var rows =
            RouteTable.Rows.Where(r => r is { Answer: Answer.Page, Kind: Kind.Nothing, IsSame: false } && !notYet.Contains(r.Pattern)
                && !r.Pattern.StartsWith("/health-check/{year:int}", StringComparison.Ordinal));
        var seen = await Visit(site, "en", rows);

        Window.None(seen.Findings);
    }

    [Fact]
    public async Task Says_in_a_way_that_everybody_can_use_what_is_wrong_with_a_form()
    {
        var findings = new List<string>();
        foreach (var mistake in Mistakes)
        {
            var who = await council.Play(council.Site, mistake.By);
            await using var window = await council.Open(council.Site, who);
            var row = RouteTable.Rows.First(r => r.Pattern == mistake.Pattern);
            var at = row.At(council.Records.Example(row.Kind)).Split('?')[0] + mistake.Query;
            await window.Go(at);
            if (mistake.Button is { } button) await window.Button(button).First.ClickAsync();
            var title = await window.Page.TitleAsync();
            if (!title.StartsWith("Error: ", StringComparison.Ordinal)) findings.Add($"{at} ends at {window.Path}, {title}");
            if (await window.Page.Locator(".govuk-error-summary").CountAsync() != 1) findings.Add($"{at} does not say what is wrong");
            foreach (var link in await window.Page.Locator(".govuk-error-summary a").AllAsync())
            {
                var to = await link.GetAttributeAsync("href") ?? "";
                var isThere = await window.Page.Locator($"[id='{to.TrimStart('#')}']").CountAsync() == 1;
                if (!isThere) findings.Add($"{at}: the summary leads to {to}, which is not there");
            }

            findings.AddRange(await window.Findings());
            findings.AddRange(await window.FindingsOnTelephone(quick: true));
        }

        Window.None(findings);
    }

    [Fact]
    public async Task Can_be_used_in_forced_colours()
    {
        var findings = new List<string>();
        foreach (var role in new[] { Role.TeamManager, Role.Practitioner })
        {
            await using var window = await council.Open(council.Site, await council.Play(council.Site, role), new(ForcedColors: true));
            foreach (var row in RouteTable.Rows.Where(r => r.By == role && r.Answer == Answer.Page))
            {
                await window.Go(row.At(council.Records.Example(row.Kind)));
                findings.AddRange(await window.Findings(quick: true));
                var bars = await window.Page.EvaluateAsync<int>(
                    "[...document.querySelectorAll('.fl-load-bar .bar-a')].filter(e => getComputedStyle(e).fill !== 'rgb(18, 67, 109)').length");
                if (bars > 0) findings.Add($"{window.Path}: {bars} bars can not be seen");
            }
        }

        Window.None(findings);
    }

    [Fact]
    public async Task That_is_not_there_or_not_ours_says_so()
    {
        await using var window = await council.Open(council.Site, await council.Play(council.Site, Role.TeamManager));
        await window.Go("/no/such/page");
        Assert.Equal("Page not found", await window.Page.Locator("h1").InnerTextAsync());
        Window.None(await window.Findings());
        Window.None(await window.FindingsOnTelephone());

        await window.Go("/accounts");
        Assert.Equal("You may not open this page", await window.Page.Locator("h1").InnerTextAsync());
        Window.None(await window.Findings());
    }

    [Fact]
    public async Task Of_the_demo_can_be_used_by_everybody()
    {
        await using var window = await council.Open(council.Site, null);
        await window.Go("/sign-in");
        Assert.Equal("/demo", window.Path);
        Window.None(await window.Findings());
        Window.None(await window.FindingsOnTelephone());

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("^Be ") }).First.ClickAsync();
        Assert.Equal("/", window.Path);
        Window.None(await window.Findings());
    }

    private sealed record Seen(List<string> Findings, List<string> Titles);

    private async Task<Seen> Visit(Served site, string language, IEnumerable<RouteRow> rows)
    {
        var seen = new Seen([], []);
        foreach (var by in rows.GroupBy(r => r.By))
        {
            var who = site == council.Site ? await council.Play(site, by.Key) : await site.As([new(by.Key)]);
            await using var window = await council.Open(site, who, new(Language: language));
            foreach (var row in by)
            {
                var answer = await window.Go(row.At(council.Records.Example(row.Kind)));
                if (answer!.Status != 200) seen.Findings.Add($"{row.Pattern} is answered with {answer.Status}");
                // The rules take a second a page: each width and each language is held to them once.
                seen.Findings.AddRange(await window.Findings(quick: language == "cy"));
                seen.Findings.AddRange(await window.FindingsOnTelephone(quick: site != council.Site || language == "en"));
                if (!row.IsSame) seen.Titles.Add(await window.Page.TitleAsync());
            }
        }

        return seen;
    }
}
