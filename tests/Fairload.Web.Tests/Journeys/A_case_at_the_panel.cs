using Fairload.Core.Access;
using Fairload.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_case_at_the_panel(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_booked_in_two_steps_spoken_of_and_recorded_once(bool script)
    {
        var site = await council.Copy();
        var records = council.Records;
        var sits = await site.As([new(Role.PrincipalSocialWorker)], name: "Pat Singh");
        var brings = await site.As([new(Role.Practitioner)], records.SomebodyWithCases);
        await using var panel = await council.Open(site, sits, new(Script: script));
        await using var worker = await council.Open(site, brings, new(Script: script));

        await panel.Go("/panels");
        await panel.Link("Open a session").ClickAsync();
        var day = site.Clock.UkToday.AddDays(1);
        await panel.Field("Day").FillAsync($"{day.Day}");
        await panel.Field("Month").FillAsync($"{day.Month}");
        await panel.Field("Year").FillAsync($"{day.Year}");
        await panel.Field("When does it begin?").FillAsync("14:30");
        await panel.Field("Where?").FillAsync("Room 2");
        await panel.Field("Who sits on it?").FillAsync("Pat Singh, Ola Reed");
        await panel.Button("Open the session").ClickAsync();
        Assert.Contains("The session is open", await panel.Main(), StringComparison.Ordinal);
        var session = panel.Path.Split('?')[0];

        await worker.Go("/cases/" + records.Of(Routes.Kind.Case, Routes.Nearness.Own, brings));
        await worker.Link("Bring it to the complex case panel").ClickAsync();
        await worker.Button("Continue").ClickAsync();
        Assert.Contains("Choose a slot", await worker.Main(), StringComparison.Ordinal);
        await worker.Page.Locator("input[name=Slot]").Nth(1).CheckAsync();
        await worker.Button("Continue").ClickAsync();
        Assert.Contains("Step 2 of 2.", await worker.Main(), StringComparison.Ordinal);
        await worker.Field("What do you want to ask?").FillAsync("Is this still the right plan?");
        if (script) Window.None(await worker.Findings());
        await worker.Button("Book the slot").DblClickAsync();
        await worker.Page.WaitForURLAsync(url => url.Contains("done=booked", StringComparison.Ordinal));
        var booking = worker.Path.Split('?')[0];
        Assert.Equal(1, await site.Ask(db => db.Set<PanelBooking>().CountAsync()));

        await worker.Button("Take the booking back").ClickAsync();
        Assert.Contains("the slot is free again", await worker.Main(), StringComparison.Ordinal);
        await worker.Go("/cases/" + records.Of(Routes.Kind.Case, Routes.Nearness.Own, brings) + "/panel");
        await worker.Page.Locator("input[name=Slot]").First.CheckAsync();
        await worker.Button("Continue").ClickAsync();
        await worker.Field("What do you want to ask?").FillAsync("Is this still the right plan?");
        await worker.Button("Book the slot").ClickAsync();
        Assert.NotEqual(booking, booking = worker.Path.Split('?')[0]);

        site.Clock.Pass(TimeSpan.FromDays(1) + TimeSpan.FromHours(6));
        var later = await site.As([new(Role.PrincipalSocialWorker)], name: "Ola Reed");
        await using var after = await council.Open(site, later, new(Script: script));
        await after.Go(session);
        await after.Page.Locator("main table").GetByRole(Microsoft.Playwright.AriaRole.Link).First.ClickAsync();
        await after.Field("Decision").FillAsync("It goes on, with a joint visit");
        await after.Page.Locator("input[name=Themes]").First.CheckAsync();
        await after.Button("Record it").ClickAsync();
        Assert.Contains("This decision is the panel's and the worker's together", await after.Main(), StringComparison.Ordinal);
        if (script) Window.None([.. await after.Findings(), .. await after.FindingsOnTelephone()]);
        await after.Go("/panels/themes");
        Assert.Contains("Risk that is hard to weigh", await after.Main(), StringComparison.Ordinal);

        var told = await site.As([new(Role.Practitioner)], records.SomebodyWithCases);
        await using var reads = await council.Open(site, told, new(Script: script));
        await reads.Go("/my-work/notices");
        Assert.Contains("The complex case panel has advised on case", await reads.Main(), StringComparison.Ordinal);
        await reads.Go(booking);
        Assert.Contains("It goes on, with a joint visit", await reads.Main(), StringComparison.Ordinal);
    }
}
