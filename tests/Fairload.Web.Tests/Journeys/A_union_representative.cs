using Fairload.App.Actions;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Tests.Routes;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class A_union_representative(TheCouncil council)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(true, 320)]
    public async Task Dissents_beside_the_principal_social_worker_and_reads_what_was_let_out(bool script, int width)
    {
        var site = await council.Copy();
        await Before.Opened(site);
        var action = await Before.Promised(
            site, "Keep Thursdays free of meetings", council.Records.Account, council.Records.Manages.Id, site.Clock.UkToday.AddDays(30));
        Before.Good(await site.Desk((ActionKeeping desk) => desk.Say(
            action.Id, SayingSide.PrincipalSocialWorker, SayingKind.Agree, "It gives time to think.", 0, Before.Principal, default)));
        Before.Good(await site.Desk((QuarterDesk desk) => desk.Release(Before.Principal, default)));
        var who = await council.Play(site, Role.UnionRepresentative);
        await using var union = await council.Open(site, who, new(width, Script: script));
        await union.Go("/");
        await To(union, "Actions");
        await union.Follow($"/actions/{action.Id}");
        await union.Link("Agree, take note or dissent").ClickAsync();
        await union.Field("We dissent").CheckAsync();
        await union.Button("Say it").ClickAsync();
        await union.Reads("There is a problem");
        await union.HasNoFault(quick: false);
        await union.Field("In a sentence").FillAsync("Thursday is when the courts sit.");
        await union.Button("Say it").ClickAsync();
        await union.Reads("It gives time to think.", "Thursday is when the courts sit.");
        await union.HasNoFault(quick: false);

        await To(union, "Health check");
        Assert.Equal($"Health check {site.Clock.UkToday.Year}", union.Heading);
        await To(union, "Workplace");
        await union.Link("Figures of the workplace").Last.ClickAsync();
        await union.Reads("no group under 10 can be worked out");
        await union.HasNoFault(quick: false);
    }

    private static async Task To(Window window, string place)
    {
        await window.Unfold();
        await window.Link(place).First.ClickAsync();
    }
}
