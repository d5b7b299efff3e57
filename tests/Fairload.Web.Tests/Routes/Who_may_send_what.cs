using System.Net;
using AngleSharp.Html.Dom;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Imports;
using Fairload.Core.Supervision;
using Fairload.Core.Supervision.Sessions;
using Fairload.Web.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Routes;

/// <summary>Every role at every form: without the token of a page of ours, and with it for what is not theirs.</summary>
[Collection(TheCouncil.Walked)]
public sealed class Who_may_send_what(TheCouncil council)
{
    public static TheoryData<Role?> Everybody { get; } = [.. Cast.Roles];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Is_refused_without_the_token_of_one_of_our_pages(Role? role)
    {
        var who = await council.Play(council.Site, role);
        using var client = council.Site.Client(who);
        var before = await Written();
        foreach (var form in RouteTable.Forms.Where(f => !f.ByCode))
        {
            using var answer = await client.PostAsync(form.At(council.Records.Example(form.Kind)), Fields([]));
            var expected = May(role, form) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden;
            Assert.Equal((form.Pattern, expected), (form.Pattern, answer.StatusCode));
        }

        Assert.Equal(before, await Written());
    }

    [Theory, MemberData(nameof(Everybody))]
    public async Task Is_refused_for_what_is_not_theirs(Role? role)
    {
        var who = await council.Play(council.Site, role);
        using var client = council.Site.Client(who);
        var token = await Token(client);
        var before = await Written();
        var wrong = new List<string>();
        foreach (var form in RouteTable.Forms.Where(f => f.Needs is not null && (f.Kind != Kind.Nothing || !May(role, f))))
        {
            foreach (var near in Enum.GetValues<Nearness>())
            {
                if (council.Records.Of(form.Kind, near, who) is not { } key) continue;
                if (May(role, form) && !IsForeign(role!.Value, form, near)) continue;

                var expected = May(role, form) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
                using var answer = await client.PostAsync(form.At(key), Fields([("__RequestVerificationToken", token)]));
                if (answer.StatusCode == expected) continue;
                wrong.Add($"{role} at {form.At(key)} ({near}): {(int)answer.StatusCode} and not {(int)expected}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await Written());
    }

    [Fact]
    public async Task Does_not_let_a_manager_score_a_case_of_another_team_by_the_form_of_their_own()
    {
        var who = await council.Play(council.Site, Role.TeamManager);
        using var client = council.Site.Client(who);
        var token = await Token(client);
        var mine = council.Records.Of(Kind.Worker, Nearness.OwnTeam, who)!;
        var theirs = council.Records.Of(Kind.Case, Nearness.OtherTeam, who)!;
        var before = await Written();

        using var answer = await client.PostAsync($"/people/{mine}/score", Score(token, theirs));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(before, await Written());
    }

    [Fact]
    public async Task Does_not_let_a_practitioner_give_the_agreed_score()
    {
        var who = await council.Play(council.Site, Role.Practitioner);
        using var client = council.Site.Client(who);
        var mine = council.Records.Of(Kind.Case, Nearness.Own, who)!;
        var agreed = await Agreed();

        using var answer = await client.PostAsync("/my-work/score", Score(await Token(client), mine));

        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(agreed, await Agreed());

        Task<int> Agreed() => council.Site.Ask(db => db.Scores.CountAsync(s => s.By == Core.Caseload.ScoreBy.Agreed));
    }

    [Fact]
    public async Task Is_not_settled_by_a_token_that_was_made_for_somebody_else()
    {
        var one = await council.Play(council.Site, Role.Administrator);
        var other = await council.Play(council.Site, Role.Administrator);
        using var theirs = council.Site.Client(one);
        using var client = council.Site.Client(other);
        var token = await Token(theirs);
        var cookie = theirs.DefaultRequestHeaders.GetValues("Cookie").Single().Split("; ")[1];
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        var form = Fields([("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync($"/accounts/{one.Account}?handler=Disable", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static bool May(Role? role, FormRow form) =>
        form.Needs is not { } needs || needs == Permission.OwnAccount || (role is { } r && AccessTable.Of(r, needs) != Reach.None);

    private static bool IsForeign(Role role, FormRow form, Nearness near) => near switch
    {
        Nearness.Own => false,
        Nearness.OwnTeam => AccessTable.Of(role, form.Needs!.Value) < Reach.Team,
        Nearness.OtherTeam => AccessTable.Of(role, form.Needs!.Value) < Reach.Service,
        Nearness.OtherService => AccessTable.Of(role, form.Needs!.Value) < Reach.Council,
        _ => true,
    };

    private static FormUrlEncodedContent Fields(IReadOnlyList<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static FormUrlEncodedContent Score(string token, string one) => Fields(
    [
        ("__RequestVerificationToken", token), ("View", "Agreed"), ("Lines[0].Case", one),
        .. Enumerable.Range(0, 6).Select(i => ($"Lines[0].Factors[{i}]", "3")),
    ]);

    /// <summary>Every page has a form to sign out by; its token is good for every form of the same person.</summary>
    private static async Task<string> Token(HttpClient client)
    {
        using var answer = await client.GetAsync("/account");
        var cookies = answer.Headers.GetValues("Set-Cookie");
        var form = cookies.Single(c => c.StartsWith("fairload-form=", StringComparison.Ordinal)).Split(';')[0];
        var session = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", $"{session}; {form}");
        return ((IHtmlInputElement)(await answer.Read()).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
    }

    /// <summary>What forms could have changed, counted.</summary>
    private Task<string> Written() => council.Site.Ask(async db =>
        $"{await db.Scores.CountAsync()} scores, {await db.Set<AccountGrant>().CountAsync()} roles, " +
        $"{await db.Set<Account>().CountAsync(a => a.Disabled)} disabled, {await db.Set<ImportRun>().CountAsync(r => r.State == ImportState.Applied)} held, " +
        $"{await db.Set<TransferStep>().CountAsync()} steps, {await db.Set<PanelBooking>().CountAsync(b => b.FreedAt == null)} booked, " +
        $"{await db.Set<SupervisionSession>().SumAsync(s => s.Version + 1)} of supervision, {await db.Set<SupervisionAgreement>().CountAsync()} agreements");
}
