using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload;

public sealed class Scoring_a_caseload : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Stores_what_was_changed_and_says_how_many()
    {
        var form = await Form("Agreed");
        Give(form, "A-11", 1, 1, 1, 1, 1, 1);
        Give(form, "A-12", 3, 3, null, null, null, null);
        var answer = await form.Send();
        answer.LeadsTo($"{Address}?View=Agreed&At=1&Saved=2&NotWhole=1");
        var page = await form.Client.Read(answer.Headers.Location!.OriginalString);
        Assert.Equal("2 cases scored. 1 of them is not scored until all six factors are given.",
            page.QuerySelector(".govuk-notification-banner__heading").Says());
        await _council.Ask(async db =>
        {
            Assert.Equal(1, (await db.Cases.SingleAsync(c => c.Reference == "A-11")).Tier);
            Assert.Null((await db.Cases.SingleAsync(c => c.Reference == "A-12")).Tier);
            Assert.Equal(12,
                await db.Scores.CountAsync(s => s.By == ScoreBy.Agreed
                && db.Cases.Any(c => c.Id == s.CaseId && c.Reference.StartsWith("A-"))));
        });
    }

    [Fact]
    public async Task Takes_no_new_score_of_a_case_that_was_left_alone()
    {
        var form = await Form("Agreed");
        (await form.Send()).LeadsTo($"{Address}?View=Agreed&At=1&Saved=0&NotWhole=0");
    }

    [Fact]
    public async Task Takes_a_score_that_stands_as_one_of_today()
    {
        var form = await Form("Agreed");
        form.Fields[form.Name("A-01", "Stands")] = "true";
        (await form.Send()).LeadsTo($"{Address}?View=Agreed&At=1&Saved=1&NotWhole=0");
        Assert.DoesNotContain("Due a new score", (await form.Client.Read(Address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stores_nothing_when_somebody_else_was_first_and_shows_their_score()
    {
        var (first, second) = (await Form("Supervisor"), await Form("Supervisor"));
        Give(first, "A-01", 2, 2, 2, 2, 2, 2);
        Give(second, "A-01", 1, 1, 1, 1, 1, 1);
        Give(second, "A-02", 1, 1, 1, 1, 1, 1);
        await first.Send();
        var refused = await second.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.StartsWith("Case A-01 has been scored by Grace Adeyemi", page.QuerySelector(".govuk-error-summary__list li").Says(),
            StringComparison.Ordinal);
        Assert.Contains(page.All("fieldset p"), p => p.StartsWith("Now stands: 2 2 2 2 2 2, tier 2", StringComparison.Ordinal));
        Assert.Equal($"#{page.QuerySelector(".fl-score--wrong")!.Id}",
            page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        await _council.Ask(async db => Assert.Equal(1, await db.Scores.CountAsync(s => s.By == ScoreBy.Supervisor)));
    }

    [Fact]
    public async Task Names_the_case_whose_factor_can_not_be_read()
    {
        var form = await Form("Agreed");
        form.Fields[form.Name("A-02", "Factors[0]")] = "4";
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["Case A-02: give each factor 1, 2 or 3, or leave it out."], (await refused.Read())
            .All(".govuk-error-summary__list li"));
    }

    [Fact]
    public async Task Refuses_a_case_that_is_in_another_caseload()
    {
        var form = await Form("Agreed");
        form.Fields[form.Name("A-01", "Case")] = _council.Case("P-01").ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Send()).StatusCode);
    }

    [Fact]
    public async Task Lets_a_practitioner_give_only_their_own_view()
    {
        var grace = await _council.Practitioner("S1");
        var page = await grace.Read("/my-work/score?View=Agreed");
        Assert.Equal("Practitioner’s view", page.QuerySelector("h2").Says());
        Assert.Equal(HttpStatusCode.NotFound, (await grace.GetAsync($"/people/{_council.Person("S2")}/score")).StatusCode);
    }

    [Fact]
    public async Task Is_not_there_for_a_manager_of_another_team() =>
        Assert.Equal(HttpStatusCode.NotFound,
            (await (await _council.Manager()).GetAsync($"/people/{_council.Person("S6")}/score")).StatusCode);

    [Fact]
    public async Task Is_closed_to_HR() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await _council.Site.As(Role.HumanResources).GetAsync(Address)).StatusCode);

    private string Address => $"/people/{_council.Person("S1")}/score";

    private async Task<OpenForm> Form(string view) => await OpenForm.Open(await _council.Manager(), $"{Address}?View={view}");

    private static void Give(OpenForm form, string reference, params int?[] factors)
    {
        foreach (var (at, value) in factors.Index())
            form.Fields[form.Name(reference, $"Factors[{at}]")] = value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
