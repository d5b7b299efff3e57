using System.Net;
using Fairload.Core.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Workforce;

public sealed class The_pages_of_people(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Show_HR_staff_facts_and_not_a_word_about_cases()
    {
        var page = await council.Site.As(Role.HumanResources).Read($"/people/{council.Person("S1")}");
        Assert.Equal("Adeyemi, Grace", page.QuerySelector("h1").Says());
        Assert.Contains("Your role shows staff facts here and nothing about cases.", page.All("p"));
        Assert.Empty(page.QuerySelectorAll("main svg, main table, .fl-state, main a[href*='/cases']"));
        Assert.DoesNotContain("A-01", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_a_manager_the_caseload_and_offer_to_score_it()
    {
        var page = await (await council.Manager()).Read($"/people/{council.Person("S2")}");
        Assert.Contains($"/people/{council.Person("S2")}/score", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Contains("4 children", page.All("p"));
    }

    [Fact]
    public async Task Of_another_team_are_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await council.Manager()).GetAsync($"/people/{council.Person("S6")}")).StatusCode);

    [Fact]
    public async Task Are_noted_when_they_are_read()
    {
        var id = council.Person("S4").ToString();
        await council.Site.As(Role.HumanResources).GetAsync($"/people/{id}");
        var noted = 0;
        await council.Ask(async db => noted = await db.Set<AuditEntry>()
            .CountAsync(e => e.Action == AuditAction.Read && e.SubjectKind == "worker" && e.SubjectId == id));
        Assert.Equal(1, noted);
    }

    [Fact]
    public async Task Find_whose_hours_are_not_known()
    {
        var page = await council.Site.As(Role.HumanResources).Read("/people?Only=hours");
        Assert.Equal(["Carter, Lee"], page.All("tbody th"));
        Assert.Equal("not known", page.QuerySelector("tbody .fl-number").Says());
    }

    [Fact]
    public async Task Find_those_who_have_left_by_their_name()
    {
        var hr = council.Site.As(Role.HumanResources);
        Assert.DoesNotContain("Ellis, Sam", (await hr.Read("/people")).All("tbody th"));
        var found = await hr.Read("/people?Find=sam+ellis");
        Assert.Equal(["Ellis, Sam"], found.All("tbody th"));
        Assert.Equal("has left", found.QuerySelector(".govuk-tag").Says());
    }

    [Fact]
    public async Task Are_closed_to_practitioners() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await council.Site.As(Role.Practitioner).GetAsync("/people")).StatusCode);
}

public sealed class The_settings_page(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Says_that_the_weights_are_an_example_and_what_they_are()
    {
        var page = await council.Site.As(Role.Practitioner).Read("/settings");
        Assert.Contains("example", page.All(".govuk-tag"));
        Assert.Contains("Child protection 5.5 7 9 7", page.Rows("#weights tr"));
        Assert.Contains("▲ over: from 110%, and whenever work is held without any capacity", page.All("li"));
        Assert.All(page.QuerySelectorAll("#clocks tbody tr"), row => Assert.NotEqual("", row.LastElementChild.Says()));
        Assert.NotEmpty(page.QuerySelectorAll("#clocks tbody tr"));
    }

    [Fact]
    public async Task Is_closed_to_HR() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await council.Site.As(Role.HumanResources).GetAsync("/settings")).StatusCode);
}
