using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Tests.Routes;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_week_of_working_time(TheCouncil council)
{
    private static readonly string?[] Typed = [.. Enumerable.Repeat<string?>("1", 42)];

    [Theory]
    [InlineData(30)]
    [InlineData(3)]
    public async Task Is_opened_filled_in_closed_and_read_as_means_or_not_at_all(int others)
    {
        var site = await council.Copy();
        var monday = site.Clock.UkToday.AddDays(7);
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(1);
        var opener = await council.Play(site, Role.PrincipalSocialWorker);
        await using (var principal = await council.Open(site, opener))
        {
            await Release(principal);
            await principal.Day("Week", monday.AddDays(1));
            await principal.Button("Open the week").ClickAsync();
            await principal.Reads("is not a Monday");
            await principal.HasNoFault(quick: false);
            await principal.Day("Week", monday);
            await principal.Button("Open the week").ClickAsync();
            await principal.Reads("The week is open.", "People may take part until");
        }

        await using (var worker = await council.Open(site, await council.Play(site, Role.Practitioner)))
        {
            await worker.Go("/");
            await worker.Link("Take part").First.ClickAsync();
            await worker.Page.Locator("[name='Hours[0]']").FillAsync("many");
            await worker.Button("Keep my week").ClickAsync();
            await worker.Reads("is not a number of hours");
            await worker.HasNoFault(quick: false);
            await worker.Page.Locator("[name='Hours[0]']").FillAsync("7.5");
            await worker.Button("Keep my week").ClickAsync();
            await worker.Reads("Your week is kept.", "You take part with 7.5 hours.");
        }

        await TakePart(site, monday, others);
        site.Clock.Pass(TimeSpan.FromDays(21));
        await using var closer = await council.Open(site, await site.Again(opener));
        await Release(closer);
        await closer.Button($"Close the week of {Before.Says(monday)}").ClickAsync();
        await closer.Reads(others > 10 ? "its means are out" : "too few took part to show anything");
        await closer.Link("See what was let out").ClickAsync();
        await closer.Reads(others > 10 ? "no group under 10 can be worked out" : "Nothing was let out yet.");
        await closer.HasNoFault(quick: false);
        Assert.Equal(0, await site.Ask(db => db.Set<Core.Workplace.TimeUseWeek>().CountAsync(w => w.WeekOn == monday)));
    }

    private static async Task Release(Window principal)
    {
        await principal.Go("/");
        await principal.Link("Workplace").First.ClickAsync();
        await principal.Link("Let figures out").ClickAsync();
    }

    private async Task TakePart(Served site, DateOnly monday, int others)
    {
        var me = council.Records.SomebodyWithCases;
        var today = site.Clock.UkToday;
        var workers = await site.Ask(db => db.Workers.Where(w => w.Id != me && (w.EndsOn == null || w.EndsOn > today.AddDays(30)))
            .OrderBy(w => w.StaffNumber).Take(others).ToListAsync());
        foreach (var worker in workers)
        {
            var reader = new Reader(worker.Name, worker.Id, [new(Role.Practitioner)]);
            Before.Good(await site.Desk((TimeUseDesk desk) => desk.Save(monday, Typed, reader, default)));
        }
    }
}
