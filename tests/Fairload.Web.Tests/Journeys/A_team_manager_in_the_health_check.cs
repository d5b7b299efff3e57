using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Tests.Routes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_team_manager_in_the_health_check(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enters_a_session_that_was_held_and_the_worker_confirms_it(bool script)
    {
        var site = await council.Copy();
        var worker = council.Records.SomebodyWithCases;
        var name = await site.Ask(db => db.Workers.Where(w => w.Id == worker).Select(w => w.Name).SingleAsync());
        await using var manager = await council.Open(site, await council.Play(site, Role.TeamManager), new(Script: script));
        await manager.Go("/");
        await manager.Link("Supervision").First.ClickAsync();
        await manager.Link(name).First.ClickAsync();
        await manager.Button("Plan or enter a session").ClickAsync();
        await manager.Button("Continue").ClickAsync();
        await manager.Reads("Enter the day of the session");
        await manager.HasNoFault(quick: false);
        await manager.Day("On", site.Clock.UkToday.AddDays(-1));
        await manager.Button("Continue").ClickAsync();

        Assert.Equal($"Record the session with {name}", manager.Heading);
        await manager.Field("How many minutes?").FillAsync("95");
        await manager.Page.GetByRole(AriaRole.Radio, new() { Name = "No", Exact = true }).CheckAsync();
        await manager.Field("What was it for?").SelectOptionAsync(new SelectOptionValue { Label = "reflective" });
        await manager.Field("What was agreed?").FillAsync("Two cases to be closed.");
        await manager.Field("Agreed actions, one a line").FillAsync("Book a joint visit\nRead the new protocol");
        await manager.Button("Record the session").ClickAsync();
        await manager.Reads("The session is recorded.", "Two cases to be closed.", "Book a joint visit, open");
        await manager.HasNoFault(quick: false);

        await using var window = await council.Open(site, await council.Play(site, Role.Practitioner), new(Script: script));
        await window.Go("/");
        await window.Link("Confirm or dispute it").ClickAsync();
        await window.Button("Yes, I confirm it").ClickAsync();
        await window.Reads("You have confirmed the record.", "held and confirmed");
    }

    [Fact]
    public async Task Answers_a_small_thing_which_the_reporter_opens_again()
    {
        var site = await council.Copy();
        var worker = council.Records.SomebodyWithCases;
        var reporter = new Reader("Grace Adeyemi", worker, [new(Role.Practitioner)]);
        var facts = new SmallThingFacts(SmallThingKind.Phone, "On visits", "No signal north of the river", council.Records.Manages.Id);
        var thing = Before.Good(await site.Desk((SmallThingDesk desk) => desk.Report(facts, false, reporter, default)));
        var here = $"/workplace/things/{thing.Id}";
        await using var manager = await council.Open(site, await council.Play(site, Role.TeamManager));
        await manager.Go("/");
        await manager.Link("Workplace").First.ClickAsync();
        await manager.Follow(here);
        await manager.Day("FixedOn", site.Clock.UkToday.AddDays(1));
        await manager.Button("It is fixed").ClickAsync();
        await manager.Reads("There is a problem");
        await manager.HasNoFault(quick: false);
        await manager.Day("FixedOn", site.Clock.UkToday);
        await manager.Button("It is fixed").ClickAsync();
        await manager.Reads("It is stored.", "Fixed on");

        await using var window = await council.Open(site, await council.Play(site, Role.Practitioner));
        await window.Go("/workplace/things");
        await window.Follow(here);
        await window.Button("It is wrong again: open it").ClickAsync();
        await window.Reads("It is stored.", "Open for");

        await manager.Go("/workplace");
        await manager.Follow(here);
        await manager.Field("Because").FillAsync("The mast is built in spring.");
        await manager.Button("It can not be fixed").ClickAsync();
        await window.Go(here);
        await window.Reads("it can not be fixed: The mast is built in spring.");
        await window.HasNoFault();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Moves_one_promise_with_a_reason_and_says_of_another_that_it_is_done(bool script)
    {
        var site = await council.Copy();
        var (who, team, today) = (await council.Play(site, Role.TeamManager), council.Records.Manages.Id, site.Clock.UkToday);
        var moved = await Before.Promised(site, "Write plans again that name nobody", who.Account, team, today.AddDays(1));
        var done = await Before.Promised(site, "Visit the three children", who.Account, team, today.AddDays(2));
        await using var manager = await council.Open(site, who, new(Script: script));
        await manager.Go("/");
        await manager.Follow($"/actions/{moved.Id}");
        await manager.Link("Move the day").ClickAsync();
        await manager.Day("DueOn", today.AddDays(20));
        await manager.Button("Move the day").ClickAsync();
        await manager.Reads("There is a problem");
        await manager.HasNoFault(quick: false);
        await manager.Field("Why?").FillAsync("Two people are ill.");
        await manager.Button("Move the day").ClickAsync();
        await manager.Reads($"From {Before.Says(today.AddDays(1))} to {Before.Says(today.AddDays(20))}: Two people are ill.");
        await manager.HasNoFault(quick: false);

        await manager.Go("/");
        await manager.Follow($"/actions/{done.Id}");
        await manager.Link("Say that it is done").ClickAsync();
        await manager.Field("What shows that it is done?").FillAsync("All three were seen.");
        await manager.Button("Say that it is done").ClickAsync();
        await manager.Reads("Said to be done: All three were seen.", "Do staff feel it?");
    }
}
