using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class Spreading_a_caseload(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_agreed_line_by_line_with_a_note_and_taken_back_within_the_day(bool script)
    {
        var site = await council.Copy();
        var who = await site.AsDemo(await site.Person(Role.TeamManager));
        await using var window = await council.Open(site, who, new(Script: script));
        var leaver = await Leaver(site);
        var before = await Held(site, leaver);
        await window.Go($"/people/{leaver}");
        await window.Link("Leaves, or away for long: spread this caseload").ClickAsync();
        await window.Button("Work out a proposal").ClickAsync();
        Assert.StartsWith("The caseload of ", window.Heading, StringComparison.Ordinal);
        Assert.Equal(before.Count, await window.Page.Locator("li.fl-line").CountAsync());

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Somebody else, or a note" }).First.ClickAsync();
        await window.Field("Note for whoever takes it").FillAsync("The school calls on Tuesdays");
        await window.Button("Keep the note").ClickAsync();
        Assert.Contains("Note: The school calls on Tuesdays", await window.Main(), StringComparison.Ordinal);
        await window.Field("Who was there?").FillAsync("The team");
        await window.Button("Agree to the list").ClickAsync();
        Assert.Contains("agreed by", await window.Main(), StringComparison.Ordinal);
        Assert.True((await Held(site, leaver)).Count < before.Count);

        await window.Button("Take it all back").ClickAsync();
        Assert.Contains("agreed and taken back by", await window.Main(), StringComparison.Ordinal);
        Assert.Equal(before, await Held(site, leaver));
        if (script) Window.None(await window.Findings());
    }

    /// <summary>Somebody of the managed team with a few cases.</summary>
    private static async Task<Id<Worker>> Leaver(Served site)
    {
        var team = await site.ManagedTeam();
        return await site.Ask(db => db.Assignments.Where(a => a.ToOn == null && a.TeamId == team.Id && a.WorkerId != null
                && db.Workers.Any(w => w.Id == a.WorkerId && w.EndsOn == null)
                    && db.Memberships.Any(m => m.WorkerId == a.WorkerId && m.TeamId == team.Id))
            .GroupBy(a => a.WorkerId!.Value).Where(g => g.Count() > 3).OrderBy(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)
                .FirstAsync());
    }

    /// <summary>With the part and since when: taken back is as it was.</summary>
    private static async Task<IReadOnlyList<string>> Held(Served site, Id<Worker> worker) => await site.Ask(async db =>
        (await db.Assignments.AsNoTracking().Where(a => a.ToOn == null && a.WorkerId == worker
            && db.Cases.Any(c => c.Id == a.CaseId && c.ClosedOn == null)).ToListAsync())
        .Select(a => $"{a.CaseId} {a.Share} {a.HeldSinceOn}").Order(StringComparer.Ordinal).ToList());
}
