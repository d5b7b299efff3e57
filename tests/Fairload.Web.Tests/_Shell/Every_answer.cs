using System.Net;

namespace Fairload.Web.Tests._Shell;

public sealed class Every_answer(TheSite site) : IClassFixture<TheSite>
{
    [Theory]
    [InlineData("/help", 200)]
    [InlineData("/styles/site.css", 200)]
    [InlineData("/scripts/site.js", 200)]
    [InlineData("/favicon.ico", 200)]
    [InlineData("/nothing-here", 404)]
    [InlineData("/language/cy", 302)]
    [InlineData("/language/xx", 404)]
    public async Task Tells_the_browser_to_trust_nothing_but_our_own_files(string path, int status)
    {
        var answer = await site.Client().GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/help", "no-store")]
    [InlineData("/nothing-here", "no-store")]
    [InlineData("/styles/site.css", "no-cache")]
    [InlineData("/styles/site.css?v=abc", "public, max-age=31536000, immutable")]
    public async Task May_be_kept_only_where_it_is_a_file_of_ours(string path, string kept) =>
        Assert.Equal(kept, (await site.Client().GetAsync(path)).Headers.GetValues("Cache-Control").Single());

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Asks_for_https_ever_after_only_over_https(string scheme, bool asks) =>
        Assert.Equal(asks, (await site.Client(scheme).GetAsync("/help")).Headers.Contains("Strict-Transport-Security"));

    [Fact]
    public async Task Loads_nothing_from_another_site_and_has_no_inline_script_or_style()
    {
        var page = await site.Client().Read("/help");

        Assert.DoesNotContain(page.QuerySelectorAll("[src], [href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!),
            address => address.Contains("//", StringComparison.Ordinal));
        Assert.Equal(0, page.QuerySelectorAll("[style], style, script:not([src])").Length);
    }

    [Fact]
    public async Task Names_its_styles_with_a_version_so_that_a_new_one_is_fetched()
    {
        var styles = (await site.Client().Read("/help")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        Assert.Matches(@"^/styles/site\.css\?v=.+", styles);
        Assert.Equal(HttpStatusCode.OK, (await site.Client().GetAsync(styles)).StatusCode);
    }
}
