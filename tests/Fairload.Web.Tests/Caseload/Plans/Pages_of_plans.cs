using System.Net;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;
using Fairload.Web.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.Web.Tests.Caseload.Plans;

/// <summary>Grace Adeyemi is over the line; Kate Marsh manages her team.</summary>
public sealed class Pages_of_plans : IAsyncLifetime
{
    private readonly Sampleshire _council = new();

    private string Plan => $"/people/{_council.Person("S1")}/plan";

    public Task InitializeAsync() => _council.InitializeAsync();

    public Task DisposeAsync() => _council.DisposeAsync();

    [Fact]
    public async Task Lead_from_the_first_page_to_a_plan_that_the_worker_answers()
    {
        var (manager, grace) = (await _council.Manager(), await _council.Practitioner("S1"));
        Assert.Contains(await Lines(manager), l => l.StartsWith("1 load over the line needs a plan by", StringComparison.Ordinal));
        var list = await manager.Read("/over-the-line");
        Assert.Equal(["Needs a plan"], list.All("main h2"));
        Assert.Contains(list.QuerySelectorAll("main th a"), a => a.GetAttribute("href") == Plan);
        var person = await manager.Read($"/people/{_council.Person("S1")}");
        Assert.Contains(person.QuerySelectorAll("main a"), a => a.GetAttribute("href") == Plan);

        var form = await OpenForm.Open(manager, Plan);
        form.Fields["Reason"] = "Two people are away";
        var wrong = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.Read();
        Assert.Equal(
            ["Say what is done about it, and by whom", "Enter the day by which the load is below the line again"],
            page.All(".govuk-error-summary__list li"));
        Assert.Equal("Two people are away", page.QuerySelector("textarea[name=Reason]").Says());
        form.Fields["Steps"] = "Three cases go to Hilltop";
        (form.Fields["BelowBy-day"], form.Fields["BelowBy-month"], form.Fields["BelowBy-year"]) = ("1", "2", "2027");
        (await form.Send()).LeadsTo(Plan);
        (await form.Send()).LeadsTo(Plan);
        await _council.Ask(async db => Assert.Equal(1, await db.Set<LoadPlan>().CountAsync()));

        Assert.Contains(
            await Lines(grace), l => l.EndsWith("has made a plan for your load. Say whether you agree.", StringComparison.Ordinal));
        var answer = await OpenForm.Open(grace, "/my-work/plan");
        answer.Fields["Answer"] = nameof(PlanAnswer.Dissents);
        var mute = await (await answer.Send()).Read();
        Assert.Equal(["Say in a sentence what you do not agree with"], mute.All(".govuk-error-summary__list li"));
        answer.Fields["Words"] = "Three are not <enough>";
        (await answer.Send()).LeadsTo("/my-work/plan");
        var seen = await manager.Read(Plan);
        Assert.Contains(seen.All(".govuk-summary-list__value"), v => v.EndsWith("Three are not <enough>", StringComparison.Ordinal));
        Assert.Contains("The worker does not agree", (await manager.Read("/over-the-line")).All("main td div"));
        var file = await manager.GetStringAsync("/over-the-line?table=1");
        Assert.Contains("Adeyemi, Grace", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Two people are away", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_found_by_nobody_outside_the_line()
    {
        var other = await SignedIn.As(_council.Site, Role.TeamManager, _council.Hilltop.Id);
        var colleague = await _council.Practitioner("S2");
        var union = await SignedIn.As(_council.Site, Role.UnionRepresentative);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Plan)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync(Plan)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await union.GetAsync("/over-the-line")).StatusCode);
    }

    [Fact]
    public async Task Show_what_a_worker_asks_about_a_score_and_the_answer()
    {
        var (manager, grace) = (await _council.Manager(), await _council.Practitioner("S1"));
        var address = $"/cases/{_council.Case("A-01")}";
        Assert.Contains("Does the score miss something?", (await grace.Read(address)).All("main a"));
        var ask = await OpenForm.Open(grace, $"{address}/score");
        Assert.Equal(["Say what the score misses"], (await (await ask.Send()).Read()).All(".govuk-error-summary__list li"));
        ask.Fields["Misses"] = "Two hours on the road";
        (await ask.Send()).LeadsTo(address);

        Assert.Contains(await Lines(manager), l => l.StartsWith("1 worker asks for a score to be looked at.", StringComparison.Ordinal));
        Assert.Contains((await manager.Read("/scores-due")).All("main th"), t => t == "A-01");
        var reply = await OpenForm.Open(manager, $"{address}/score");
        reply.Fields["Answer"] = nameof(ScoreAnswer.Stands);
        reply.Fields["Reason"] = "Travel is in the band";
        (await reply.SendTo($"{address}/score?handler=Reply")).LeadsTo(address);
        var answered = await grace.Read($"{address}/score");
        Assert.Contains("Travel is in the band", answered.QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.DoesNotContain(await Lines(manager), l => l.StartsWith("1 worker asks", StringComparison.Ordinal));
        Assert.Contains("A-01", await (await _council.Practitioner("S1")).GetStringAsync("/my-work"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Lines(HttpClient reader) => [.. (await reader.Read("/")).All(".fl-today__says")];
}
