using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_practitioner_in_the_health_check(TheCouncil council)
{
    private const string Broken = "The interview room can be heard from the corridor";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(true, 320)]
    public async Task Disputes_a_record_reports_a_small_thing_votes_and_reads_what_scrutiny_says(bool script, int width)
    {
        var site = await council.Copy();
        var who = await council.Play(site, Role.Practitioner);
        await Before.Supervised(site, council.Records.SomebodyWithCases);
        await Promised(site);
        await using var window = await council.Open(site, who, new(width, Script: script));
        await window.Go("/");
        await Disputes(window);
        await Reports(window);
        await window.Go("/");
        await Votes(window);

        await window.Go("/");
        await window.Reads("The scrutiny commission says to you", "We thank you for your candour.");
        await window.Button("Seen").ClickAsync();
        Assert.Equal("/", window.Path);
        Assert.DoesNotContain("We thank you for your candour.", await window.Main(), StringComparison.Ordinal);
    }

    private static async Task Disputes(Window window)
    {
        await window.Link("Read the digest").ClickAsync();
        Assert.StartsWith("Digest for ", window.Heading, StringComparison.Ordinal);
        await window.Reads("Write the closing summary, open");
        await window.HasNoFault(quick: false);

        await window.Go("/");
        await window.Link("Confirm or dispute it").ClickAsync();
        await window.Button("Dispute the record").ClickAsync();
        await window.Reads("There is a problem");
        await window.HasNoFault(quick: false);
        await window.Field("No: what is not right?").FillAsync("It was not agreed that I take the duty week.");
        await window.Button("Dispute the record").ClickAsync();
        await window.Reads(
            "Your dispute stands beside the record.", "Takes the duty week.", "It was not agreed that I take the duty week.");
        await window.HasNoFault();
        await window.Go("/");
        Assert.Equal(0, await window.Link("Confirm or dispute it").CountAsync());
    }

    private async Task Reports(Window window)
    {
        await window.Link("Workplace").First.ClickAsync();
        await window.Link("Small things").ClickAsync();
        await window.Button("Report a small thing").ClickAsync();
        await window.Button("Continue").ClickAsync();
        await window.Reads("There is a problem");
        await window.HasNoFault(quick: false);
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Room", Exact = true }).CheckAsync();
        await window.Field("What is wrong?").FillAsync(Broken);
        await window.Field("Where?").FillAsync("Ground floor");
        await window.Field("For which team?").SelectOptionAsync(new SelectOptionValue { Label = council.Records.Manages.Name });
        await window.Field("No").CheckAsync();
        await window.Button("Continue").ClickAsync();
        await window.Reads("Step 2 of 2.", Broken, "not named");
        await window.HasNoFault(quick: false);
        await window.Button("Change it").ClickAsync();
        Assert.Equal(Broken, await window.Field("What is wrong?").InputValueAsync());
        await window.Button("Continue").ClickAsync();
        await window.Button("Send it").ClickAsync();
        await window.Reads("It is reported.");
        Assert.Equal(Broken, window.Heading);
    }

    private static async Task Votes(Window window)
    {
        await window.Link("Vote").ClickAsync();
        await window.Reads("Nothing is shown before that.");
        await window.Button("Vote").ClickAsync();
        await window.Reads("Choose whether you feel it");
        await window.HasNoFault(quick: false);
        await window.Field("I do not feel it").CheckAsync();
        await window.Button("Vote").ClickAsync();
        await window.Reads("You have voted. What you said, nobody knows.");
        Assert.Equal(0, await window.Button("Vote").CountAsync());
    }

    /// <summary>Something that is said to be done, and what the commission says to staff.</summary>
    private async Task Promised(Served site)
    {
        var team = council.Records.Manages.Id;
        var today = site.Clock.UkToday;
        var action = await Before.Promised(site, "Give the duty room a door", council.Records.Account, team, today.AddDays(3));
        Before.Good(await site.Desk((ActionKeeping desk) =>
            desk.Finish(action.Id, "The door is in.", action.Version, Before.Principal, default)));
        var meeting = Before.Good(await site.Desk((ScrutinyKeeping desk) =>
            desk.Record("Scrutiny Commission", today.AddDays(-7), Before.Principal, default)));
        Before.Good(await site.Desk((ScrutinyKeeping desk) =>
            desk.Tell(meeting.Id, "We thank you for your candour.", Before.Principal, default)));
    }
}
