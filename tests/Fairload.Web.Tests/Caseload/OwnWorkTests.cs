using System.Net;
using Fairload.Core.Access;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload;

public sealed class Ones_own_work(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Is_the_same_figure_as_the_manager_sees()
    {
        var own = await (await council.Practitioner("S1")).Read("/my-work");
        var managers = await (await council.Manager()).Read($"/people/{council.Person("S1")}");
        Assert.Equal("12 cases, 104 points, of a capacity of 85 points: 122%, over.", own.QuerySelector(".fl-lead").Says());
        Assert.Equal(own.QuerySelector(".fl-lead").Says(), managers.QuerySelector(".fl-lead").Says());
    }

    [Fact]
    public async Task Opens_every_point_to_how_it_was_worked_out()
    {
        var page = await (await council.Practitioner("S2")).Read("/my-work");
        Assert.Equal(["5.5 Base 5.5", "5.5 Base 5.5", "5.5 Base 5.5", "5.5 Base 5.5"], page.All("details.fl-points"));
        Assert.Contains("Newly qualified points for these hours 72", page.Rows());
        Assert.Contains("Team meetings, training and administration -12", page.Rows());
        Assert.Contains("Capacity 60", page.Rows());
    }

    [Fact]
    public async Task Names_the_case_that_is_due_a_new_score_and_why()
    {
        var page = await (await council.Practitioner("S1")).Read("/my-work");
        Assert.Contains(page.QuerySelectorAll("tr"), r => r.QuerySelector("th").Says() == "A-01"
            && r.LastElementChild.Says() == "conference");
    }

    [Fact]
    public async Task Reads_well_aloud() => Approved.Check(Outline.Of(await (await council.Practitioner("S2")).Read("/my-work")));

    [Fact]
    public async Task Says_so_when_the_account_belongs_to_nobody()
    {
        var page = await council.Site.As(Role.Practitioner).Read("/my-work");
        Assert.StartsWith("Your account is not joined to anybody", page.QuerySelector(".govuk-inset-text").Says(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_other_peoples_cases_closed()
    {
        var tom = await council.Practitioner("S2");
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync($"/cases/{council.Case("A-01")}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await tom.GetAsync($"/cases/{council.Case("B-01")}")).StatusCode);
    }
}

public sealed class The_page_of_a_case(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Says_what_it_is_who_holds_it_and_what_makes_its_score_due()
    {
        var page = await (await council.Manager()).Read($"/cases/{council.Case("A-01")}");
        Assert.Equal("Case A-01", page.QuerySelector("h1").Says());
        Assert.Equal("Child protection, tier 3, 9 points.", page.QuerySelector(".fl-lead").Says());
        Assert.Contains("Adeyemi, Grace, Riverside since 1 September 2026", page.All("dd"));
        Assert.Contains(page.All(".govuk-warning-text"),
            w => w.EndsWith("Due a new score, because of: conference.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_why_it_waits()
    {
        var page = await (await council.Manager()).Read($"/cases/{council.Case("E-01")}");
        Assert.EndsWith("It waits: Ellis, Sam has left.", page.QuerySelector(".fl-lead").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_noted_when_it_is_read()
    {
        var id = council.Case("D-05").ToString();
        await (await council.Manager()).GetAsync($"/cases/{id}");
        var noted = 0;
        await council.Ask(async db => noted = await db.Set<AuditEntry>()
            .CountAsync(e => e.Action == AuditAction.Read && e.SubjectKind == "case" && e.SubjectId == id));
        Assert.Equal(1, noted);
    }

    [Fact]
    public async Task Is_found_by_how_its_reference_begins()
    {
        var manager = await council.Manager();
        Assert.Equal(10, (await manager.Read("/cases?Find=D-")).QuerySelectorAll("main li").Length);
        (await manager.GetAsync("/cases?Find=N-01")).LeadsTo($"/cases/{council.Case("N-01")}");
        Assert.Contains("No case that you may see begins with P-01.", (await manager.Read("/cases?Find=P-01")).All("p"));
    }

    [Fact]
    public async Task Is_closed_to_HR() =>
        Assert.Equal(HttpStatusCode.Forbidden,
            (await council.Site.As(Role.HumanResources).GetAsync($"/cases/{council.Case("A-01")}")).StatusCode);
}

public sealed class The_waiting_lists(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Come_with_their_counts_first()
    {
        var page = await (await council.Manager()).Read("/waiting");
        Assert.Equal("3 cases wait: 1 never allocated, 1 held by a manager, 1 in the name of somebody who is not at work.", page.QuerySelector(".fl-lead").Says());
        Assert.Contains("3 children", page.All("p"));
        Assert.Equal(["N-01", "M-01", "E-01"], page.All("tbody th"));
    }

    [Fact]
    public async Task Count_working_days_and_weigh_what_waits()
    {
        var page = await (await council.Manager()).Read("/waiting");
        var cells = page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th").Says() == "N-01").Children.Select(c => c.Says())
            .ToList();
        Assert.Equal(
            ["N-01", "Child protection", "not scored", "7", "Riverside", "in the team", "No named person has it", "2 November 2026", "10"],
            cells[..9]);
    }

    [Fact]
    public async Task Lead_to_where_the_case_is_allocated()
    {
        var page = await (await council.Manager()).Read("/waiting");
        var link = page.QuerySelectorAll("tbody a").First(a => a.Says() == "Allocate N-01").GetAttribute("href");
        Assert.Equal($"/cases/{council.Case("N-01")}/allocate", link);
    }

    [Fact]
    public async Task Lead_whoever_does_not_allocate_to_where_room_is()
    {
        var page = await council.Site.As(Role.Director).Read("/waiting");
        var link = page.QuerySelectorAll("tbody a").First(a => a.Says() == "Find room for N-01").GetAttribute("href");
        Assert.Equal($"/teams/{council.Riverside.Id}?Type=child-protection&Tier=&Points=7#find-room", link);
    }

    [Fact]
    public async Task Are_narrowed_only_to_what_the_reader_may_see()
    {
        var manager = await council.Manager();
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/waiting?Where={council.Riverside.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/waiting?Where={council.Hilltop.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/waiting?Where=service:Adults")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.HumanResources)]
    public async Task Are_closed_to_others(Role role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await council.Site.As(role).GetAsync("/waiting")).StatusCode);
}

public sealed class The_page_of_a_service(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Puts_teams_side_by_side_in_name_order_and_gives_none_a_score()
    {
        var page = await (await SignedIn.As(council.Site, Role.HeadOfService, service: "Children")).Read("/services/Children");
        var rows = page.QuerySelector("table")!.QuerySelectorAll("tbody tr");
        Assert.Equal(["Hilltop", "Riverside"], rows.Select(r => r.QuerySelector("th").Says()));
        Assert.Equal("▲ 1 over · ▽ 3 room · ? 1 not known", rows[1].QuerySelector("td").Says());
        Assert.Equal(["1", "3", "1"], rows[1].QuerySelectorAll("rect").Select(r => r.GetAttribute("data-count")!));
        Assert.DoesNotContain("%", rows[1].Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_which_the_reader_sees_no_team_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound,
            (await (await SignedIn.As(council.Site, Role.HeadOfService, service: "Adults")).GetAsync("/services/Children")).StatusCode);

    [Fact]
    public async Task Shows_a_manager_the_own_team_alone() =>
        Assert.Equal(["Riverside"], (await (await council.Manager()).Read("/services")).All("tbody th"));
}
