using System.IO.Compression;
using System.Net;
using System.Text;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Journeys;
using Fairload.Web.Tests.Routes;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload;

/// <summary>Every role at every address, every search and every file: the reference of a restricted case stands nowhere.</summary>
[Collection(TheCouncil.Walked)]
public sealed class Restricted_cases_on_the_site(TheCouncil council)
{
    [Fact]
    public async Task Are_named_to_no_role_at_no_address()
    {
        var site = await council.Copy();
        var id = council.Records.CaseOf(council.Records.SomebodyWithCases);
        var reference = await site.Ask(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync());
        var seen = await Walk(site, reference, [Role.TeamManager, Role.Practitioner, Role.Analyst]);
        Assert.True(seen.Count > 3, "Whoever walks has to find the case while it is not restricted.");

        await Restrict(site, id);

        Assert.Empty(await Walk(site, reference, Cast.Roles));
    }

    [Fact]
    public async Task Are_opened_by_a_reason_and_shut_to_those_who_may_not_give_one()
    {
        var site = await council.Copy();
        var id = council.Records.CaseOf(council.Records.SomebodyWithCases);
        var reference = await site.Ask(db => db.Cases.Where(c => c.Id == id).Select(c => c.Reference).SingleAsync());
        await Restrict(site, id);
        using var practitioner = site.Client(await council.Play(site, Role.Practitioner));
        using var analyst = site.Client(await council.Play(site, Role.Analyst));
        var boss = await council.Play(site, Role.TeamManager);
        using var manager = site.Client(boss);
        foreach (var shut in new[] { practitioner, analyst })
            Assert.Equal(HttpStatusCode.NotFound, (await shut.GetAsync($"/cases/{id}")).StatusCode);

        (await manager.GetAsync($"/cases/{id}")).LeadsTo($"/cases/{id}/open");
        using (var door = await manager.GetAsync($"/cases/{id}/open"))
            Assert.Contains("say why you need to open it", (await door.Read()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var reader = new Reader("A manager", null, [new(Role.TeamManager, council.Records.Manages.Id)], boss.Account);
        Assert.True((await site.Desk((RestrictedDesk desk) => desk.Open(id, "The school has called", reader, default))).Try(out _, out _));

        using var opened = await manager.GetAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var page = await opened.Read();
        Assert.Contains(reference, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("This case is restricted", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Who has opened this case", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task Restrict(Served site, Id<Case> id)
    {
        var who = await site.As([new(Role.PrincipalSocialWorker)]);
        var reader = new Reader("A principal", null, who.Grants, who.Account);
        var done = await site.Desk((RestrictedDesk desk) => desk.Restrict(
            id, new(RestrictionKind.StaffRelative, "A relative of staff", [], 0), reader, default));
        Assert.True(done.Try(out _, out var problems), problems?[0].Message);
    }

    /// <summary>Where the reference was found.</summary>
    private async Task<IReadOnlyList<string>> Walk(Served site, string reference, IReadOnlyList<Role?> roles)
    {
        var found = new List<string>();
        foreach (var role in roles)
        {
            var who = await council.Play(site, role);
            using var client = site.Client(who);
            foreach (var address in Addresses(who).Append($"/cases?Find={reference[..^1]}"))
            {
                using var answer = await client.GetAsync(address);
                if (await Texts(answer) is var texts && texts.Any(t => t.Contains(reference, StringComparison.OrdinalIgnoreCase)))
                    found.Add($"{role} at {address}");
            }

            using var exact = await client.GetAsync($"/cases?Find={reference}");
            var leads = exact.Headers.Location?.ToString().StartsWith("/cases/", StringComparison.Ordinal) ?? false;
            if (leads) found.Add($"{role} by search");
        }

        return found;
    }

    private IEnumerable<string> Addresses(Visitor who) => RouteTable.Rows
        .SelectMany(row => row.Kind == Kind.Nothing ? [row.At("")]
            : Enum.GetValues<Nearness>().Select(near => council.Records.Of(row.Kind, near, who)).OfType<string>().Select(row.At))
        .Distinct();

    /// <summary>What a page says, and what lies in a file, packed or not.</summary>
    private static async Task<IReadOnlyList<string>> Texts(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes is not [(byte)'P', (byte)'K', ..]) return [Encoding.UTF8.GetString(bytes)];
        using var archive = new ZipArchive(new MemoryStream(bytes));
        var texts = new List<string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            texts.Add(await reader.ReadToEndAsync());
        }

        return texts;
    }
}
