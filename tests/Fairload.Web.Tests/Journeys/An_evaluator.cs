using System.Text;
using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Tests.Routes;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Journeys;

[Collection(TheCouncil.Name)]
public sealed class An_evaluator(TheCouncil council)
{
    private static readonly string[] Parts = ["five-areas-2009/tools", "five-areas-2009/workload", "five-areas-2009/delivery"];

    [Fact]
    public async Task Reads_the_two_parts_that_were_opened_until_the_last_day_and_nothing_else()
    {
        var site = await council.Copy();
        var pieces = new List<EvidencePiece>();
        foreach (var part in Parts) pieces.Add(await Put(site, part));
        var who = await site.As([new(Role.Evaluator)], name: "Ingrid Vale");
        await using (var before = await council.Open(site, who))
        {
            await before.Go("/");
            await before.Reads("Nothing is opened to you.");
            await before.Go("/evidence");
            await before.Reads("Nothing is opened to you.");
        }

        await LetIn(site, who);
        await using (var evaluator = await council.Open(site, who))
        {
            await evaluator.Go("/");
            await evaluator.Reads("The evidence room is open to you until the end of");
            await evaluator.HasNoFault(quick: false);
            await evaluator.Link("Open it").ClickAsync();
            await evaluator.Reads(Parts[0], Parts[1], "2 pieces of evidence");
            await evaluator.HasNoFault(quick: false);
            await evaluator.Link(Parts[0]).ClickAsync();
            var file = await evaluator.Download(evaluator.Link("policy.txt"));
            Assert.Equal("Every four weeks", Encoding.UTF8.GetString(file));
            Assert.Equal(404, (await evaluator.Go($"/evidence/{pieces[2].Id}"))!.Status);
            Window.None(await Opens(site, who, ["/", "/account", "/evidence", "/help"]));
        }

        site.Clock.Pass(TimeSpan.FromDays(15));
        who = await site.Again(who);
        await using var after = await council.Open(site, who);
        await after.Go("/");
        Assert.Equal(0, await after.Link("Open it").CountAsync());
        await after.Go("/evidence");
        await after.Reads("Your entry has ended;");
        Assert.Equal(0, await after.Page.Locator("main table").CountAsync());
        await after.HasNoFault(quick: false);
        foreach (var piece in pieces) Assert.Equal(404, (await after.Go($"/evidence/{piece.Id}"))!.Status);
    }

    private async Task LetIn(Served site, Visitor who)
    {
        var email = await site.Ask(db => db.Set<Account>().Where(a => a.Id == who.Account).Select(a => a.Email).SingleAsync());
        await using var principal = await council.Open(site, await council.Play(site, Role.PrincipalSocialWorker));
        await principal.Go("/");
        await principal.Link("Evidence room").First.ClickAsync();
        await principal.Link("Who from outside is let in").ClickAsync();
        await principal.Button("Let them in").ClickAsync();
        await principal.Reads("There is a problem");
        await principal.HasNoFault(quick: false);
        await principal.Field("Name").FillAsync("Ingrid Vale");
        await principal.Field("Email address").FillAsync(email);
        await principal.Field("For what do they come?").FillAsync("Evaluation of the health check");
        await principal.Day("FromOn", site.Clock.UkToday);
        await principal.Day("LastOn", site.Clock.UkToday.AddDays(14));
        foreach (var part in Parts[..2]) await principal.Pick("Parts", part);
        await principal.Button("Let them in").ClickAsync();
        await principal.Reads("Ingrid Vale is let in from");
    }

    /// <summary>Every page that opens and that a reviewer has no business on.</summary>
    private async Task<IReadOnlyList<string>> Opens(Served site, Visitor who, IReadOnlyList<string> theirs)
    {
        using var client = site.Client(who);
        var open = new List<string>();
        foreach (var row in RouteTable.Rows.Where(r => r is { Answer: Answer.Page, Needs: not null and not Permission.OwnAccount }))
        {
            var at = row.At(council.Records.Example(row.Kind));
            var answer = await client.GetAsync(at);
            if (answer.IsSuccessStatusCode && !theirs.Contains(at)) open.Add($"{at} opens");
        }

        return open;
    }

    private static async Task<EvidencePiece> Put(Served site, string part)
    {
        var today = site.Clock.UkToday;
        var said = new EvidenceSaid(
            part, "Who is supervised how often", today, today.AddDays(90), "Head of service", [part], [], EvidenceReaders.ReviewersToo);
        var file = new EvidenceGiven("policy.txt", new MemoryStream(Encoding.UTF8.GetBytes("Every four weeks")), "");
        return Before.Good(await site.Desk((EvidenceDesk desk) => desk.Add(said, file, Before.Principal, default)));
    }
}
