using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Calibration;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload.Calibration;

public sealed class Calibrating : IAsyncLifetime
{
    private const int Chosen = 5;

    private readonly Sampleshire _council = new();

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Goes_from_opening_to_what_came_of_it_without_anybodys_name()
    {
        var principal = await SignedIn.As(_council.Site, Role.PrincipalSocialWorker);
        var round = await Opened(principal);
        Assert.Contains("5 vignettes to score by 30 November 2026. Go on", (await principal.Read("/")).All("main li"));
        await ScoreAll(principal, round, [1, 1, 1, 1, 1]);
        await ScoreAll(await _council.Manager(), round, [1, 2, 2, 2, 3]);
        await ScoreAll(await Manager(), round, [1, 2, 2, 2, 3]);
        await ScoreAll(await Manager(), round, [1, 2, 3, 2, 3]);

        var waits = await principal.Read($"/calibration/{round}/results");
        Assert.Contains("Until it ends nobody sees what others gave.", waits.QuerySelector(".govuk-inset-text").Says(),
            StringComparison.Ordinal);
        var end = await OpenForm.Open(principal, $"/calibration/{round}");
        (await end.SendTo($"/calibration/{round}/end")).LeadsTo($"/calibration/{round}/results");

        var page = await principal.Read($"/calibration/{round}/results");
        Assert.Equal("4 people finished. They put 1 of 5 vignettes in the same tier, and 2 in both tier 1 and tier 3.",
            page.QuerySelector(".fl-lead").Says());
        Assert.Contains("The boy who will not go to school 1 2 1 tier 1", page.All("tbody tr"));
        Assert.DoesNotContain("Marsh", page.QuerySelector("main").Says(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_to_the_next_and_keeps_what_was_typed_when_a_factor_is_missing()
    {
        var principal = await SignedIn.As(_council.Site, Role.PrincipalSocialWorker);
        var round = await Opened(principal);
        var form = await OpenForm.Open(principal, $"/calibration/{round}/children-01");
        for (var at = 0; at < 5; at++) form.Fields[$"Factors[{at}]"] = "2";
        var refused = await form.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.StartsWith("Give all six factors", page.QuerySelector(".govuk-error-summary__list li").Says(), StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("input[checked]").Length);
        await _council.Ask(async db => Assert.False(await db.Set<CalibrationAnswer>().AnyAsync()));

        form.Fields["Factors[5]"] = "2";
        (await form.Send()).LeadsTo($"/calibration/{round}/children-02");
        Assert.Contains("you: tier 2", (await principal.Read($"/calibration/{round}")).QuerySelector("main ul li").Says(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_a_last_day_and_five_vignettes()
    {
        var form = await OpenForm.Open(await SignedIn.As(_council.Site, Role.PrincipalSocialWorker), "/calibration/new");
        form.Fields["Vignettes[0]"] = "children-01";
        var refused = await form.Send();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(
            ["Choose at least 5 vignettes: of fewer an agreement says nothing", "Enter the last day on which it can be scored"],
            (await refused.Read()).All(".govuk-error-summary__list li").Order());
    }

    private static async Task<string> Opened(HttpClient principal)
    {
        var form = await OpenForm.Open(principal, "/calibration/new");
        for (var n = 0; n < Chosen; n++) form.Fields[$"Vignettes[{n}]"] = $"children-{n + 1:00}";
        (form.Fields["ClosesOn-day"], form.Fields["ClosesOn-month"], form.Fields["ClosesOn-year"]) = ("30", "11", "2026");
        var answer = await form.Send();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private Task<HttpClient> Manager() => SignedIn.As(_council.Site, Role.TeamManager, _council.Riverside.Id);

    private static async Task ScoreAll(HttpClient who, string round, int[] tiers)
    {
        foreach (var (at, tier) in tiers.Index())
        {
            var form = await OpenForm.Open(who, $"/calibration/{round}/children-{at + 1:00}");
            for (var factor = 0; factor < 6; factor++) form.Fields[$"Factors[{factor}]"] = $"{tier}";
            Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
        }

        var finish = await OpenForm.Open(who, $"/calibration/{round}");
        (await finish.SendTo($"/calibration/{round}?handler=Finish")).LeadsTo($"/calibration/{round}");
    }
}
