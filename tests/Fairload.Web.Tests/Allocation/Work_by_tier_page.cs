using System.Net;
using Fairload.Core.Caseload;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Allocation;

public sealed class The_page_of_work_by_tier : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Shows_who_has_what_in_hand_and_what_it_needs_as_a_range()
    {
        var page = await (await _council.Manager()).Read("/work-by-tier");

        // Tier 3 child protection: ten with Grace. Experienced, newly qualified, not registered, a manager, nobody; none against the
        // statement.
        Assert.Contains(page.All("table tbody tr").ToList(), row => row.StartsWith("Child protection tier 3 10 10 0 0 0 0 0",
            StringComparison.Ordinal));
        Assert.Contains(page.All("table tbody tr").ToList(), row => row.StartsWith("tier 3 10 0.6 to 1.2 0.0 to 0.6 none of it",
            StringComparison.Ordinal));
        Assert.Contains("Most: they hold everything that it lets them hold", page.QuerySelector("main").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_what_is_not_held_as_the_statement_has_it()
    {
        await _council.Ask(db => db.Change(
            async () =>
            {
                var one = await db.Cases.SingleAsync(c => c.Reference == "B-01");
                one.SeenAgain(CaseType.ChildProtection.Code, one.StartedOn, one.Marks);
                return default(Done);
            },
            default));
        var page = await (await _council.Manager()).Read($"/work-by-tier?Where={_council.Riverside.Id}");

        Assert.Equal("1 case is not held as the statement of reserved functions has it.", page.QuerySelector(".fl-lead").Says());
        Assert.Contains("B-01 Child protection, tier 2 Bevan, Tom held alone by somebody who may hold it only jointly",
            page.All("tbody tr"));
    }

    [Fact]
    public async Task Is_not_there_for_another_team() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await _council.Manager()).GetAsync($"/work-by-tier?Where={_council.Hilltop.Id}"))
            .StatusCode);
}

public sealed class Naming_an_adviser : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    private string Address => $"/cases/{_council.Case("A-01")}/adviser";

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Weighs_in_their_load_with_its_part_and_is_said_on_the_case()
    {
        var form = await OpenForm.Open(await _council.Manager(), Address);
        form.Fields["Worker"] = _council.Person("S4").ToString();
        (await form.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");
        (await form.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");

        var manager = await _council.Manager();
        Assert.Contains("Diaz, Ana advises on it, since 16 November 2026. Say who advises",
            (await manager.Read($"/cases/{_council.Case("A-01")}")).All("main p"));
        Assert.Contains("Advice on cases that others hold 1 0.9 1.1%", (await manager.Read($"/people/{_council.Person("S4")}"))
            .All("tbody tr"));
        var ana = await _council.Practitioner("S4");
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync($"/cases/{_council.Case("A-01")}")).StatusCode);
        Assert.Contains("Advises on: A-01", (await ana.Read("/my-work")).All("main p"));
    }

    [Fact]
    public async Task Refuses_somebody_whom_the_statement_does_not_let_advise_and_stores_nothing()
    {
        var form = await OpenForm.Open(await _council.Manager(), Address);
        form.Fields["Worker"] = _council.Person("S2").ToString();
        var refused = await form.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("Choose somebody from the list", (await refused.Read()).QuerySelector(".govuk-error-summary li").Says(),
            StringComparison.Ordinal);
        await _council.Ask(async db => Assert.False(await db.Set<CaseAdviser>().AnyAsync()));
    }

    [Fact]
    public async Task Is_closed_to_practitioners() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _council.Practitioner("S1")).GetAsync(Address)).StatusCode);
}
