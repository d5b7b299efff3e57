using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Reflection;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Supervision;

public sealed class The_pages_of_supervision(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Lead_from_a_plan_to_a_record_that_the_worker_disputes()
    {
        var manager = await council.Manager();
        var plan = await OpenForm.Open(manager, $"/supervision/people/{council.Person("S1")}/plan");
        plan.Fields["Begins"] = "half past two";
        using (var refused = await plan.Send())
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.Read();
            Assert.Equal(["Enter the day of the session", "Enter when it begins, for example 14:30"], page.All(".govuk-error-summary li"));
        }

        (plan.Fields["On-day"], plan.Fields["On-month"], plan.Fields["On-year"], plan.Fields["Begins"]) = ("2", "11", "2026", "10.30");
        using var planned = await plan.Send();
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var at = planned.Headers.Location!.OriginalString;
        Assert.EndsWith("/record", at, StringComparison.Ordinal);

        var record = await OpenForm.Open(manager, at);
        (record.Fields["Minutes"], record.Fields["Kind"], record.Fields["Interrupted"]) = ("95", "Mixed", "no");
        (record.Fields["CaseMinutes"], record.Fields["ReflectiveMinutes"]) = ("60", "60");
        (record.Fields["Record"], record.Fields["Actions"]) = ("Go on as planned", "Ring the school");
        using (var refused = await record.Send())
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.Read();
            Assert.Equal(["The parts are longer together than the session: 95 minutes"], page.All(".govuk-error-summary li"));
            Assert.Equal("Go on as planned", page.QuerySelector("textarea[name=Record]").Says());
        }

        record.Fields["ReflectiveMinutes"] = "35";
        using (var recorded = await record.Send()) Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        var session = at[..^"/record".Length];
        using (var again = await record.Send())
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
            Assert.Contains("Somebody has changed this session", (await again.Read()).QuerySelector(".govuk-error-summary").Says(),
                StringComparison.Ordinal);
        }

        var worker = await council.Practitioner("S1");
        var dispute = await OpenForm.Open(worker, session);
        dispute.Fields["Seen"] = "1";
        dispute.Fields["Dispute"] = "I was to have Friday free";
        using (var disputed = await dispute.SendTo(session + "?handler=Dispute"))
            Assert.Equal(HttpStatusCode.Redirect, disputed.StatusCode);
        var seen = (await manager.Read(session)).QuerySelector("main").Says();
        Assert.Contains("I was to have Friday free", seen, StringComparison.Ordinal);
        Assert.Contains("95 minutes", seen, StringComparison.Ordinal);
        Assert.Contains("Adeyemi, Grace disputes the record of 2 November 2026.", (await manager.Read("/")).All(".fl-today__says"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await council.Practitioner("S4")).GetAsync(session)).StatusCode);
    }

    [Fact]
    public async Task Name_people_in_name_order_with_what_falls_due()
    {
        var page = await (await council.Manager()).Read("/supervision");
        Assert.Equal(
            ["Adeyemi, Grace", "Bevan, Tom", "Carter, Lee", "Diaz, Ana"], page.All("table tbody th"));
        Assert.Contains("Not known: the staff list has no start.", page.All("table tbody tr")[3], StringComparison.Ordinal);
        var welsh = await council.Manager();
        var signedIn = welsh.DefaultRequestHeaders.GetValues("Cookie").Single();
        welsh.DefaultRequestHeaders.Remove("Cookie");
        welsh.DefaultRequestHeaders.Add("Cookie", $"{signedIn}; language=cy");
        Assert.Equal("Goruchwyliaeth", (await welsh.Read("/supervision")).QuerySelector("h1").Says());
    }

    [Fact]
    public async Task Keep_a_note_to_oneself_from_everybody_else()
    {
        var worker = await council.Practitioner("S2");
        var form = await OpenForm.Open(worker, "/supervision/notes");
        form.Fields["Text"] = "It weighs on me";
        using (var kept = await form.Send()) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("It weighs on me", (await worker.Read("/supervision/notes")).QuerySelector("main").Says(),
            StringComparison.Ordinal);
        var others = await (await council.Manager()).Read("/supervision/notes");
        Assert.DoesNotContain("It weighs on me", others.QuerySelector("main").Says(), StringComparison.Ordinal);
        await council.Ask(async db =>
        {
            Assert.DoesNotContain("weighs", (await db.Set<OwnNote>().SingleAsync()).Shut, StringComparison.Ordinal);
            Assert.False(await db.Set<AuditEntry>().AnyAsync(a => a.Detail.Contains("weighs")));
        });
    }

    [Fact]
    public async Task Say_not_known_where_nothing_is_known_and_show_a_director_no_team()
    {
        using var director = await SignedIn.As(council.Site, Role.Director);
        var page = await director.Read("/supervision/figures");
        var main = page.QuerySelector("main").Says();
        Assert.Contains("not known", page.All(".govuk-summary-list__value"));
        Assert.DoesNotContain("Riverside", main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync("/supervision")).StatusCode);
        using var wrong = await director.GetAsync("/supervision/figures?From-day=1&From-month=1&From-year=2027&To-day=1&To-month=1&To-year=2026");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }
}
