using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class Not_safe(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_the_case_to_somebody_who_manages_until_there_is_a_written_reply(bool script)
    {
        var site = await council.Copy();
        var boss = await site.AsDemo(await site.Person(Role.TeamManager));
        await using var manager = await council.Open(site, boss, new(Script: script));
        await manager.Go("/waiting");
        await manager.Page.Locator("main a[href$='/allocate']").First.ClickAsync();
        var chosen = manager.Page.Locator("input[name=Worker]").First;
        var worker = new Id<Worker>(Guid.Parse((await chosen.GetAttributeAsync("value"))!));
        await chosen.CheckAsync();
        await manager.Button("Give the case").ClickAsync();
        var reference = manager.Heading.Split(' ')[^1];

        await using var mine = await council.Open(site, await site.As([new(Role.Practitioner)], worker), new(Script: script));
        await mine.Go("/");
        Assert.Contains($"{reference} is given to you. Answer by", await mine.Main(), StringComparison.Ordinal);
        await mine.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = true }).First.ClickAsync();
        await mine.Page.GetByLabel("Not safe", new() { Exact = true }).CheckAsync();
        await mine.Button("Answer").ClickAsync();
        Assert.Contains("Say in a few words what is not safe", await mine.Main(), StringComparison.Ordinal);
        await mine.Field("In your words").FillAsync("Two of us are needed at the door");
        await mine.Field("My line manager").CheckAsync();
        await mine.Button("Answer").ClickAsync();
        Assert.Matches("Looked after by\\s+\\S+", await mine.Main());
        Assert.NotEqual(worker, await Holder(site, reference));

        await manager.Go("/");
        Assert.Contains($"{reference}: a worker says that it is not safe. Reply by", await manager.Main(), StringComparison.Ordinal);
        await manager.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Reply", Exact = true }).First.ClickAsync();
        Assert.Contains("“Two of us are needed at the door”", await manager.Main(), StringComparison.Ordinal);
        await manager.Field("Your reply").FillAsync("A second worker comes with you");
        await manager.Field("They take it, with what I have written").CheckAsync();
        await manager.Button("Send the reply").ClickAsync();
        Assert.Contains("Replied on", await manager.Main(), StringComparison.Ordinal);
        Assert.Equal(worker, await Holder(site, reference));

        await mine.Go("/my-work/notices");
        await mine.Page.GetByRole(AriaRole.Link, new() { Name = "Read the reply" }).First.ClickAsync();
        Assert.Contains("“A second worker comes with you”", await mine.Main(), StringComparison.Ordinal);
        if (script) Window.None([.. await mine.Findings(), .. await manager.Findings()]);
    }

    private static Task<Id<Worker>?> Holder(Served site, string reference) => site.Ask(db => db.Assignments
        .Where(a => a.ToOn == null && db.Set<Case>().Any(c => c.Id == a.CaseId && c.Reference == reference)).Select(a => a.WorkerId)
            .SingleAsync());
}
