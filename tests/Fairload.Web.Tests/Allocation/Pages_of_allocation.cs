using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Allocation;

public sealed class Pages_of_allocation : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Theory]
    [InlineData(Role.Practitioner, "/my-work/notices", "/panels", "/settings/reserved", "/allocation/how")]
    [InlineData(Role.Director, "/waiting", "/answers", "/transfers", "/allocation/to-enter", "/panels", "/fairness",
        "/scenarios", "/work-by-tier", "/settings/reserved", "/allocation/how")]
    [InlineData(Role.PrincipalSocialWorker, "/my-work/notices", "/meetings", "/waiting", "/allocation/moves", "/answers", "/transfers",
        "/allocation/to-enter", "/panels", "/fairness", "/scenarios", "/work-by-tier", "/settings/reserved", "/allocation/how")]
    public async Task Are_reached_from_one_place_in_the_navigation_each_by_whoever_may_open_it(Role role, params string[] places)
    {
        var client = await SignedIn.As(_council.Site, role, worker: _council.Person("S2"));
        var page = await client.Read("/allocation");
        Assert.Contains("/allocation", page.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")));
        Assert.Equal(places, page.QuerySelectorAll(".fl-places a").Select(a => a.GetAttribute("href")));
        foreach (var place in places) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(place)).StatusCode);
    }

    [Fact]
    public async Task Say_in_plain_words_how_a_suggestion_is_made_with_what_is_in_force()
    {
        var page = await (await _council.Practitioner("S2")).Read("/allocation/how");
        var says = page.QuerySelector("main").Says();
        Assert.Contains("It decides nothing: a person does", says, StringComparison.Ordinal);
        Assert.Contains("There is no switch for any of them", says, StringComparison.Ordinal);
        Assert.Contains("Here: the ceiling is 110% of your capacity", says, StringComparison.Ordinal);
        Assert.Contains("Here: no limit is set here", says, StringComparison.Ordinal);
        Assert.Contains("Nobody at this council has agreed these weights yet.", says, StringComparison.Ordinal);
        Assert.Equal(["4", "3", "5", "5", "2", "2", "1", "1", "1", "1"], page.QuerySelectorAll("tbody td.fl-number").Select(c => c.Says()));
        Assert.Contains("/settings/reserved", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        foreach (var from in new[] { "/my-work", "/my-work/notices" })
        {
            Assert.Contains("/allocation/how", (await (await _council.Practitioner("S2")).Read(from)).QuerySelectorAll("main a")
                .Select(a => a.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task Say_first_what_moves_would_buy_and_draw_the_same_numbers_as_their_table()
    {
        var manager = await _council.Manager();
        var address = $"/allocation/moves?For=team:{_council.Riverside.Id}";
        var page = await manager.Read(address);
        Assert.Matches(@"^\d+ moves? buys? \d+% of the possible fairness: the heaviest load goes from \d+% to \d+%\.$",
            page.QuerySelector(".fl-lead").Says());
        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal("0", rows[0].QuerySelector("th").Says());
        Assert.Equal("100%", rows[^1].QuerySelectorAll("td")[0].Says());
        Assert.Equal(rows.Length, page.QuerySelectorAll("svg .line-dot").Length);
        Assert.Equal(
            rows.Select(r => r.QuerySelectorAll("td")[0].Says()),
            page.QuerySelectorAll("svg .line-dot").Select(c => $"{Math.Round(decimal.Parse(c.GetAttribute("data-percent")!,
                System.Globalization.CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero)}%"));

        var next = rows[1].QuerySelector("a")!.GetAttribute("href")!;
        var meeting = await manager.Read(next);
        Assert.Equal(rows[1].QuerySelector("th").Says(), meeting.QuerySelector("input[name=MostMoves]")!.GetAttribute("value"));
        Assert.Contains("/allocation/moves", meeting.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/allocation/moves?For=team:{_council.Hilltop.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/allocation/moves?For=council")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/allocation/moves?For=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Of_the_weights_of_kindness_say_what_is_wrong_where_it_was_typed_and_then_enter_it_once()
    {
        var director = await SignedIn.As(_council.Site, Role.Director);
        var form = await OpenForm.Open(director, "/settings/kindness/new");
        form.Fields["Name"] = "Continuity";
        form.Fields["SameTeam"] = "a little";
        var wrong = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(
            ["Enter the day from which they count", "Enter the weight as a whole number from 0 to 100"],
            (await wrong.Read()).All(".govuk-error-summary__list li"));

        var typed = new[] { ("LiveFrom-day", "16"), ("LiveFrom-month", "11"), ("LiveFrom-year", "2026"), ("SameTeam", "2") };
        foreach (var (field, text) in typed) form.Fields[field] = text;
        Assert.Equal(["Say who agreed it"], (await (await form.Send()).Read()).All(".govuk-error-summary__list li"));
        form.Fields["AgreedBy"] = "Directors, 2 November";
        form.Fields["HoldsSiblingIsOn"] = "true";
        (await form.Send()).LeadsTo("/settings/kindness");
        (await form.Send()).LeadsTo("/settings/kindness");

        var page = await director.Read("/settings/kindness");
        Assert.Contains("kindness/2 (Continuity), in force since 16 November 2026, agreed by: Directors, 2 November.", page.All("main p"));
        Assert.Equal(["on", .. Enumerable.Repeat("off", 9)], page.QuerySelectorAll("tbody td:last-child").Select(c => c.Says()));
        Assert.DoesNotContain("kindness/3", page.QuerySelector("main").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Let_a_leaver_write_a_note_that_the_manager_sees_and_keep_what_was_typed_when_the_case_is_gone()
    {
        var (grace, manager) = (await _council.Practitioner("S1"), await _council.Manager());
        var begun = await (await OpenForm.Open(manager, $"/people/{_council.Person("S1")}/spread")).Send();
        Assert.StartsWith("/meetings/", begun.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("12 of your cases have no handover note yet. Your handover notes", (await grace.Read("/my-work")).All("main p"));
        Assert.Contains(
            "12 of your cases have no handover note yet. Write them", (await grace.Read("/")).All("main li"));

        var address = $"/cases/{_council.Case("A-01")}/handover";
        Assert.Contains(
            address, (await grace.Read("/my-work/handover")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        var form = await OpenForm.Open(grace, address);
        var silent = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        form.Fields["Text"] = "The school meets us on Friday";
        (await form.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");
        (await form.Send()).LeadsTo($"/cases/{_council.Case("A-01")}");
        Assert.Contains("The school meets us on Friday", (await manager.Read($"/cases/{_council.Case("A-01")}")).All(".fl-note"));
        Assert.Single(
            (await grace.Read("/my-work/handover")).QuerySelectorAll("tbody td:nth-child(2)"), c => c.Says() != "none yet");

        await _council.Ask(async db =>
        {
            foreach (var one in await db.Assignments.Where(a => a.WorkerId == _council.Person("S1")).ToListAsync())
                one.End(new(2026, 11, 16));
            await db.SaveChangesAsync();
        });
        form.Fields["Text"] = "And the health visitor on Monday";
        var late = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var page = await late.Read();
        Assert.Contains("And the health visitor on Monday", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            "The case is not with you any more", page.QuerySelector(".govuk-error-summary li").Says(), StringComparison.Ordinal);
        await _council.Ask(async db => Assert.Equal(
            ["The school meets us on Friday"], await db.Set<HandoverNote>().Select(n => n.Text).ToListAsync()));
    }
}
