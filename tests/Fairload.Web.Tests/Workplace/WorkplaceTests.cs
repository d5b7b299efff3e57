using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Workplace;

public sealed class The_workplace(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Takes_a_small_thing_in_two_steps_and_keeps_what_was_typed()
    {
        var form = await OpenForm.Open(await council.Practitioner("S1"), "/workplace/things/new");
        (form.Fields["Kind"], form.Fields["Named"], form.Fields["What"]) = ("Drawer", "no", "It <does> not lock");
        using var wrong = await form.SendTo("/workplace/things/new?handler=Look");
        var page = await wrong.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["Say where it is"], page.All(".govuk-error-summary__list a"));
        Assert.Equal("It <does> not lock", page.QuerySelector("#what")!.GetAttribute("value"));
        Assert.Equal(0, await Count(0));

        form.Fields["Place"] = "Mill Lane";
        using var looked = await form.SendTo("/workplace/things/new?handler=Look");
        Assert.Contains("not named", (await looked.Read()).QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Equal(0, await Count(0));
        using var sent = await form.SendTo("/workplace/things/new?handler=Send");
        using var twice = await form.SendTo("/workplace/things/new?handler=Send");
        Assert.Equal(sent.Headers.Location, twice.Headers.Location);
        Assert.Equal(1, await Count(1));

        var seen = await (await council.Practitioner("S2")).Read(sent.Headers.Location!.ToString());
        Assert.Contains("Me too", seen.All("main button"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await council.Practitioner("S6")).GetAsync(sent.Headers.Location)).StatusCode);

        async Task<int> Count(int expected)
        {
            await council.Ask(async db => expected = await db.Set<SmallThing>().CountAsync(t => t.Place == "Mill Lane"));
            return expected;
        }
    }

    [Fact]
    public async Task Tells_whoever_comes_second_and_keeps_what_they_typed()
    {
        var form = await OpenForm.Open(await council.Manager(), "/workplace/feedback/new");
        (form.Fields["Kind"], form.Fields["Nature"], form.Fields["Reference"]) = ("Complaint", "Delay", "C-1");
        (form.Fields["ReceivedOn-day"], form.Fields["ReceivedOn-month"], form.Fields["ReceivedOn-year"]) = ("1", "10", "2026");
        using var entered = await form.Send();
        var at = entered.Headers.Location!.ToString().Split('?')[0];

        var head = await SignedIn.As(council.Site, Role.HeadOfService, service: "Children");
        var (first, second) = (await OpenForm.Open(head, at), await OpenForm.Open(await council.Manager(), at));
        foreach (var one in new[] { first, second }) (one.Fields["Kind"], one.Fields["Nature"]) = ("Complaint", "Delay");
        first.Fields["Nature"] = "Conduct";
        second.Fields["Reference"] = "C-1 of 2026";
        using var done = await first.Send();
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var late = await second.Send();

        var page = await late.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("has changed this meanwhile", page.QuerySelector(".govuk-error-summary").Says(), StringComparison.Ordinal);
        Assert.Contains("Conduct", page.QuerySelector(".govuk-summary-list").Says(), StringComparison.Ordinal);
        Assert.Equal("C-1 of 2026", page.QuerySelector("#reference")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Is_one_list_of_what_is_open_in_ones_units()
    {
        await council.Ask(async db =>
        {
            var deed = new RegisterDeed("Kate Marsh", new(2026, 9, 1, 9, 0, 0, DateTimeKind.Utc), new(2026, 9, 1));
            db.AddRange(
                Good(RiskAssessment.Enter(
                    new(RiskKind.LoneWorking, RiskAbout.Team, "", council.OldTown.Id, null, new(2025, 9, 1), "Kate Marsh", new(2026, 9, 1)),
                    deed)),
                Good(Incident.Report(new(IncidentKind.Threat, new(2026, 8, 31), council.Riverside.Id, null), deed)),
                Good(SmallThing.Report(new(SmallThingKind.Room, "First floor", "No room to talk", council.Riverside.Id), deed)),
                Good(SmallThing.Report(new(SmallThingKind.Room, "Hilltop", "Too cold", council.Hilltop.Id), deed)));
            await db.SaveChangesAsync();
        });
        var manager = await council.Manager();

        var lines = (await manager.Read("/workplace")).All(".fl-today__says");
        Assert.Contains(lines, l => l.StartsWith("Old Town, the whole team: the assessment of Lone working", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Riverside, 31 August 2026: Threat, not followed up after 5", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("First floor: No room to talk. Open for 5", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Hilltop", StringComparison.Ordinal));
        var today = (await manager.Read("/")).All(".fl-today__says");
        Assert.Contains("1 risk assessment is overdue, since 1 September 2026.", today);
        Assert.Contains("1 incident has not been followed up, since 31 August 2026.", today);

        using var union = await SignedIn.As(council.Site, Role.UnionRepresentative);
        var seen = (await union.Read("/workplace/risks")).QuerySelector("main").Says();
        Assert.Contains("Lone working", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Marsh", seen, StringComparison.Ordinal);

        static object Good<T>(Result<T> made) where T : notnull => made.Try(out var value, out var problems) ? value
            : throw new InvalidOperationException(problems[0].Message);
    }

    [Fact]
    public async Task Keeps_a_week_of_hours_and_says_which_is_none()
    {
        var monday = new DateOnly(2026, 11, 16);
        await council.Ask(async db =>
        {
            var deed = new RegisterDeed("Sam Cole", new(2026, 11, 14, 9, 0, 0, DateTimeKind.Utc), new(2026, 11, 14));
            Assert.True(TimeUseRound.Open(monday, deed).Try(out var round, out _));
            db.Add(round);
            await db.SaveChangesAsync();
        });
        var form = await OpenForm.Open(await council.Practitioner("S4"), "/workplace/time");
        (form.Fields["Hours[0]"], form.Fields["Hours[7]"]) = ("3.5", "lots");
        using var wrong = await form.SendTo("/workplace/time?handler=Save");
        var page = await wrong.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(("3.5", "lots"), (Value(page, 0), Value(page, 7)));
        Assert.Equal("#hours-7-", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));

        form.Fields["Hours[7]"] = "2";
        using var kept = await form.SendTo("/workplace/time?handler=Save");
        var mine = await form.Client.Read(kept.Headers.Location!.ToString());
        Assert.Equal(("3.5", "2"), (Value(mine, 0), Value(mine, 7)));
        Assert.Equal("", Value(await (await council.Manager()).Read("/workplace/time"), 0));

        static string Value(AngleSharp.Dom.IParentNode from, int at) => from.QuerySelector($"#hours-{at}-")!.GetAttribute("value") ?? "";
    }
}
