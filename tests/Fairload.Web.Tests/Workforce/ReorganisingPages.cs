using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Workforce.Reorganisations;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Workforce;

public sealed class The_pages_of_a_reorganisation(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Lead_from_the_plan_over_what_it_would_do_to_the_teams_as_they_are_then()
    {
        using var director = await SignedIn.As(council.Site, Role.Director);
        var form = await OpenForm.Open(director, $"/reorganisations/new/split?Team={council.Riverside.Id}");
        form.Fields["Names"] = "Riverside North\r\nRiverside South";
        form.Fields[$"Part-{council.Person("S2")}"] = "1";
        OnDay(form, council.Site.Clock.UkToday);
        using var sent = await form.Send();
        var at = sent.Headers.Location!.ToString();

        var page = await director.Read(at);
        Assert.Equal("Riverside becomes Riverside North and Riverside South", page.QuerySelector("h1").Says());
        Assert.Equal(["Riverside", "Riverside North", "Riverside South"], page.All("table tbody th"));
        Assert.Contains(page.All("main li"), l => l == "Bevan, Tom: Riverside → Riverside South");
        Assert.Contains("32", page.All("table tbody tr")[0], StringComparison.Ordinal);

        var show = await OpenForm.Open(director, at);
        using var done = await show.SendTo($"{at}?handler=Apply");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Done for", (await director.Read(at)).QuerySelector(".fl-lead").Says(), StringComparison.Ordinal);

        // Twice is once; and who looks at the new team is told what it was.
        using var again = await show.SendTo($"{at}?handler=Apply");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var south = "";
        await council.Ask(async db => south = (await db.Teams.SingleAsync(t => t.Name == "Riverside South")).Id.ToString());
        Assert.Contains("as a part of Riverside", (await director.Read($"/teams/{south}")).QuerySelector("main").Says(),
            StringComparison.Ordinal);
        Assert.Contains("as a part of Riverside", (await director.Read($"/fairness?Where={south}")).QuerySelector("main").Says(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_beside_each_field_what_is_wrong_and_keep_what_was_typed()
    {
        using var director = await SignedIn.As(council.Site, Role.Director);
        var form = await OpenForm.Open(director, "/reorganisations/new/rename");
        (form.Fields["Team"], form.Fields["Name"]) = (council.Hilltop.Id.ToString(), "  hilltop <b>");
        using var undated = await form.Send();
        var page = await undated.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undated.StatusCode);
        Assert.Equal(["Enter the first day on which it is so"], page.All(".govuk-error-summary__list a"));
        Assert.Equal("hilltop <b>", page.QuerySelector("#name")!.GetAttribute("value")!.Trim());

        form.Fields["Name"] = "old town";
        OnDay(form, council.Site.Clock.UkToday.AddDays(-1));
        using var wrong = await form.Send();
        Assert.Equal(
            ["The day lies in the past. Enter today or a later day", "There is a team old town already, or there was. Choose another name"],
            (await wrong.Read()).All(".govuk-error-summary__list a"));
    }

    [Fact]
    public async Task Show_what_would_be_orphaned_and_take_it_back()
    {
        using var director = await SignedIn.As(council.Site, Role.Director);
        var form = await OpenForm.Open(director, "/reorganisations/new/close");
        form.Fields["Team"] = council.Hilltop.Id.ToString();
        OnDay(form, council.Site.Clock.UkToday);
        using var sent = await form.Send();
        var at = sent.Headers.Location!.ToString();

        var page = (await director.Read(at)).QuerySelector("main").Says();
        Assert.Contains("It would leave 1 people, 1 open cases", page, StringComparison.Ordinal);
        Assert.Contains("Patel, Uma", page, StringComparison.Ordinal);
        Assert.Contains("P-01", page, StringComparison.Ordinal);
        var show = await OpenForm.Open(director, at);
        using var refused = await show.SendTo($"{at}?handler=Apply");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var back = await show.SendTo($"{at}?handler=Withdraw");
        Assert.Contains("Taken back", (await director.Read(at)).QuerySelector(".fl-lead").Says(), StringComparison.Ordinal);
        await council.Ask(async db => Assert.Null((await db.Teams.SingleAsync(t => t.Id == council.Hilltop.Id)).ToOn));
        await council.Ask(async db => Assert.True(await db.Set<Reorganisation>().AnyAsync(r => r.State == ReorganisationState.Withdrawn)));
    }

    [Fact]
    public async Task Are_opened_by_who_may_reorganise_and_nobody_else()
    {
        using var manager = await council.Manager();
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync("/reorganisations")).StatusCode);
        using var head = await SignedIn.As(council.Site, Role.HeadOfService, service: "Adults");
        var form = await head.Read("/reorganisations/new/merge");
        Assert.Empty(form.All("input[name=Teams]"));
    }

    private static void OnDay(OpenForm form, DateOnly day) => (form.Fields["On-day"], form.Fields["On-month"], form.Fields["On-year"]) =
        ($"{day.Day}", $"{day.Month}", $"{day.Year}");
}

public sealed class The_page_of_posts(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Says_not_known_where_no_posts_are_listed_and_shows_the_definition_of_each_rate()
    {
        using var hr = await SignedIn.As(council.Site, Role.HumanResources);

        var page = await hr.Read("/posts");

        Assert.Equal(["Children", "Hilltop", "Riverside"], page.All("table tbody th"));
        Assert.Contains("not known", page.All("table tbody tr")[2], StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("main details").Length);
        Assert.DoesNotContain("Caseload", page.All("thead th"));
        using var director = await SignedIn.As(council.Site, Role.Director);
        Assert.Contains("Caseload", (await director.Read("/posts")).All("thead th"));
    }

    [Fact]
    public async Task Takes_in_a_vacancy_and_shows_both_versions_when_two_change_it()
    {
        var manager = await council.Manager();
        var form = await OpenForm.Open(manager, "/posts/vacancies/new");
        (form.Fields["Level"], form.Fields["Fte"]) = ("Social worker", "a half");
        using var wrong = await form.Send();
        Assert.Equal(["Enter the full-time equivalents as a number, like 0.8"], (await wrong.Read()).All(".govuk-error-summary__list a"));
        form.Fields["Fte"] = "0.5";
        using var entered = await form.Send();
        Assert.Equal("/posts", entered.Headers.Location!.ToString());

        var link = (await manager.Read("/posts")).QuerySelector("td a")!.GetAttribute("href")!;
        using var hr = await SignedIn.As(council.Site, Role.HumanResources);
        var (first, second) = (await OpenForm.Open(hr, link), await OpenForm.Open(manager, link));
        (first.Fields["Level"], second.Fields["Level"]) = ("Senior social worker", "Practice lead");
        using var stored = await first.SendTo($"{link}?handler=Amend");
        Assert.Equal(HttpStatusCode.Redirect, stored.StatusCode);
        using var late = await second.SendTo($"{link}?handler=Amend");
        var page = await late.Read();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("Senior social worker, Riverside", page.QuerySelector("h1").Says());
        Assert.Equal("Practice lead", page.QuerySelector("#level")!.GetAttribute("value"));

        var end = await OpenForm.Open(hr, link);
        using var how = await end.SendTo($"{link}?handler=End");
        Assert.Equal(["Choose how it ended"], (await how.Read()).All(".govuk-error-summary__list a"));
        end.Fields["How"] = "Filled";
        using var ended = await end.SendTo($"{link}?handler=End");
        Assert.DoesNotContain("Senior social worker", (await hr.Read("/posts")).QuerySelector("main").Says(), StringComparison.Ordinal);
    }
}
