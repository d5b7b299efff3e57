using Fairload.App.Caseload.Plans;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;

namespace Fairload.App.Demo;

/// <summary>Plans for loads over the line as councils have them: one agreed to, one not, one whose day has passed, and loads without any;
/// and what workers say that a score misses.</summary>
internal sealed class DemoPlans(DemoDesks desks, DemoReaders people, DateOnly today)
{
    private static readonly string[] Reasons =
        ["Two colleagues are away, and their cases stayed with the team.", "Three families with many children came in one month."];

    /// <summary>Some days before today: a plan that will be overdue.</summary>
    public async Task MakeTheFirst(CancellationToken stop)
    {
        var over = (await Over(stop)).FirstOrDefault(l => l.Person.Teams.All(t => t.Team.Id != people.Team));
        if (over is not null) await Make(over, Reasons[0], "Four cases go to whoever starts in March.", today.AddDays(-1), stop);
    }

    public async Task Make(CancellationToken stop)
    {
        var own = (await Over(stop)).Where(l => l.Plan is null && l.Person.Teams.Any(t => t.Team.Id == people.Team)).ToList();
        if (own.Count > 0)
        {
            await Make(own[0], Reasons[0], "Two cases go to colleagues with room by Friday.\nNo new cases for three weeks.", today.AddDays(42), stop);
            await Answer(own[0], PlanAnswer.Agrees, "", stop);
        }

        if (own.Count > 1)
        {
            await Make(own[1], Reasons[1], "No new cases for two weeks.", today.AddDays(21), stop);
            await Answer(own[1], PlanAnswer.Dissents, "Two weeks without new cases move nothing: the court dates are in January.", stop);
        }

        await Ask(stop);
    }

    private async Task<IReadOnlyList<OverLine>> Over(CancellationToken stop) =>
        (await desks.Ask((LoadPlanDesk desk) => desk.Over(people.Principal, stop))).Lines;

    private async Task Make(OverLine line, string reason, string steps, DateOnly belowBy, CancellationToken stop)
    {
        var said = new PlanSaid(reason, steps, belowBy);
        (await desks.Ask((LoadPlanDesk desk) => desk.Make(line.Person.Worker.Id, said, line.Plan?.Id, people.Principal, stop))).OfTheDemo();
    }

    private async Task Answer(OverLine line, PlanAnswer answer, string words, CancellationToken stop)
    {
        var worker = await DemoReaders.As(desks, line.Person.Worker.Id, stop);
        var plan = (await desks.Ask((LoadPlanDesk desk) => desk.Mine(worker, stop)))!.Plan!;
        (await desks.Ask((LoadPlanDesk desk) => desk.Answer(plan.Id, answer, words, worker, stop))).OfTheDemo();
    }

    /// <summary>One is answered, one waits.</summary>
    private async Task Ask(CancellationToken stop)
    {
        var scored = (await desks.Ask((ScoreQuestionDesk desk) => desk.Due(people.Manager, stop)))
            .Where(d => d.Holder.Id != people.Manager.Worker).DistinctBy(d => d.Holder.Id).Take(2).ToList();
        string[] misses = ["Visits are two hours away, and the score does not see the road.", "Four agencies have to agree on everything."];
        foreach (var (at, due) in scored.Index())
        {
            var worker = await DemoReaders.As(desks, due.Holder.Id, stop);
            (await desks.Ask((ScoreQuestionDesk desk) => desk.Ask(due.CaseId, misses[at], worker, stop))).OfTheDemo();
        }

        if (scored.Count == 0) return;
        var first = (await desks.Ask((ScoreQuestionDesk desk) => desk.Of(scored[0].CaseId, people.Manager, stop)))!.Open!.Question;
        (await desks.Ask((ScoreQuestionDesk desk) => desk.Reply(
            scored[0].CaseId, first.Id, ScoreAnswer.Stands, "The travel band counts the road already: see the parts of the load.",
            people.Manager, stop))).OfTheDemo();
    }
}
