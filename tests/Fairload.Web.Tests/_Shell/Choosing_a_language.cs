namespace Fairload.Web.Tests._Shell;

public sealed class Choosing_a_language(TheSite site) : IClassFixture<TheSite>
{
    [Theory]
    [InlineData("/teams?week=3", "/teams?week=3")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("~/help", "/")]
    [InlineData("", "/")]
    public async Task Leads_back_to_our_own_pages_only(string back, string to)
    {
        var answer = await site.Client().GetAsync($"/language/cy?return={Uri.EscapeDataString(back)}");

        Assert.Equal(to, answer.Headers.Location!.ToString());
        Assert.StartsWith("language=cy; max-age=31536000", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_remembered()
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", "language=cy");
        var page = await client.Read("/help");

        Assert.Equal("cy", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Cymorth – Fairload", page.Title);
        Assert.Equal("English", page.QuerySelector(".govuk-language-navigation a").Says());
        Assert.Equal("/language/en?return=%2Fhelp", page.QuerySelector(".govuk-language-navigation a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("language=fr")]
    [InlineData("language=")]
    [InlineData("other=cy")]
    public async Task Stays_English_until_then(string cookie)
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal("en", (await client.Read("/help")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Reaches_pages_that_say_what_went_wrong()
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", "language=cy");
        var page = await client.Read("/nothing-here?x=1");

        Assert.Equal("Heb ddod o hyd i'r dudalen", page.QuerySelector("h1").Says());
        Assert.Equal("/language/en?return=%2Fnothing-here%3Fx%3D1",
            page.QuerySelector(".govuk-language-navigation a")!.GetAttribute("href"));
    }
}
