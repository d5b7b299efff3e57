using Fairload.Core.Access;

namespace Fairload.Web.Tests._Shell;

public sealed class The_shell(TheSite site) : IClassFixture<TheSite>
{
    [Fact]
    public async Task Offers_each_role_only_what_it_may_open()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var reader = new Reader("x", null, [new Grant(role)]);
            var page = await site.As(role).Read("/help");
            var offered = page.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")!).ToList();

            Assert.Equal(reader.May(Permission.SeeLoads), offered.Contains("/teams"));
            Assert.Equal(reader.May(Permission.SeeWaiting), offered.Contains("/waiting"));
            Assert.Equal(reader.May(Permission.SeePeople), offered.Contains("/people"));
            Assert.Equal(reader.May(Permission.ManageAccounts), offered.Contains("/accounts"));
            Assert.Equal(reader.May(Permission.SeeAudit), offered.Contains("/audit"));
            Assert.True(page.QuerySelectorAll(".govuk-service-navigation__item").Length <= 7);
        }
    }

    [Fact]
    public async Task Shows_a_manager_this() => Approved.Check(Outline(await site.As(Role.TeamManager).Read("/help")));

    [Fact]
    public async Task Shows_a_visitor_no_way_in_but_help()
    {
        var page = await site.Client().Read("/privacy");

        Assert.Empty(page.All("header nav a"));
        Assert.Equal(["Help", "Published reports", "Accessibility statement", "Privacy"], page.All("footer a"));
    }

    [Fact]
    public async Task Marks_where_one_is()
    {
        var page = await site.As(Role.TeamManager).Read("/help");

        Assert.Equal(["Help"], page.All("header [aria-current=page]"));
    }

    [Fact]
    public async Task Signs_out_by_a_form_that_is_ours()
    {
        var form = (await site.As(Role.TeamManager).Read("/help")).QuerySelector("form[action='/sign-out']")!;

        Assert.Equal("post", form.GetAttribute("method"));
        Assert.NotEmpty(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    [Theory]
    [InlineData("https", "__Host-fairload-form=", "secure")]
    [InlineData("http", "fairload-form=", "")]
    public async Task Guards_its_forms_with_a_cookie_no_other_site_can_use(string scheme, string name, string also)
    {
        var client = site.As(Role.TeamManager, scheme);
        var cookie = (await client.GetAsync("/help")).Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(also.Length > 0, cookie.Contains("secure", StringComparison.Ordinal));
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_council() =>
        Assert.Equal("Sampleshire Council", (await site.Client().Read("/help")).QuerySelector(".fl-header__council").Says());

    [Fact]
    public async Task Says_when_it_is_a_demo()
    {
        await using var demo = await TheSite.Start(_ => { }, context => context.Items["demo"] = "made up");

        Assert.StartsWith("This is a demo", (await demo.Client().Read("/help")).QuerySelector(".fl-demo").Says(), StringComparison.Ordinal);
        Assert.Null((await site.Client().Read("/help")).QuerySelector(".fl-demo"));
    }

    [Fact]
    public async Task Never_claims_to_be_fully_accessible()
    {
        var statement = (await site.Client().Read("/accessibility")).Body.Says();

        Assert.Contains("is partially compliant", statement, StringComparison.Ordinal);
        Assert.Contains("Sampleshire Council", statement, StringComparison.Ordinal);
        Assert.DoesNotContain("fully compliant", statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/accessibility")]
    [InlineData("/privacy")]
    [InlineData("/nothing-here")]
    public async Task Has_one_heading_one_main_part_and_a_title_on_each_page(string path)
    {
        var page = await site.Client().Read(path);

        Assert.Single(page.All("h1"));
        Assert.Single(page.All("main#main-content"));
        Assert.EndsWith(" – Fairload", page.Title, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    private static string Outline(AngleSharp.Html.Dom.IHtmlDocument page) =>
        string.Join('\n', page.QuerySelectorAll("header a, header button, header p, h1, h2, dt, dd, footer a")
        .Select(e => $"{e.LocalName,-7}{e.Says()}{(e.GetAttribute("href") is { } to ? $" → {to}" : "")}"));
}
