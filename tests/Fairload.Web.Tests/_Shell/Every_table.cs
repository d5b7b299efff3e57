using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsvHelper;
using Fairload.Core.Access;
using Fairload.Web.Tests.Journeys;
using Fairload.Web.Tests.Routes;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests._Shell;

[Collection(TheCouncil.Walked)]
public sealed class Every_table(TheCouncil council)
{
    private static readonly Role[] Roles =
    [
        Role.TeamManager, Role.Practitioner, Role.PrincipalSocialWorker, Role.Director, Role.Analyst, Role.HumanResources,
        Role.Administrator,
    ];

    [Fact]
    public async Task Is_a_file_of_the_same_rows_for_whoever_sees_the_page_and_taking_it_is_noted()
    {
        var (seen, wrong, tables) = (new HashSet<string>(), new List<string>(), 0);
        var before = await Taken();
        foreach (var role in Roles)
        {
            var who = await council.Play(council.Site, role);
            using var client = council.Site.Client(who);
            foreach (var row in RouteTable.Rows.Where(r => r.Answer == Answer.Page && !seen.Contains(r.Pattern)))
            {
                var key = row.Kind == Kind.Nothing ? "" : council.Records.Of(row.Kind, Nearness.OwnTeam, who);
                if (key is null) continue;
                var address = row.At(key);
                using var answer = await client.GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.OK) continue;
                var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
                var regions = page.QuerySelectorAll("[data-table]").ToList();
                if (regions.Count > 0) seen.Add(row.Pattern);
                foreach (var region in regions.Where(r => r.NextElementSibling?.ClassList.Contains("fl-table-file") == true))
                {
                    tables++;
                    if (await Difference(client, region) is { } difference) wrong.Add($"{role} at {address}: {difference}");
                }

                // A report that was frozen gives its figures as files of its own.
                if (page.QuerySelector("a.fl-file") is not null) continue;
                var lost = page.QuerySelectorAll("table").Count(t => t.Closest("[data-table]") is null);
                if (lost > 0) wrong.Add($"{role} at {address}: {lost} tables can not be taken");
            }
        }

        Window.None(wrong);
        Assert.InRange(tables, 80, int.MaxValue);
        Assert.Equal(tables, await Taken() - before);
    }

    [Fact]
    public async Task That_is_not_there_is_not_found()
    {
        using var client = council.Site.Client(await council.Play(council.Site, Role.Analyst));
        foreach (var number in (string[])["0", "99", "-1", "one", ""])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/people?table={number}")).StatusCode);
    }

    private static async Task<string?> Difference(HttpClient client, IElement region)
    {
        var link = (IHtmlAnchorElement)region.NextElementSibling!.QuerySelector("a")!;
        var table = (IHtmlTableElement)region.QuerySelector("table")!;
        using var answer = await client.GetAsync(link.GetAttribute("href"));
        if (answer.Content.Headers.ContentType?.MediaType != "text/csv") return $"{link.Says()} answers {answer.StatusCode}";

        using var csv = CsvReader.Create(
            new StreamReader(await answer.Content.ReadAsStreamAsync()), new CsvReaderOptions { HasHeader = false }, leaveOpen: false);
        var lines = new List<string[]>();
        while (csv.Read()) lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);

        if (lines.Count < table.Rows.Length) return $"{table.Rows.Length} rows are {lines.Count} lines";
        if (lines.Select(l => l.Length).Distinct().Count() != 1) return "lines are of several lengths";
        if (lines.SelectMany(l => l).Any(c => c.TrimStart() is ['=' or '+' or '-' or '@', ..])) return "a cell would be run as a formula";
        var words = table.Rows[0].Cells.Where(c => c.QuerySelector(".govuk-visually-hidden") is null).Select(c => c.Says()).ToList();
        return words.Except(lines[0]).FirstOrDefault() is { } word ? $"the head {word} is not in {string.Join(" | ", lines[0])}" : null;
    }

    private Task<int> Taken() => council.Site.Ask(db =>
        db.Set<AuditEntry>().CountAsync(e => e.Action == AuditAction.Exported && e.SubjectKind == "table"));
}
