using System.Net;
using Fairload.Core.Access;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload;

public sealed class Taking_figures_away(Sampleshire council) : IClassFixture<Sampleshire>
{
    [Fact]
    public async Task Gives_the_people_of_the_team_as_the_page_shows_them()
    {
        var manager = await council.Manager();
        var page = await manager.Read($"/teams/{council.Riverside.Id}");
        Assert.Equal($"/downloads/teams/{council.Riverside.Id}", page.QuerySelector("a[download]")!.GetAttribute("href"));

        var lines = await Lines(manager, $"/downloads/teams/{council.Riverside.Id}");
        Assert.StartsWith("Person,FTE,Band,Per cent of capacity,Points,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("\"Adeyemi, Grace\",1,over,", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("\"Carter, Lee\",not known,not known,not known,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_the_teams_of_the_service_in_name_order()
    {
        var lines = await Lines(council.Site.As(Role.Director), "/downloads/services/Children");
        Assert.Equal(["Team", "Hilltop", "Riverside"], lines.Select(l => l.Split(',')[0]).Where(n => n.Length > 0));
    }

    [Fact]
    public async Task Gives_the_waiting_lists_of_what_the_reader_may_see_and_notes_it()
    {
        var all = await Lines(council.Site.As(Role.Director), "/downloads/waiting");
        var own = await Lines(await SignedIn.As(council.Site, Role.TeamManager, council.Hilltop.Id), "/downloads/waiting");
        Assert.Single(own);
        Assert.Equal(["Never allocated", "Held by a manager", "In the name of somebody who is not at work"],
            all.Skip(1).Select(l => l.Split(',')[6]).Distinct());
        await council.Ask(async db => Assert.True(await db.Set<AuditEntry>()
            .CountAsync(e => e.Action == AuditAction.Exported && e.SubjectKind == "waiting") >= 2));
    }

    [Fact]
    public async Task Of_another_team_or_a_place_that_is_none_is_refused()
    {
        var manager = await council.Manager();
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/downloads/teams/{council.Hilltop.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/downloads/waiting?Where=nowhere")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync("/downloads/services/No%20such%20service")).StatusCode);
    }

    private static async Task<List<string>> Lines(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return [.. (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }
}
