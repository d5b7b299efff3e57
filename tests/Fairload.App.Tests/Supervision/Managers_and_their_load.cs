using Fairload.App.Allocation;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.Supervision;
using Fairload.App.Tests.Imports;
using Fairload.App.Workforce.Posts;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Posts;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Supervision;

public sealed class Managers_and_their_load
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_told_by_hand_for_each_with_the_same_span_as_the_health_check(string engine)
    {
        await using var here = await Filled(engine);
        var view = await here.Council.Ask((ManagersDesk desk) => desk.All(Supervising.Principal, default));
        var kate = Assert.Single(view.Managers);
        Assert.Equal(("Kate Marsh", "Riverside", 3, 3m), (kate.Worker.Name, kate.Teams[0].Name, kate.Span.People, kate.Span.Fte));
        Assert.Equal((1, 0, 0, 0), (kate.Span.NewlyQualified, kate.Span.Agency, kate.Span.Students, kate.Span.FteNotKnown));
        // Tom weekly since two weeks, Grace monthly; of Ngozi no start is known.
        Assert.Equal((Math.Round((52m / 12) + 1, 4), 1), (Math.Round(kate.Span.SessionsAMonth, 4), kate.Span.SessionsNotKnown));
        Assert.Equal((1, new ManagerDecisions(1, 0, 0)), (kate.Cases, kate.Decisions));
        Assert.Equal((0, 0, 1, 0.5m), (kate.TransfersOut, kate.TransfersIn, kate.Vacancies, kate.VacantFte));
        Assert.Equal((new DateOnly(2026, 10, 20), false), (view.Since, view.IsOwn));

        var measured = (await here.Council.Ask((MeasureDesk desk) => desk.One("managers-span", Supervising.Principal, default)))!;
        Assert.Equal((3m, 1m), (measured.Reading.Council.Numerator, measured.Reading.Council.Denominator));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Counts_supervision_that_falls_due_and_is_late(string engine)
    {
        await using var here = await Filled(engine);
        // Grace has had her session of November. Tom had one in his first week, none in his second, and his third has begun.
        await here.Held("1001", new(2026, 11, 10), 95);
        await here.Held("1002", new(2026, 11, 3), 90);
        Assert.Equal((1, 1), await Supervision());
        await here.Held("1002", Supervising.Today, 90);
        Assert.Equal((0, 0), await Supervision());

        async Task<(int Due, int Late)> Supervision()
        {
            var span = (await here.Council.Ask((ManagersDesk desk) => desk.All(here.Kate, default))).Managers[0].Span;
            return (span.Due, span.Late);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_shown_to_a_manager_for_themselves_and_to_nobody_who_does_not_answer_for_loads(string engine)
    {
        await using var here = await Filled(engine);
        var own = await here.Council.Ask((ManagersDesk desk) => desk.All(here.Kate, default));
        Assert.Equal(("Kate Marsh", true), (Assert.Single(own.Managers).Worker.Name, own.IsOwn));
        var other = new Reader("Another", Id<Worker>.New(), here.Kate.Grants);
        Assert.Empty((await here.Council.Ask((ManagersDesk desk) => desk.All(other, default))).Managers);
        var adults = new Reader("Head", null, [new(Role.HeadOfService, null, "Adults")]);
        Assert.Empty((await here.Council.Ask((ManagersDesk desk) => desk.All(adults, default))).Managers);
        var head = new Reader("Head", null, [new(Role.HeadOfService, null, "Safeguarding")]);
        Assert.Single((await here.Council.Ask((ManagersDesk desk) => desk.All(head, default))).Managers);
        foreach (var reader in new[] { here.Grace, Council.Analyst, new("HR", null, [new(Role.HumanResources)]) })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => here.Council.Ask((ManagersDesk desk) => desk.All(reader, default)));
        }
    }

    private static async Task<Supervising> Filled(string engine)
    {
        var here = await Supervising.On(engine);
        await here.Council.Import(
            ImportKind.Cases,
            Council.Csv(
                Extracts.CaseHeader,
                "R-1,child in need,Children,01/03/2026,,,Riverside,Kate Marsh,05/03/2026,",
                "R-2,child in need,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
                "R-3,child in need,Children,01/03/2026,,,Riverside,,,"),
            "2026-11-07");
        var waiting = await here.Council.Case("R-3");
        var view = (await here.Council.Ask((AllocationDesk desk) => desk.Case(waiting, true, here.Kate, default)))!;
        Council.Good(await here.Council.Ask((AllocationDesk desk) =>
            desk.Decide(new(waiting, view.Answer.Best[0].Worker, "", "", true), here.Kate, default)));
        var riverside = await here.Council.Db(db => db.Teams.Where(t => t.Name == "Riverside").Select(t => t.Id).SingleAsync());
        var vacancy = new VacancyFacts(riverside, "Social worker", 0.5m, new(2026, 10, 1), null, null, null);
        Council.Good(await here.Council.Ask((VacancyDesk desk) => desk.Enter(vacancy, here.Kate, default)));
        return here;
    }
}
