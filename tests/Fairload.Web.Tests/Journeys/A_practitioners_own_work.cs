using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_practitioners_own_work(TheCouncil council)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Is_seen_with_its_parts_and_scored_once_however_often_it_is_sent(bool script, bool forcedColours)
    {
        var site = await council.Copy();
        var before = await Scores(site);
        var who = await site.AsDemo(await site.Person(Role.Practitioner));
        await using var window = await council.Open(site, who, new(Script: script, ForcedColors: forcedColours));
        await window.Go("/");
        await window.Link("My work").First.ClickAsync();
        await window.Page.Locator("summary", new() { HasText = "How this is worked out" }).First.ClickAsync();
        Assert.Contains("Capacity", await window.Main(), StringComparison.Ordinal);

        await window.Button("Score your cases").ClickAsync();
        var first = window.Page.Locator("fieldset.fl-score").First;
        foreach (var select in await first.Locator("select").AllAsync()) await select.SelectOptionAsync("2");
        await window.Button("Save").DblClickAsync();
        await window.Page.WaitForURLAsync(url => url.Contains("Saved=", StringComparison.Ordinal));
        await window.Go("/my-work/score");
        Assert.Equal(["2", "2", "2", "2", "2", "2"], await Values(window));
        Assert.Equal(before + 1, await Scores(site));

        foreach (var select in await first.Locator("select").AllAsync()) await select.SelectOptionAsync("3");
        await window.Button("Save").ClickAsync();
        Assert.Contains("1 case scored.", await window.Main(), StringComparison.Ordinal);
        await window.Page.GoBackAsync();
        Assert.Equal(["3", "3", "3", "3", "3", "3"], await Values(window));
        await window.Button("Save").ClickAsync();
        Assert.DoesNotContain("There is a problem", await window.Main(), StringComparison.Ordinal);
        Assert.Equal(before + 2, await Scores(site));
        if (script) Window.None(await window.Findings());
    }

    private static async Task<IReadOnlyList<string>> Values(Window window)
    {
        var selects = await window.Page.Locator("fieldset.fl-score").First.Locator("select").AllAsync();
        return [.. await Task.WhenAll(selects.Select(s => s.InputValueAsync()))];
    }

    private static Task<int> Scores(Served site) => site.Ask(db => db.Scores.CountAsync(s => s.By == ScoreBy.Practitioner));
}
