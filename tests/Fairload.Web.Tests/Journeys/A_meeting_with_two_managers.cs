using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_meeting_with_two_managers(TheCouncil council)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_changed_by_both_loses_nothing_of_either_and_is_agreed_to(bool script)
    {
        var site = await council.Copy();
        var one = await site.AsDemo(await site.Person(Role.HeadOfService));
        var other = await site.AsDemo(await site.Person(Role.PrincipalSocialWorker));
        await using var manager = await council.Open(site, one, new(Script: script));
        await using var principal = await council.Open(site, other, new(Script: script));
        await manager.Go("/waiting");
        await manager.Link("Share it out in an allocation meeting").ClickAsync();
        var whole = await manager.Field("What waits where?").Locator("option").Filter(new() { HasText = "The whole of" })
            .First.InnerTextAsync();
        await manager.Field("What waits where?").SelectOptionAsync(new SelectOptionValue { Label = whole });
        await manager.Button("Work out a proposal").ClickAsync();
        await manager.Page.Locator("li.fl-line").First.WaitForAsync();
        Assert.StartsWith("Allocation meeting: the whole of ", manager.Heading, StringComparison.Ordinal);
        var lines = manager.Page.Locator("li.fl-line");
        Assert.True(await lines.CountAsync() > 2);
        await principal.Go(manager.Path);

        // The first changes a line; the second, who has not seen it, changes another: both stand.
        await Press(manager, lines.Nth(0), "Leave waiting");
        await Press(principal, principal.Page.Locator("li.fl-line").Nth(1), "Keep");
        await manager.Page.ReloadAsync();
        var (left, kept) = await Marks(site);
        Assert.Equal((1, 1), (left, kept));
        Assert.Equal(1, await manager.Page.GetByText("settled by").CountAsync());

        // On the same line the second is told what the first did, and nothing of theirs is stored.
        await principal.Page.ReloadAsync();
        var free = Free(manager).First;
        var same = principal.Page.Locator($"[id='{await free.GetAttributeAsync("id")}']");
        await Press(manager, free, "Leave waiting");
        await Press(principal, same, "Not to them");
        Assert.Contains("has changed this line while you looked at it", await principal.Main(), StringComparison.Ordinal);
        Assert.Equal((2, 1), await Marks(site));

        // To somebody else, with a reason.
        await principal.Page.ReloadAsync();
        await Free(principal).First.GetByRole(AriaRole.Link, new() { Name = "Somebody else, or a note" }).ClickAsync();
        await principal.Page.Locator("input[name=Worker]").Last.CheckAsync();
        await principal.Button("Move it to them").ClickAsync();
        Assert.Contains("Say in a few words why", await principal.Main(), StringComparison.Ordinal);
        await principal.Field("Why?").FillAsync("Knows the school");
        await principal.Button("Move it to them").ClickAsync();
        Assert.Contains("“Knows the school”", await principal.Main(), StringComparison.Ordinal);

        // Agreeing to a list that was changed since it was read decides nothing.
        await manager.Field("Who was there?").FillAsync("Both managers");
        await manager.Button("Agree to the list").ClickAsync();
        Assert.Contains("The list has been changed while you looked at it", await manager.Main(), StringComparison.Ordinal);
        Assert.Equal(0, await site.Ask(db => db.Set<AllocationDecision>().CountAsync()));
        await manager.Button("Agree to the list").ClickAsync();
        Assert.StartsWith("agreed by", await manager.Page.Locator(".fl-lead").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await site.Ask(db => db.Set<AllocationDecision>().CountAsync(d => d.Kind == DecisionKind.AtMeeting)) > 0);
        await manager.Link("The minutes").ClickAsync();
        Assert.Contains("“Knows the school”", await manager.Main(), StringComparison.Ordinal);
        if (script) Window.None([.. await manager.Findings(), .. await principal.Findings()]);
    }

    private static ILocator Free(Window window) => window.Page.Locator("li.fl-line")
        .Filter(new() { Has = window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep" }) });

    /// <summary>With script the change happens in place, so the answer is waited for and not a new page.</summary>
    private static async Task Press(Window window, ILocator line, string button)
    {
        var answered = window.Page.WaitForResponseAsync(a =>
            (a.Request.Method == "GET" && !a.Url.EndsWith("/version", StringComparison.Ordinal)) || a.Status == 422);
        await line.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await answered;
        await window.Page.Locator("form[data-sent]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task<(int Left, int Pinned)> Marks(Served site)
    {
        var marks = await site.Ask(db => db.Set<MeetingLine>().Select(l => l.Mark).ToListAsync());
        return (marks.Count(m => m == LineMark.Left), marks.Count(m => m == LineMark.Pinned));
    }
}
