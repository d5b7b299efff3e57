using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests._Shell;

public sealed class Help_with_a_page(TheSite site) : IClassFixture<TheSite>
{
    /// <summary>What is read before anybody has signed in, and help itself.</summary>
    private static readonly string[] OfVisitors =
        ["/help", "/sign-in", "/sign-out", "/setup", "/invitation", "/demo", "/answer", "/accessibility", "/privacy", "/fault"];

    [Fact]
    public void Is_there_for_every_page_that_somebody_signed_in_can_open()
    {
        var none = RouteTable.Rows.Where(r => r.Answer == Answer.Page)
            .Where(r => !OfVisitors.Any(v => r.Pattern.StartsWith(v, StringComparison.Ordinal)))
            .Where(r => HelpTopic.Of(Address(r)) is null).Select(r => r.Pattern).Distinct();
        Assert.Empty(none);
    }

    [Fact]
    public void Is_about_a_page_that_there_is()
    {
        var reached = RouteTable.Rows.Select(r => HelpTopic.Of(Address(r))).ToHashSet();
        Assert.Empty(HelpTopic.All.Where(t => !reached.Contains(t)).Select(t => t.Place));
        Assert.Equal(HelpTopic.All.Select(t => t.Place).Distinct(), HelpTopic.All.Select(t => t.Place));
    }

    [Fact]
    public async Task Says_to_each_role_what_it_does_there()
    {
        const string Gives = "Give it to somebody, send it to another team, or ask for an adviser.";
        var (manager, practitioner) = (new Reader("M", null, [new(Role.TeamManager)]), new Reader("P", null, [new(Role.Practitioner)]));
        var topic = HelpTopic.Of("/cases/x")!;
        var T = new Catalogue(Language.English);
        Assert.Contains(Gives, topic.To(manager, T));
        Assert.DoesNotContain(Gives, topic.To(practitioner, T));

        var page = await site.As(Role.TeamManager).Read("/teams");
        Assert.Equal("Help with this page", page.QuerySelector(".fl-help summary").Says());
        Assert.Contains("Who holds what and who has room. People stand in name order: this is not a league table.", page.All(".fl-help p"));
        Assert.Null((await site.Client().Read("/privacy")).QuerySelector(".fl-help"));
    }

    [Theory]
    [InlineData("/cases/new", "/cases/new")]
    [InlineData("/cases/01a2", "/cases/*")]
    [InlineData("/cases/01a2/allocate", "/cases/*/allocate")]
    [InlineData("/cases/01a2/panel", "/cases/*")]
    [InlineData("/health-check/2026/editions/5", "/health-check/*/editions")]
    [InlineData("/settings/weights/new", "/settings")]
    [InlineData("/", "/")]
    public void Is_the_one_that_fits_most_of_the_address(string path, string place) => Assert.Equal(place, HelpTopic.Of(path)!.Place);

    private static string Address(RouteRow row) => row.At("x").Split('?')[0];
}
