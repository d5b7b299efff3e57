using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_case_between_two_teams(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_proposed_returned_proposed_again_accepted_made_ready_and_moved(bool script)
    {
        var site = await council.Copy();
        var (from, to, id, reference) = await Between(site);
        var sends = await site.As([new(Role.TeamManager, from.Id)], name: "Rita Moss");
        var takes = await site.As([new(Role.TeamManager, to.Id)], name: "Hal Frost");
        await using var here = await council.Open(site, sends, new(Script: script));
        await using var there = await council.Open(site, takes, new(Script: script));

        await here.Go($"/cases/{id}");
        await here.Link("Propose that another team takes it").ClickAsync();
        await here.Field("Team").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Value = to.Id.ToString() });
        await here.Field("Why should it go there?").FillAsync("The family has moved");
        await here.Field("Handover note").FillAsync("The school knows");
        await here.Button("Propose the transfer").ClickAsync();
        Assert.Contains($"Next: {to.Name} names who takes it", await here.Main(), StringComparison.Ordinal);
        var transfer = here.Path.Split('?')[0];

        await there.Go("/");
        await there.Page.GetByRole(Microsoft.Playwright.AriaRole.Listitem).Filter(new() { HasText = $"Case {reference} is to come" })
            .GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await Opened(there, "Return it with a reason");
        await there.Field("Why do you return it?").FillAsync("No chronology");
        await there.Button("Return the transfer").ClickAsync();
        Assert.Contains("returned it to " + from.Name, await there.Main(), StringComparison.Ordinal);

        await here.Go("/transfers");
        await here.Link(reference).ClickAsync();
        Assert.Contains("It came back: “No chronology”", await here.Main(), StringComparison.Ordinal);
        await here.Field("What has been put right?").FillAsync("Chronology added");
        await here.Button("Propose it again").ClickAsync();

        await there.Go(transfer);
        await there.Page.Locator("#worker-1").CheckAsync();
        var day = site.Clock.UkToday;
        await there.Field("Day").FillAsync($"{day.Day}");
        await there.Field("Month").FillAsync($"{day.Month}");
        await there.Field("Year").FillAsync($"{day.Year}");
        await there.Button("Accept the case").DblClickAsync();
        await there.Page.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal));
        foreach (var window in new[] { here, there })
        {
            await window.Go(transfer);
            foreach (var box in await window.Page.Locator("input[type=checkbox]").AllAsync()) await box.CheckAsync();
            await window.Button("Save the checklist").ClickAsync();
        }

        Assert.Equal(from.Id, await Lies(site, id));
        if (script) Window.None(await there.Findings());
        await there.Button("The case has moved").ClickAsync();
        Assert.Contains("The case has moved. Enter it in the case system too", await there.Main(), StringComparison.Ordinal);
        Assert.Equal(to.Id, await Lies(site, id));
        await here.Go(transfer);
        Assert.Contains("moved it:", await here.Main(), StringComparison.Ordinal);
        if (script) Window.None([.. await there.Findings(), .. await there.FindingsOnTelephone()]);
    }

    private static async Task Opened(Window window, string summary)
    {
        var details = window.Page.Locator("details").Filter(new() { HasText = summary });
        if (await details.GetAttributeAsync("open") is null) await details.Locator("summary").First.ClickAsync();
    }

    /// <summary>A case that waits in one team, which somebody in another team of the service may take.</summary>
    private static async Task<(Team From, Team To, Id<Case> Case, string Reference)> Between(Served site)
    {
        var (home, today) = (await site.ManagedTeam(), site.Clock.UkToday);
        var teams = await site.Ask(db =>
            db.Teams.Where(t => t.Service == home.Service && t.Id != home.Id).OrderBy(t => t.Name).ToListAsync());
        var one = await site.Ask(db => db.Cases.OrderBy(c => c.Reference).FirstAsync(c => c.ClosedOn == null && !c.InCourt
            && c.TypeCode != "mental-capacity" && db.Assignments.Any(a => a.CaseId == c.Id && a.TeamId == home.Id && a.ToOn == null)));
        foreach (var team in teams.Where(t => t.Exists(today)))
        {
            var view = await site.Desk<TeamDesk, TeamView?>(desk => desk.Team(team.Id, Reader.AtTheMachine, default));
            if (view!.Members.Any(m => m.Person.Load.Percent?.Fraction < 0.9m)) return (home, team, one.Id, one.Reference);
        }

        throw new InvalidOperationException("Nobody in the service has room.");
    }

    private static Task<Id<Team>?> Lies(Served site, Id<Case> id) =>
        site.Ask(db => db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).Select(a => a.TeamId).FirstAsync());
}
