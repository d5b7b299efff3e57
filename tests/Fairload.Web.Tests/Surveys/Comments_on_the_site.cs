using System.Net;
using AngleSharp.Html.Dom;
using Fairload.App;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Surveys;

public sealed class Comments_on_the_site(TheSite site) : IClassFixture<TheSite>
{
    [Fact]
    public async Task Are_read_by_two_let_out_and_shown_to_a_manager()
    {
        var here = $"/surveys/{await Closed()}/comments";
        using var first = site.As(Role.PrincipalSocialWorker);
        using var second = site.As(Role.Director);
        using var manager = site.As(Role.TeamManager);
        foreach (var address in new[] { here + "/read", here + "/steps" })
            Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync(address)).StatusCode);
        using var union = site.As(Role.UnionRepresentative);
        Assert.Equal(HttpStatusCode.NotFound, (await union.GetAsync(here + "/read")).StatusCode);
        Assert.Contains("No comments of this survey have been let out",
            (await manager.Read(here)).QuerySelector("main").Says(), StringComparison.Ordinal);

        await ReadAll(first, here);
        await ReadAll(second, here);
        Assert.Contains("4 have been read by two people",
            (await second.Read(here + "/read")).QuerySelector("main").Says(), StringComparison.Ordinal);
        var steps = await OpenForm.Open(first, here + "/steps");
        Assert.Equal(HttpStatusCode.Redirect, (await steps.SendTo(here + "/steps?handler=Release")).StatusCode);

        var shown = await manager.Read(here);
        Assert.Equal(4, shown.QuerySelectorAll(".fl-note").Length);
        Assert.Contains("Children", shown.All("h3"));
        Assert.DoesNotContain("Sarah", shown.QuerySelector("main").Says(), StringComparison.Ordinal);
        Assert.Contains("[…] ended my wait 3", shown.All(".fl-note"));

        Assert.Equal(HttpStatusCode.Redirect, (await steps.SendTo(here + "/steps?handler=Purge")).StatusCode);
        Assert.Contains("It was destroyed on", (await first.Read(here + "/steps")).QuerySelector("main").Says(), StringComparison.Ordinal);
    }

    /// <summary>The first is refused once for each kind of mistake, and loses nothing of what was typed.</summary>
    private static async Task ReadAll(HttpClient reader, string here)
    {
        while ((await reader.Read(here + "/read")).QuerySelector("textarea") is IHtmlTextAreaElement area)
        {
            var form = await OpenForm.Open(reader, here + "/read");
            // Without script there is nothing to press that does nothing.
            var page = await reader.Read(here + "/read");
            Assert.True(page.QuerySelector("[data-leave-out='Text']")!.HasAttribute("hidden"));
            Assert.Equal(
                page.QuerySelectorAll("[name='Reasons']").Select(r => r.GetAttribute("value")),
                page.QuerySelectorAll("button[data-reason][type='button']").Select(b => b.GetAttribute("data-reason")));
            form.Fields["What"] = "show";
            form.Fields["HasToAct"] = "no";
            if (area.Value.Contains("Sarah", StringComparison.Ordinal))
            {
                form.Fields["Text"] = area.Value.Replace("Sarah", "Tom", StringComparison.Ordinal);
                form.Fields["Reasons"] = "NamesSomebody";
                var refused = await form.Send();
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
                var again = await refused.Read();
                Assert.Contains("this is not what was written", again.QuerySelector(".govuk-error-summary").Says(),
                    StringComparison.Ordinal);
                Assert.Equal(form.Fields["Text"], ((IHtmlTextAreaElement)again.QuerySelector("textarea")!).Value);
                form.Fields["Text"] = area.Value.Replace("Sarah", "[...]", StringComparison.Ordinal);
            }

            Assert.Equal(HttpStatusCode.Redirect, (await form.Send()).StatusCode);
        }
    }

    [Fact]
    public async Task Are_announced_before_the_first_question_with_what_becomes_of_words_of_harm()
    {
        var round = await Closed();
        using var union = site.As(Role.UnionRepresentative);
        var promise = (await union.Read($"/surveys/{round}/promise")).QuerySelector("main").Says();
        Assert.Contains("If you write of harm to yourself or to somebody else, those who read it pass it on to Ola Reed, room 3", promise, StringComparison.Ordinal);
        Assert.Contains("after two people have read it", promise, StringComparison.Ordinal);
    }

    private async Task<Id<SurveyRound>> Closed()
    {
        await using var scope = site.Scope();
        var services = scope.ServiceProvider;
        var (db, today) = (services.GetRequiredService<FairloadDb>(), site.Clock.UkToday);
        if (!db.Workers.Any())
        {
            var team = Team.Open("Cedar", "Children", "Council", null, null, null);
            db.Add(team);
            foreach (var number in Enumerable.Range(1, 20))
            {
                var worker = Worker.Join(new($"S{number}", $"Person {number}", Role: "Social worker", Email: $"p{number}@x.org"), null);
                db.AddRange(worker, new Membership(Id<Membership>.New(), worker.Id, team.Id, 1, null, null, null));
            }

            await db.SaveChangesAsync();
        }

        var plan = new RoundPlan("practitioner-health-check", RoundMode.Kiosk, today, today.AddDays(14), 10, 15, [], "Ola Reed, room 3");
        var (rounds, opening) = (services.GetRequiredService<RoundDesk>(), services.GetRequiredService<OpeningDesk>());
        var round = AskedStaff.Good(await rounds.Plan(plan, Reader.AtTheMachine, default));
        AskedStaff.Good(await opening.Open(round.Id, "http://localhost", Reader.AtTheMachine, default));
        var steward = AskedStaff.Good(await opening.Unlock(round.Id, Reader.AtTheMachine, default));
        var responding = services.GetRequiredService<RespondingDesk>();
        var place = AskedStaff.Good(await responding.Find(steward.Text, true, default));
        foreach (var number in Enumerable.Range(1, 18))
        {
            var answers = place.Asked.Items.Where(i => i.Kind == ItemKind.Scale)
                .ToDictionary(i => i.Code, i => new[] { $"{place.Asked.ScaleOf(i).Options[number % 5].Value}" });
            if (number <= 4) answers[place.Asked.Items.First(i => i.Kind == ItemKind.Text).Code] = [$"Sarah ended my wait {number}"];
            AskedStaff.Good(await responding.Send(
                place, new($"{number:D32}", answers, new Dictionary<string, string> { [Background.Unit] = "1" }), default));
        }

        AskedStaff.Good(await opening.Close(round.Id, Reader.AtTheMachine, default));
        AskedStaff.Good(await services.GetRequiredService<ReleaseDesk>().Release(round.Id, Reader.AtTheMachine, default));
        return round.Id;
    }
}
