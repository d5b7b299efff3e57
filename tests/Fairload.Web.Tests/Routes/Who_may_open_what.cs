using System.Net;
using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Tests.Access;
using Fairload.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Routes;

/// <summary>
/// Every role at every address, for a record of one's own, of one's team, of another team, of another service, and for none.
/// </summary>
[Collection(TheCouncil.Walked)]
public sealed class Who_may_open_what(TheCouncil council)
{
    public static TheoryData<Role?> Everybody { get; } = [.. Cast.Roles];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Is_settled_by_the_role_and_by_whose_record_it_is(Role? role)
    {
        var who = await council.Play(council.Site, role);
        using var client = council.Site.Client(who);
        var wrong = new List<string>();
        var asked = 0;
        foreach (var row in RouteTable.Rows)
        {
            foreach (var near in Enum.GetValues<Nearness>())
            {
                if (row.Kind == Kind.Nothing && near != Nearness.OwnTeam) continue;
                if (council.Records.Of(row.Kind, near, who) is not { } key) continue;

                var expected = Expected(role, row, near);
                using var answer = await client.GetAsync(row.At(key));
                asked++;
                if (answer.StatusCode == expected) continue;
                wrong.Add($"{role} at {row.At(key)} ({near}): {(int)answer.StatusCode} and not {(int)expected}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(asked, RouteTable.Rows.Count, int.MaxValue);
    }

    [Fact]
    public async Task Is_the_way_in_for_visitors()
    {
        using var client = council.Site.Client();
        foreach (var row in RouteTable.Rows.Where(r => r.Needs is not null))
        {
            var at = row.At(council.Records.Example(row.Kind));
            using var answer = await client.GetAsync(at);
            answer.LeadsTo(at == "/" ? "/sign-in" : "/sign-in?return=" + Uri.EscapeDataString(at));
        }
    }

    [Theory]
    [InlineData(Role.Practitioner, Kind.Worker, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    [InlineData(Role.Practitioner, Kind.Case, Nearness.Own, HttpStatusCode.OK)]
    [InlineData(Role.Practitioner, Kind.Case, Nearness.OwnTeam, HttpStatusCode.NotFound)]
    [InlineData(Role.TeamManager, Kind.Case, Nearness.OwnTeam, HttpStatusCode.OK)]
    [InlineData(Role.TeamManager, Kind.Case, Nearness.OtherTeam, HttpStatusCode.NotFound)]
    [InlineData(Role.TeamManager, Kind.Worker, Nearness.OtherTeam, HttpStatusCode.NotFound)]
    [InlineData(Role.TeamManager, Kind.Team, Nearness.OtherService, HttpStatusCode.NotFound)]
    [InlineData(Role.HeadOfService, Kind.Case, Nearness.OtherTeam, HttpStatusCode.OK)]
    [InlineData(Role.HeadOfService, Kind.Case, Nearness.OtherService, HttpStatusCode.NotFound)]
    [InlineData(Role.HumanResources, Kind.Worker, Nearness.OtherService, HttpStatusCode.OK)]
    [InlineData(Role.HumanResources, Kind.Case, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    [InlineData(Role.HumanResources, Kind.Team, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    [InlineData(Role.ElectedMember, Kind.Service, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    [InlineData(Role.UnionRepresentative, Kind.Team, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    [InlineData(Role.Evaluator, Kind.Worker, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, Kind.Case, Nearness.OwnTeam, HttpStatusCode.Forbidden)]
    public async Task Is_known_beforehand_where_it_matters_most(Role role, object kind, object near, HttpStatusCode expected)
    {
        var who = await council.Play(council.Site, role);
        using var client = council.Site.Client(who);
        var row = RouteTable.Rows.First(r => r.Kind == (Kind)kind && r.Pattern.Contains('{', StringComparison.Ordinal));

        using var answer = await client.GetAsync(row.At(council.Records.Of((Kind)kind, (Nearness)near, who)!));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Changes_with_the_next_request_when_a_role_is_taken_away()
    {
        var site = council.Site;
        var who = await council.Play(site, Role.TeamManager);
        using var client = site.Client(who);
        var team = $"/teams/{council.Records.Manages.Id}";
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(team)).StatusCode);

        var grant = await site.Ask(db => db.Set<AccountGrant>().Where(g => g.AccountId == who.Account).Select(g => g.Id).SingleAsync());
        await site.Desk<AccountDesk, Result<Done>>(desk => desk.Take(Reader.AtTheMachine, who.Account, grant, default));

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(team)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Is_nothing_after_the_last_day_of_work()
    {
        var site = await council.Copy();
        var who = await council.Play(site, Role.Practitioner);
        using var client = site.Client(who);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/my-work")).StatusCode);

        async Task Leaves(DateOnly lastDay) => await site.Ask(db =>
            db.Set<Worker>().Where(w => w.Id == who.Worker).ExecuteUpdateAsync(w => w.SetProperty(x => x.EndsOn, lastDay)));
        await Leaves(site.Clock.UkToday);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/my-work")).StatusCode);
        await Leaves(site.Clock.UkToday.AddDays(-1));

        (await client.GetAsync("/my-work")).LeadsTo("/sign-in?return=%2Fmy-work");
    }

    private static HttpStatusCode Expected(Role? role, RouteRow row, Nearness near)
    {
        if (row.Needs is { } needs)
        {
            var reach = needs == Permission.OwnAccount ? Reach.Own : role is { } r ? AccessTable.Of(r, needs) : Reach.None;
            if (reach == Reach.None) return HttpStatusCode.Forbidden;
            if (row.Kind != Kind.Nothing && !Reaches(reach, near)) return HttpStatusCode.NotFound;
        }

        return row.Answer switch
        {
            Answer.Elsewhere => HttpStatusCode.Redirect,
            Answer.NotThere => HttpStatusCode.NotFound,
            _ => HttpStatusCode.OK,
        };
    }

    private static bool Reaches(Reach reach, Nearness near) => near switch
    {
        Nearness.Own => reach >= Reach.Own,
        Nearness.OwnTeam => reach >= Reach.Team,
        Nearness.OtherTeam => reach >= Reach.Service,
        Nearness.OtherService => reach == Reach.Council,
        _ => false,
    };
}
