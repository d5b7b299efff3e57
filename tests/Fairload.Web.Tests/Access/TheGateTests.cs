using System.Net;
using Fairload.App;
using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Access;

public sealed class The_gate(TheSite site) : IClassFixture<TheSite>
{
    [Fact]
    public async Task Is_told_by_every_route_who_may_pass()
    {
        var silent = (await Routes()).Where(r => r.Needs is null && !r.IsOpen).Select(r => r.Route);

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Leaves_open_only_what_has_to_be()
    {
        string[] known =
            ["/accessibility", "/answer", "/answer/receipt", "/demo", "/fault/{code:int?}", "/help", "/invitation/{token?}",
                "/language/{code}", "/privacy", "/published", "/published/actions", "/published/actions.csv",
                "/published/{year:int}/{language}", "/published/{year:int}/{language}/report.{kind}",
                "/setup", "/sign-in", "/sign-in/code", "/sign-out"];

        Assert.Empty((await Routes()).Where(r => r.IsOpen).Select(r => r.Route).Except(known));
    }

    [Fact]
    public async Task Sends_visitors_to_sign_in_and_refuses_everyone_without_the_permission()
    {
        var closed = (await Routes()).Where(r => r.Needs is not null && !r.Route.Contains('{', StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(closed);
        using var visitor = site.Client();
        foreach (var (route, _, _) in closed)
        {
            var sent = await visitor.GetAsync(route);
            sent.LeadsTo(route == "/" ? "/sign-in" : "/sign-in?return=" + Uri.EscapeDataString(route));
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = site.As(role);
            foreach (var (route, needs, _) in closed)
            {
                var may = AccessTable.Of(role, needs!.Value) != Reach.None;
                var answer = await client.GetAsync(route);
                Assert.True(may == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role} at {route}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Notes_whom_it_refused()
    {
        var (client, account, _) = await SignedIn.With(site, [new(Role.HumanResources)]);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/accounts")).StatusCode);

        await using var scope = site.Scope();
        var noted = await scope.ServiceProvider.GetRequiredService<FairloadDb>().Set<AuditEntry>().SingleAsync(e => e.AccountId == account);
        Assert.Equal((AuditAction.AccessRefused, "route", "/accounts", "ManageAccounts"),
            (noted.Action, noted.SubjectKind, noted.SubjectId, noted.Detail));
    }

    [Fact]
    public async Task Lets_nobody_pass_whose_role_was_taken_away_whose_account_was_disabled_or_whose_session_was_ended()
    {
        var (first, one, _) = await SignedIn.With(site, [new(Role.Administrator)]);
        var (second, two, _) = await SignedIn.With(site, [new(Role.Administrator)]);
        var (third, three, _) = await SignedIn.With(site, [new(Role.Administrator)]);
        foreach (var client in new[] { first, second, third })
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/accounts")).StatusCode);

        await using var scope = site.Scope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountDesk>();
        var grant = (await accounts.Find(one, default))!.Account.Grants.Single();
        Assert.True((await accounts.Take(Reader.AtTheMachine, one, grant.Id, default)).Try(out _, out _));
        Assert.True((await accounts.Disable(Reader.AtTheMachine, two, true, default)).Try(out _, out _));
        await scope.ServiceProvider.GetRequiredService<SessionDesk>().EndAll(Reader.AtTheMachine, three, default);

        Assert.Equal(HttpStatusCode.Forbidden, (await first.GetAsync("/accounts")).StatusCode);
        (await second.GetAsync("/accounts")).LeadsTo("/sign-in?return=%2Faccounts");
        (await third.GetAsync("/accounts")).LeadsTo("/sign-in?return=%2Faccounts");
    }

    [Fact]
    public async Task Has_no_demo_where_there_is_none()
    {
        using var visitor = new Browser(site);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/demo")).StatusCode);
        await using var scope = site.Scope();
        var person = await scope.ServiceProvider.GetRequiredService<AccountDesk>()
            .AddDemoAccount("Ana Diaz", null, [new(Role.Director)], default);

        // The form of another page, so that it is the missing mark that refuses and not the missing form token.
        var form = await (await visitor.Get("/sign-in")).Read();
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var content =
            new FormUrlEncodedContent(new Dictionary<string,
            string>
            { ["account"] = person.Id.ToString(), ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Send(new(HttpMethod.Post, "/demo") { Content = content })).StatusCode);
        Assert.False(visitor.Cookies.ContainsKey("fairload"));
    }

    [Fact]
    public void Shows_the_table_of_docs_access()
    {
        var roles = Enum.GetValues<Role>();
        string[] rows =
        [
            $"| Permission | {string.Join(" | ", roles)} |",
            "|---" + string.Concat(roles.Select(_ => "|---")) + "|",
            .. Enum.GetValues<Permission>().Select(p => $"| {p} | {string.Join(" | ", roles.Select(r => Said(AccessTable.Of(r, p))))} |"),
        ];

        AccessDocument.Check("reach", string.Join('\n', rows) + "\n");

        static string Said(Reach reach) => reach == Reach.None ? "–" : reach.ToString();
    }

    [Fact]
    public async Task Shows_the_routes_of_docs_access()
    {
        var rows = (await Routes()).Select(r => $"| `{r.Route}` | {(r.IsOpen ? "everybody" : r.Needs?.ToString() ?? "nobody")} |");

        AccessDocument.Check("routes", "| Route | Opens to |\n|---|---|\n" + string.Join('\n', rows) + "\n");
    }

    private async Task<IReadOnlyList<Entrance>> Routes()
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var entrances = new List<Entrance>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var metadata = endpoint.Metadata;
            if (metadata.GetMetadata<PageActionDescriptor>() is { } page)
                metadata = (await loader.LoadAsync(page, metadata)).Endpoint?.Metadata ?? metadata;
            entrances.Add(
                new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), metadata.GetMetadata<NeedsAttribute>()?.Permission,
                metadata.GetMetadata<IAllowAnonymous>() is not null));
        }

        return [.. entrances.Distinct().OrderBy(e => e.Route, StringComparer.Ordinal)];
    }

    private sealed record Entrance(string Route, Permission? Needs, bool IsOpen);
}

/// <summary>The two tables of docs/access.md that the program itself writes, between marks. APPROVE=1 writes them anew.</summary>
internal static class AccessDocument
{
    public static void Check(string which, string table)
    {
        var path = Path.Combine(RepoRoot.Path, "docs", "access.md");
        var (begin, end) = ($"<!-- {which} -->\n", $"<!-- end of {which} -->");
        var text = File.ReadAllText(path);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"docs/access.md has no table between {begin.Trim()} and {end}.");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, text[..from] + table + text[to..]);
        else Assert.Equal(table, text[from..to]);
    }
}
