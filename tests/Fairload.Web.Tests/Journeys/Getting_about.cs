using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class Getting_about(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stays_on_the_page_when_the_language_is_changed(bool script)
    {
        await using var window = await council.Open(council.Site, await council.Play(council.Site, Role.TeamManager), new(Script: script));
        var at = $"/teams/{council.Records.Manages.Id}?Type=child-protection&Tier=2";
        await window.Go(at);

        await window.Link("Cymraeg").ClickAsync();
        Assert.Equal(at, window.Path);
        Assert.Equal("cy", await window.Page.Locator("html").GetAttributeAsync("lang"));
        await window.Link("English").ClickAsync();

        Assert.Equal(at, window.Path);
        Assert.Equal("en", await window.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Begins_with_a_link_past_the_navigation()
    {
        await using var window = await Team();
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await Focused(window));

        await window.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main-content", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task Reaches_every_action_by_keyboard_and_shows_where_one_is()
    {
        await using var window = await Team();
        var reached = new List<string>();
        for (var i = 0; i < 400 && (reached.Count == 0 || reached[^1] != "Privacy"); i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            reached.Add(await Focused(window));
            var isSeen = await window.Page.EvaluateAsync<bool>(
                """
                () => {
                  const seen = getComputedStyle(document.activeElement)
                  return seen.outlineStyle !== 'none' || seen.boxShadow !== 'none' || seen.backgroundColor !== 'rgba(0, 0, 0, 0)'
                }
                """);
            Assert.True(isSeen, $"It can not be seen that {reached[^1]} has the focus.");
        }

        foreach (var action in new[] { "Today", "Sign out", "Cymraeg", "How these figures are worked out", "Show who could", "Privacy" })
            Assert.Contains(reached, r => r.Contains(action, StringComparison.Ordinal));
        Assert.True(reached.IndexOf("Today") < reached.FindIndex(r => r.Contains("Show who could", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Opens_what_is_folded_with_enter()
    {
        await using var window = await council.Open(council.Site, await council.Play(council.Site, Role.Practitioner));
        await window.Go("/my-work");
        var details = window.Page.Locator("main details").First;
        await details.Locator("summary").FocusAsync();
        Assert.False(await details.EvaluateAsync<bool>("d => d.open"));

        await window.Page.Keyboard.PressAsync("Enter");

        Assert.True(await details.EvaluateAsync<bool>("d => d.open"));
    }

    [Fact]
    public async Task Works_with_the_folded_navigation_of_a_telephone()
    {
        await using var window = await council.Open(council.Site, await council.Play(council.Site, Role.TeamManager), WindowKind.Telephone);
        await window.Go("/waiting");
        Assert.False(await window.Link("Teams").First.IsVisibleAsync());

        await window.Button("Menu").ClickAsync();
        await window.Link("Teams").First.ClickAsync();

        Assert.Equal("/teams", window.Path);
    }

    private async Task<Window> Team()
    {
        var window = await council.Open(council.Site, await council.Play(council.Site, Role.TeamManager));
        await window.Go($"/teams/{council.Records.Manages.Id}");
        return window;
    }

    private static async Task<string> Focused(Window window)
    {
        var name = await window.Page.EvaluateAsync<string>(
            "() => { const at = document.activeElement; return (at.getAttribute('aria-label') || at.innerText || at.id || '').trim() }");
        return name.ReplaceLineEndings(" ");
    }
}
