using System.Net;
using Fairload.App;
using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Access;

public sealed class The_way_in : IAsyncLifetime
{
    private const string Email = "ana@example.gov.uk";
    private const string Password = "otter kettle moss";

    private TheSite _site = null!;

    public async Task InitializeAsync() => _site = await TheSite.BeforeSetUp();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Leads_from_the_set_up_code_to_signing_in_with_two_factors_and_out_again()
    {
        using var browser = new Browser(_site);
        (await browser.Get("/accounts")).LeadsTo("/setup");
        (await browser.Get("/help")).LeadsTo("/setup");
        (await browser.Get("/sign-in")).LeadsTo("/setup");
        var code = await SetupCode();

        var wrong =
            await browser.Fill("/setup", ("SetupCode", "AAAA-AAAA-AAAA-AAAA"), ("Email", Email), ("Name", "Ana Diaz"),
            ("Password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["#password", "#setupcode"], (await wrong.Read()).QuerySelectorAll(".govuk-error-summary a")
            .Select(a => a.GetAttribute("href")).Order());

        (await browser.Fill("/setup", ("SetupCode", code), ("Email", Email), ("Name", "Ana Diaz"), ("Password", Password)))
            .LeadsTo("/account/second-factor");
        Assert.False(File.Exists(Path.Combine(_site.DataPath, "setup-code.txt")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/setup")).StatusCode);
        (await browser.Get("/accounts")).LeadsTo("/account/second-factor");

        var picture = await browser.Get("/account/second-factor/qr.svg");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.True(picture.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("style", await picture.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);

        var limited = browser.Cookies["fairload"];
        var shown = await (await browser.Fill("/account/second-factor", ("Code", await Code()))).Read();
        Assert.Equal(10, shown.QuerySelectorAll("main code").Length);
        Assert.NotEqual(limited, browser.Cookies["fairload"]);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/accounts")).StatusCode);

        var stolen = browser.Cookies["fairload"];
        var left = await browser.Fill("/sign-out");
        left.LeadsTo("/sign-out");
        Assert.Equal("\"cache\", \"storage\"", left.Headers.GetValues("Clear-Site-Data").Single());
        Assert.False(browser.Cookies.ContainsKey("fairload"));
        using var thief = _site.Client();
        thief.DefaultRequestHeaders.Add("Cookie", $"fairload={stolen}");
        (await thief.GetAsync("/accounts")).LeadsTo("/sign-in?return=%2Faccounts");

        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        (await browser.Fill("/sign-in?return=/audit?At=1", ("Email", Email), ("Password", Password)))
            .LeadsTo("/sign-in/code?return=%2Faudit%3FAt%3D1");
        (await browser.Get("/accounts")).LeadsTo("/sign-in?return=%2Faccounts");
        (await browser.Fill("/sign-in/code?return=/audit?At=1", ("Code", await Code()))).LeadsTo("/audit?At=1");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/audit?At=1")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Goes_on_only_within_this_site(string back)
    {
        using var browser = new Browser(_site);
        await SetUp(browser);
        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        await browser.Fill("/sign-in", ("Email", Email), ("Password", Password), ("return", back));

        (await browser.Fill("/sign-in/code", ("Code", await Code()), ("return", back))).LeadsTo("/");
    }

    [Fact]
    public async Task Keeps_its_cookies_from_scripts_other_sites_and_plain_http()
    {
        using var browser = new Browser(_site, "https");
        await browser.Fill("/setup", ("SetupCode", await SetupCode()), ("Email", Email), ("Name", "Ana Diaz"), ("Password", Password));

        var session = browser.LastSetCookies.Single(c => c.StartsWith("__Host-fairload=", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var guard in new[] { "; httponly", "; secure", "; samesite=strict", "; path=/" })
            Assert.Contains(guard, session, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_second_factor_without_the_password_before_it()
    {
        using var browser = new Browser(_site);
        await SetUp(browser);
        using var other = new Browser(_site);
        (await other.Get("/sign-in/code")).LeadsTo("/sign-in");

        _site.Clock.Pass(TimeSpan.FromMinutes(2));
        await other.Fill("/sign-in", ("Email", Email), ("Password", Password));
        _site.Clock.Pass(TimeSpan.FromMinutes(10));
        (await other.Get("/sign-in/code")).LeadsTo("/sign-in");
    }

    [Fact]
    public async Task Is_opened_to_others_by_an_invitation_whose_token_leaves_the_address()
    {
        using var browser = new Browser(_site);
        await SetUp(browser);
        var made =
            await (await browser.Fill("/accounts/invite", ("Name", "Tom Bevan"), ("Email", "tom@example.gov.uk"), ("Role", "Director")))
            .Read();
        var link = new Uri(made.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
        var letter = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(_site.DataPath, "outbox"), "*.eml").Single());
        Assert.Contains(link, letter, StringComparison.Ordinal);

        using var toms = new Browser(_site);
        var first = await (await toms.Get(link)).Read();
        var open = await (await toms.Submit(first, link, "/invitation?handler=Open")).Read();
        Assert.Contains("tom@example.gov.uk", open.QuerySelector("main").Says(), StringComparison.Ordinal);
        (await toms.Submit(open, "/invitation", "/invitation?handler=Accept", ("Password", "walrus tin piano")))
            .LeadsTo("/account/second-factor");

        using var late = new Browser(_site);
        var used = await (await late.Submit(await (await late.Get(link)).Read(), link, "/invitation?handler=Open")).Read();
        Assert.Equal("This link can not be used", used.QuerySelector("h1").Says());
    }

    private async Task SetUp(Browser browser)
    {
        await browser.Fill("/setup", ("SetupCode", await SetupCode()), ("Email", Email), ("Name", "Ana Diaz"), ("Password", Password));
        Assert.Equal(HttpStatusCode.OK, (await browser.Fill("/account/second-factor", ("Code", await Code()))).StatusCode);
    }

    private async Task<string> SetupCode() => (await File.ReadAllTextAsync(Path.Combine(_site.DataPath, "setup-code.txt"))).Trim();

    private async Task<string> Code()
    {
        await using var scope = _site.Scope();
        var account = await scope.ServiceProvider.GetRequiredService<FairloadDb>().Set<Account>().AsNoTracking()
            .SingleAsync(a => a.Email == Email);
        var secret = scope.ServiceProvider.GetRequiredService<SecretBox>().Open(account.PendingTotpSecret ?? account.TotpSecret)!;
        return Totp.Code(secret, Totp.Step(_site.Clock.GetUtcNow().UtcDateTime));
    }
}
