using Fairload.Core.Access;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;

namespace Fairload.Web.Tests.Home;

public sealed class Today(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Tells_a_manager_what_waits_before_everything_else()
    {
        var page = await (await council.Manager()).Read("/");
        Assert.Equal(
            [
                "Riverside: 1 case is in the name of someone who is not at work. Open the team",
                "Riverside: 3 cases wait, the oldest 54 working days, since 1 September 2026. Open the team",
                "1 load over the line needs a plan by 23 November 2026. Make a plan",
                "Riverside: 1 person is over 110%. Open the team",
                "Riverside: 1 case is due a new score. Open the team",
                "Riverside: the hours of 1 person are not known. See whose",
            ],
            page.All(".fl-today__line"));
    }

    [Fact]
    public async Task Tells_a_practitioner_about_their_own_cases()
    {
        var page = await (await council.Practitioner("S1")).Read("/");
        Assert.Contains("1 of your cases is due a new score. Score your cases", page.All(".fl-today__line"));
        Assert.Contains("Your load is provisional: 2 of your 12 cases are not scored. Score your cases", page.All(".fl-today__line"));
        Assert.Contains("▲ 122% over", page.All(".fl-state"));
    }

    [Fact]
    public async Task Counts_by_service_for_a_head_of_service()
    {
        var page = await (await SignedIn.As(council.Site, Role.HeadOfService, service: "Children")).Read("/");
        Assert.Contains("Children: 1 person is over 110%. Open the service", page.All(".fl-today__line"));
        Assert.Contains("/services/Children", page.QuerySelectorAll(".fl-today a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Tells_HR_whose_hours_are_missing_and_nothing_about_cases()
    {
        var page = await council.Site.As(Role.HumanResources).Read("/");
        Assert.Equal(["The hours of 1 person are not known. See whose"], page.All(".fl-today__line"));
        Assert.Empty(page.QuerySelectorAll("main svg, main form"));
    }

    [Fact]
    public async Task Says_plainly_where_those_find_it_who_see_only_what_is_released()
    {
        var page = await council.Site.As(Role.ElectedMember).Read("/");
        Assert.Contains(
            "stand on pages of their own", page.QuerySelector(".govuk-inset-text").Says(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main table, main svg, .fl-today"));
    }

    [Fact]
    public async Task Sends_an_analyst_to_the_imports_when_nothing_is_there_yet()
    {
        await using var empty = new TheSite();
        await ((IAsyncLifetime)empty).InitializeAsync();
        var page = await empty.As(Role.Analyst).Read("/");
        Assert.Equal(["Nothing has been imported yet. Begin with the staff list. Go to imports"], page.All(".fl-today__line"));
    }
}
