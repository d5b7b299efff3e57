using Fairload.App;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.Web.Tests.Surveys;

/// <summary>Thirty people in two teams are asked; whoever has a code answers.</summary>
internal static class AskedStaff
{
    public static async Task<SurveyRound> Asked(this TheSite site, RoundMode mode = RoundMode.PersonalCodes)
    {
        var today = site.Clock.UkToday;
        await using var scope = site.Scope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<FairloadDb>();
        if (!await db.Workers.AnyAsync())
        {
            var number = 0;
            foreach (var (name, count) in new[] { ("Ash", 9), ("Cedar", 36) })
            {
                var team = Team.Open(name, "Children", "Council", null, null, null);
                db.Add(team);
                for (var n = 0; n < count; n++)
                {
                    number++;
                    var facts = new WorkerFacts($"S{number}", $"Person {number}", Role: "Social worker", Email: $"p{number}@x.org");
                    var worker = Worker.Join(facts, null);
                    db.AddRange(worker, new Membership(Id<Membership>.New(), worker.Id, team.Id, 1, null, null, null));
                }
            }

            await db.SaveChangesAsync();
        }

        var plan = new RoundPlan("pulse", mode, today, today.AddDays(14), 10, 20, [BackgroundQuestion.Contract], "Ola Reed, room 3");
        var planned = Good(await services.GetRequiredService<RoundDesk>().Plan(plan, Reader.AtTheMachine, default));
        return Good(await services.GetRequiredService<OpeningDesk>().Open(planned.Id, "http://localhost", Reader.AtTheMachine, default));
    }

    /// <summary>A round of which two dozen answered, closed and let out.</summary>
    public static async Task<Id<SurveyRound>> Released(this IServiceProvider site, RoundPlan plan)
    {
        var round = await site.Answered(plan);
        await using var scope = site.CreateAsyncScope();
        Good(await scope.ServiceProvider.GetRequiredService<OpeningDesk>().Close(round, Reader.AtTheMachine, default));
        Good(await scope.ServiceProvider.GetRequiredService<ReleaseDesk>().Release(round, Reader.AtTheMachine, default));
        return round;
    }

    /// <summary>Open, and answered at a kiosk by twenty-four people of the largest team.</summary>
    public static async Task<Id<SurveyRound>> Answered(this IServiceProvider site, RoundPlan plan)
    {
        await using var scope = site.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (rounds, opening, responding) = (services.GetRequiredService<RoundDesk>(), services.GetRequiredService<OpeningDesk>(),
            services.GetRequiredService<RespondingDesk>());
        var round = Good(await rounds.Plan(plan, Reader.AtTheMachine, default));
        round = Good(await opening.Open(round.Id, "http://localhost", Reader.AtTheMachine, default));
        var steward = Good(await opening.Unlock(round.Id, Reader.AtTheMachine, default));
        for (var n = 0; n < 24; n++)
        {
            var place = Good(await responding.Find(steward.Text, begins: true, default));
            var unit = place.Units.MaxBy(u => u.People)!.Number;
            var answers = place.Asked.Items.Index().ToDictionary(i => i.Item.Code, i => new[] { $"{1 + ((i.Index + n) % 5)}" });
            var said = new Dictionary<string, string> { [Background.Unit] = $"{unit}" };
            Good(await responding.Send(place, new($"{n:00000000000000000000000000000000}", answers, said), default));
        }

        return round.Id;
    }

    /// <summary>Codes that were sent and that nobody has used.</summary>
    public static async Task<IReadOnlyList<string>> Codes(this TheSite site, SurveyRound round)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<FairloadDb>().Set<RoundDelivery>()
            .Where(d => d.RoundId == round.Id).OrderBy(d => d.Code).Select(d => d.Code).ToListAsync();
    }

    public static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);
}
