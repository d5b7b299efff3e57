using Fairload.Core.Access;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_managers_morning(TheCouncil council)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Goes_from_today_to_a_person_whose_load_changes_with_two_scores_and_finds_room(bool script, bool forcedColours)
    {
        var site = await council.Copy();
        var who = await site.AsDemo(await site.Person(Role.TeamManager));
        await using var window = await council.Open(site, who, new(Script: script, ForcedColors: forcedColours));
        await window.Go("/");
        Assert.StartsWith("Today, ", await window.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        var managed = (await site.ManagedTeam()).Name;
        await window.Link(managed).ClickAsync();
        Assert.Equal(managed, await window.Page.Locator("h1").InnerTextAsync());
        var team = window.Path;

        var row = window.Page.Locator("main table").First.Locator("tbody tr").Filter(new() { Has = window.Page.Locator("svg") }).First;
        var name = await row.GetByRole(AriaRole.Link).InnerTextAsync();
        await row.GetByRole(AriaRole.Link).ClickAsync();
        Assert.Equal(name, await window.Page.Locator("h1").InnerTextAsync());
        var before = await window.Page.Locator(".fl-lead").InnerTextAsync();
        await window.Button("Score this caseload").ClickAsync();
        await window.Link("Agreed score").ClickAsync();
        foreach (var at in new[] { 0, 1 }) await Give(window.Page.Locator("fieldset.fl-score").Nth(at));
        await window.Button("Save").ClickAsync();
        Assert.Contains("2 cases scored.", await window.Main(), StringComparison.Ordinal);
        await window.Link("Leave without saving").ClickAsync();
        Assert.Equal(name, await window.Page.Locator("h1").InnerTextAsync());
        Assert.NotEqual(before, await window.Page.Locator(".fl-lead").InnerTextAsync());

        await window.Go(team);
        await window.Field("Type of case").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await window.Field("Tier").SelectOptionAsync(new SelectOptionValue { Label = "tier 1" });
        await window.Button("Show who could").ClickAsync();
        Assert.Matches("(person|people) could hold it|Nobody in this team could hold it", await window.Main());
        if (script) Window.None(await window.Findings());
    }

    /// <summary>All six of the highest, or of the lowest where it is the highest already.</summary>
    private static async Task Give(ILocator one)
    {
        var value = await one.Locator("select").First.InputValueAsync() == "3" ? "1" : "3";
        foreach (var select in await one.Locator("select").AllAsync()) await select.SelectOptionAsync(value);
    }
}
