using System.Net;
using Fairload.Core.Access;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;

namespace Fairload.Web.Tests.Workforce;

public sealed class What_asks_for_time_beside_casework(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Of_managers_stands_side_by_side_without_a_score_and_for_a_manager_alone_their_own()
    {
        using var director = await SignedIn.As(council.Site, Role.Director);
        var page = await director.Read("/managers");
        Assert.Equal(["Marsh, Kate"], page.All("table tbody th"));
        // Four at work name Kate; Lee's hours are not known; Kate holds one case.
        Assert.Equal(["4", "2.8, and 1 not known", "1"], page.All("table tbody td").Skip(2).Take(3));
        Assert.Contains("5 people who hold cases to one supervisor", page.QuerySelector("main").Says(), StringComparison.Ordinal);
        var manager = await council.Manager();
        Assert.Contains("What asks for your time as a manager", (await manager.Read("/managers")).QuerySelector(".fl-lead").Says(),
            StringComparison.Ordinal);
        Assert.Contains("/managers", Links(await manager.Read("/teams")));
        var file = await (await director.GetAsync("/managers?table=1")).Content.ReadAsStringAsync();
        Assert.Contains("\"Marsh, Kate\"", file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedIn.As(council.Site, Role.Analyst)).GetAsync("/managers")).StatusCode);
    }

    [Fact]
    public async Task Of_initiatives_is_entered_changed_ended_and_counted_by_team()
    {
        using var director = await SignedIn.As(council.Site, Role.Director);
        var form = await OpenForm.Open(director, "/initiatives/new");
        form.Fields["Hours"] = "many";
        var wrong = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(
            [
                "Choose of whom the hours are asked", "Choose what it is", "Choose whom it reaches",
                "Enter the hours as a number, like 6 or 1.5",
            ],
            (await wrong.Read()).All(".govuk-error-summary__list li").Order(StringComparer.Ordinal));
        (form.Fields["Name"], form.Fields["Kind"], form.Fields["AskedBy"]) = ("Weekly tracker", "Initiative", "Improvement board");
        (form.Fields["Hours"], form.Fields["Per"], form.Fields["Reach"], form.Fields["Told"]) = ("1.5", "Person", "Council", "No");
        (form.Fields["StartsOn-day"], form.Fields["StartsOn-month"], form.Fields["StartsOn-year"]) = ("1", "10", "2026");
        (form.Fields["ExpectedOn-day"], form.Fields["ExpectedOn-month"], form.Fields["ExpectedOn-year"]) = ("1", "11", "2026");
        using var sent = await form.Send();
        var at = sent.Headers.Location!.ToString();

        var today = string.Join(' ', (await director.Read("/")).All("main li"));
        Assert.Contains("1 thing that is asked of teams has no stated reason.", today, StringComparison.Ordinal);
        Assert.Contains("1 thing that is asked of teams is over its expected end.", today, StringComparison.Ordinal);
        var list = await director.Read("/initiatives");
        Assert.Contains("1.5 hours a month for each person", list.All("table tbody td"));
        Assert.Contains("no reason is stated", list.All("table tbody td"));
        Assert.Contains("Riverside", list.All("table tbody th"));
        Assert.Contains("Weekly tracker", (await (await council.Manager()).Read("/initiatives")).All("table tbody th"));

        var change = await OpenForm.Open(director, $"{at}/change");
        (change.Fields["Kind"], change.Fields["Per"]) = ("Initiative", "Person");
        (change.Fields["Reach"], change.Fields["Told"]) = ("Council", "No");
        change.Fields["Why"] = "Two visits were missed.";
        using var changed = await change.SendTo($"{at}/change?handler=Amend");
        changed.LeadsTo(at);
        change.Fields["Why"] = "Something else";
        using var overtaken = await change.SendTo($"{at}/change?handler=Amend");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, overtaken.StatusCode);
        Assert.Contains("Two visits were missed.", (await overtaken.Read()).All(".govuk-summary-list__value"));

        var end = await OpenForm.Open(director, $"{at}/change");
        (end.Fields["EndedOn-day"], end.Fields["EndedOn-month"], end.Fields["EndedOn-year"]) = ("2", "11", "2026");
        end.Fields["Outcome"] = "Visits are on time.";
        using var ended = await end.SendTo($"{at}/change?handler=End");
        ended.LeadsTo(at);
        var shown = await director.Read(at);
        Assert.Contains("Visits are on time.", shown.All(".govuk-summary-list__value"));
        Assert.Contains("2 versions before", shown.All(".govuk-details__summary-text"));
        Assert.DoesNotContain($"{at}/change", Links(shown));
        var file = await (await director.GetAsync("/downloads/initiatives")).Content.ReadAsStringAsync();
        Assert.Contains("Weekly tracker", file, StringComparison.Ordinal);
        var hours = await (await director.GetAsync("/initiatives?table=1")).Content.ReadAsStringAsync();
        Assert.Contains("Riverside", hours, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Links(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href"));
}
