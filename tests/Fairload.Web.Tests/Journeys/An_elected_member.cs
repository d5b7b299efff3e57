using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class An_elected_member(TheCouncil council)
{
    [Theory]
    [InlineData("en", "What you asked last time", 1280)]
    [InlineData("cy", "Yr hyn a ofynasoch y tro diwethaf", 1280)]
    [InlineData("en", "What you asked last time", 320)]
    public async Task Begins_with_what_was_asked_and_reads_what_the_public_reads(string language, string asked, int width)
    {
        const string resolution = "That sickness figures be supplied";
        await using var member = await council.Open(
            council.Site, await council.Play(council.Site, Role.ElectedMember), new(width, language));
        await member.Go("/");
        Assert.StartsWith(asked, await member.Page.Locator(".fl-today__says").First.InnerTextAsync(), StringComparison.Ordinal);
        await member.Page.Locator(".fl-today__line a").First.ClickAsync();
        await member.Reads(resolution);
        await member.HasNoFault(quick: false);

        await member.Unfold();
        await member.Follow("/actions");
        await member.Follow("/published/actions");
        await member.Reads(resolution);
        await member.HasNoFault();
        await member.Follow("/published");
        await member.Follow($"/published/{council.Site.Clock.UkToday.Year}/en");
        Assert.Equal(1, await member.Page.Locator("article h1").CountAsync());

        await member.Unfold();
        await member.Follow("/health-check");
        await member.Page.Locator("main a[href$='/editions']").ClickAsync();
        await member.Page.Locator("main table a").First.ClickAsync();
        Assert.Equal(0, await member.Page.Locator("main form").CountAsync());
        await member.HasNoFault();
    }

    [Fact]
    public async Task Opens_nothing_about_people()
    {
        using var member = council.Site.Client(await council.Play(council.Site, Role.ElectedMember));
        foreach (var page in new[]
            {
                "/people", "/teams", "/my-work", "/waiting", "/supervision", "/supervision/figures", "/workplace/incidents",
                "/workplace/sickness", "/workplace/things", "/evidence", "/peer-reviews", "/file-audits", "/health-check/measures",
            })
        {
            Assert.Equal((page, 403), (page, (int)(await member.GetAsync(page)).StatusCode));
        }
    }
}
