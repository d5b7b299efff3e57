using System.Text.RegularExpressions;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Tests.Surveys;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

/// <summary>From the last day of a survey to what each role does with it.</summary>
[Collection(TheCouncil.Name)]
public sealed partial class What_a_survey_came_to(TheCouncil council)
{
    [Fact]
    public async Task Is_let_out_by_the_principal_social_worker_and_read_by_a_manager_and_the_union()
    {
        var site = await council.Copy();
        var today = site.Clock.UkToday;
        var round = await site.Services.Answered(new RoundPlan(
            "pulse", RoundMode.Kiosk, today, today.AddDays(14), 10, 20, [BackgroundQuestion.RoleGroup], "Ola Reed, union, room 3.01"));

        await using var principal = await council.Open(site, await site.As([new(Role.PrincipalSocialWorker)]));
        await principal.Go($"/surveys/{round}");
        Assert.DoesNotContain("What was said", await principal.Main(), StringComparison.Ordinal);
        await principal.Page.Locator("summary").Filter(new() { HasText = "Close it before its day" }).ClickAsync();
        await principal.Button("Close the survey").ClickAsync();
        Window.None([.. await principal.Findings(), .. await principal.FindingsOnTelephone()]);
        await principal.Button("Let the results out").ClickAsync();
        await principal.Go($"/surveys/{round}/results");
        Assert.Contains("Proved: ", await principal.Main(), StringComparison.Ordinal);

        await using var manager = await council.Open(site, await site.As([new(Role.TeamManager)]), new(Script: false));
        await manager.Go("/");
        await manager.Page.GetByRole(AriaRole.Link, new() { NameRegex = Results() }).First.ClickAsync();
        Assert.Equal($"/surveys/{round}/results", manager.Path);
        Assert.Contains("24 answered", await manager.Main(), StringComparison.Ordinal);
        await manager.Link("A page to print for a team meeting").ClickAsync();
        Assert.Contains("Our answer", await manager.Main(), StringComparison.Ordinal);

        await using var union = await council.Open(site, await site.As([new(Role.UnionRepresentative)]), new(Language: "cy"));
        await union.Go("/disclosure");
        await union.Page.Locator("main form button").ClickAsync();
        Assert.Contains("wedi'u profi", await union.Main(), StringComparison.Ordinal);
        Window.None([.. await union.Findings(), .. await union.FindingsOnTelephone()]);
        await union.Go($"/surveys/{round}/results?edition=public");
        Window.None([.. await union.Findings(), .. await union.FindingsOnTelephone()]);
    }

    /// <summary>The first questions as a screen reader tells them.</summary>
    [Fact]
    public async Task Begins_with_questions_that_can_be_listened_to()
    {
        var site = await council.Copy();
        var today = site.Clock.UkToday;
        var round = await site.Services.Answered(new RoundPlan(
            "pulse", RoundMode.Kiosk, today, today.AddDays(14), 10, 20, [], "Ola Reed, union, room 3.01"));
        var steward = await site.Desk((Fairload.App.Surveys.Rounds.OpeningDesk desk) => desk.Unlock(round, Reader.AtTheMachine, default));
        Assert.True(steward.Try(out var code, out _));
        await using var window = await council.Open(site, null);
        await window.Go("/answer");
        await window.Field("Your code").FillAsync(code.Text);
        await window.Button("Continue").ClickAsync();
        await window.Button("Begin").ClickAsync();
        Approved.Check(await window.Page.Locator("main").AriaSnapshotAsync());
    }

    [GeneratedRegex("^Read the results")]
    private static partial Regex Results();
}
