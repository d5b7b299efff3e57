using Fairload.App.Caseload.Plans;
using Fairload.App.Imports;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Plans;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload.Plans;

/// <summary>Grace Adeyemi holds forty cases since two extracts and is over; Tom Bevan holds one.</summary>
public sealed class Plans_for_loads_over_the_line
{
    private static readonly Reader Principal = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);
    private static readonly PlanSaid Said = new("Two people away", "Kate moves ten cases to Hillside", new(2026, 12, 31));

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_asked_for_in_time_made_answered_replaced_and_kept(string engine)
    {
        await using var council = await Filled(engine);
        var (id, grace) = (await Worker(council, "1001"), await council.Practitioner("1001"));
        var line = Assert.Single((await Over(council, Principal)).Lines);
        Assert.Equal(
            ("Grace Adeyemi", new(PlanNeed.MissingLate, new(2026, 11, 2), new(2026, 11, 9))), (line.Person.Worker.Name, line.Standing));

        Council.Good(await Make(council, id, Said, null));
        var plan = (await Mine(council, grace)).Plan!;
        Assert.Equal(("Pat Singh", PlanAnswer.NotYet), (plan.MadeBy, plan.Answer));
        Assert.True(plan.PercentThen > 110);
        Council.Good(await council.Ask((LoadPlanDesk d) => d.Answer(plan.Id, PlanAnswer.Dissents, "Ten are not enough", grace, default)));
        Assert.Equal(PlanNeed.Running, Assert.Single((await Over(council, Principal)).Lines).Standing.Need);

        Council.Good(await Make(council, id, Said with { Steps = "Fifteen cases go" }, plan.Id));
        var view = await Mine(council, grace);
        Assert.Equal(("Fifteen cases go", PlanAnswer.NotYet), (view.Plan!.Steps, view.Plan.Answer));
        var past = Assert.Single(view.Past);
        Assert.Equal((PlanEnd.Replaced, "Ten are not enough"), (past.End!.Value, past.AnswerWords));
        Assert.Contains("nothing was stored", Assert.Single(Council.Refused(await council.Ask((LoadPlanDesk d) =>
            d.Answer(view.Plan.Id, PlanAnswer.Agrees, "", Principal, default)))), StringComparison.OrdinalIgnoreCase);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_told_of_by_the_loads_of_a_day_although_a_log_came_in_after_them(string engine)
    {
        await using var council = await Filled(engine);
        var before = Assert.Single((await Over(council, Principal)).Lines);
        await council.Import(
            ImportKind.Feedback,
            Council.Csv("Number,Kind,Nature,Received on,Team", "F-1,Complaint,Delay,01/11/2026,Riverside"), "2026-11-09");
        var after = Assert.Single((await Over(council, Principal)).Lines);
        Assert.Equal((before.RedWeeks, before.Standing), (after.RedWeeks, after.Standing));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_made_once_by_a_double_click_and_shown_to_the_second_of_two(string engine)
    {
        await using var council = await Filled(engine);
        var id = await Worker(council, "1001");
        Council.Good(await Make(council, id, Said, null));
        Council.Good(await Make(council, id, Said, null));
        Assert.Equal(1, await council.Db(db => db.Set<LoadPlan>().CountAsync()));
        var late = Assert.Single(Council.Refused(await Make(council, id, Said with { Reason = "Another" }, null)));
        Assert.StartsWith("Pat Singh has made another plan meanwhile.", late, StringComparison.Ordinal);
        Assert.Equal(1, await council.Db(db => db.Set<LoadPlan>().CountAsync()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_for_loads_over_the_line_only_and_end_when_they_are_below_again(string engine)
    {
        await using var council = await Filled(engine);
        var (id, tom) = (await Worker(council, "1001"), await Worker(council, "1002"));
        Assert.Equal(
            "The load is not over the line, so it needs no plan", Assert.Single(Council.Refused(await Make(council, tom, Said, null))));
        Council.Good(await Make(council, id, Said, null));
        var plan = (await Of(council, id, Principal))!.Plan!;
        Assert.Equal("Say why the plan is given up", Assert.Single(Council.Refused(await Finish(council, id, plan.Id, ""))));

        await Cases(council, 3, "2026-11-16");
        Assert.Equal(PlanNeed.CanEnd, Assert.Single((await Over(council, Principal)).Lines).Standing.Need);
        Council.Good(await Finish(council, id, plan.Id, ""));
        Assert.Empty((await Over(council, Principal)).Lines);
        Assert.Equal(PlanEnd.BelowTheLine, Assert.Single((await Of(council, id, Principal))!.Past).End);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Are_made_by_the_line_of_management_and_by_nobody_for_themselves(string engine)
    {
        await using var council = await Filled(engine);
        var (id, teams) = (await Worker(council, "1001"), await council.Db(db => db.Teams.ToDictionaryAsync(t => t.Name, t => t.Id)));
        Reader Manager(string team, Id<Worker>? worker = null) => new("A manager", worker, [new(Role.TeamManager, teams[team])]);

        Assert.NotNull(await Of(council, id, Manager("Riverside")));
        Assert.Null(await Of(council, id, Manager("Hillside")));
        Assert.Null(await Of(council, id, Manager("Riverside", id)));
        Assert.Empty((await Over(council, Manager("Hillside"))).Lines);
        Assert.Empty((await Over(council, Manager("Riverside", id))).Lines);
        Assert.Single((await Over(council, new("A head", null, [new(Role.HeadOfService, Service: "Safeguarding")]))).Lines);
        Assert.Empty((await Over(council, new("A head", null, [new(Role.HeadOfService, Service: "Adults")]))).Lines);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Over(council, new("HR", null, [new(Role.HumanResources)])));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stand_beside_what_a_worker_says_that_a_score_misses_and_its_answer(string engine)
    {
        await using var council = await Filled(engine);
        var (one, grace, tom) = (await council.Case("R-1"), await council.Practitioner("1001"), await council.Practitioner("1002"));
        Assert.Null(await council.Ask((ScoreQuestionDesk d) => d.Of(one, tom, default)));
        Council.Good(await Ask(council, one, "Two hours on the road", grace));
        Council.Good(await Ask(council, one, "Two hours on the road", grace));
        Assert.StartsWith(
            "Grace Adeyemi has asked about this score already",
            Assert.Single(Council.Refused(await Ask(council, one, "More", grace))), StringComparison.Ordinal);
        Assert.Equal("Only who holds a case can ask about its score",
            Assert.Single(Council.Refused(await Ask(council, await council.Case("R-3"), "x", new("Pat", await Worker(council, "1002"),
                [new(Role.PrincipalSocialWorker)])))));

        var waits = Assert.Single(await council.Ask((ScoreQuestionDesk d) => d.Waiting(Principal, default)));
        Assert.Equal(new DateOnly(2026, 11, 23), waits.DueOn);
        Assert.Empty(await council.Ask((ScoreQuestionDesk d) => d.Waiting(grace, default)));
        var due = Assert.Single(await council.Ask((ScoreQuestionDesk d) => d.Due(Principal, default)));
        Assert.Equal(("R-1", "Grace Adeyemi", "Two hours on the road"), (due.Reference, due.Holder.Name, due.Asked!.Misses));
        Assert.Equal("Whoever scores the case answers this, and nobody answers their own question",
            Assert.Single(Council.Refused(await Reply(council, one, waits.Id, ScoreAnswer.Stands, grace))));
        Assert.Equal("No score was entered since the worker asked. Score the case first, then answer",
            Assert.Single(Council.Refused(await Reply(council, one, waits.Id, ScoreAnswer.ScoredAgain, Principal))));
        Council.Good(await Reply(council, one, waits.Id, ScoreAnswer.Stands, Principal));
        Assert.Empty(await council.Ask((ScoreQuestionDesk d) => d.Due(Principal, default)));
        var view = (await council.Ask((ScoreQuestionDesk d) => d.Of(one, grace, default)))!;
        Assert.True(view.MayAsk);
        Assert.Equal("Travel is in the band", Assert.Single(view.Past).Question.Reason);
        await council.IsSound();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stand_in_the_way_of_undoing_the_import_that_brought_the_case(string engine)
    {
        await using var council = await Filled(engine);
        Council.Good(await Ask(council, await council.Case("R-40"), "Two hours on the road", await council.Practitioner("1001")));
        Council.Good(await council.Undo());
        Assert.Contains(Council.Refused(await council.Undo()), p => p.Contains("(R-40)", StringComparison.Ordinal));
    }

    private static Task<OverView> Over(Council council, Reader reader) => council.Ask((LoadPlanDesk d) => d.Over(reader, default));

    private static Task<LoadPlanView?> Of(Council council, Id<Worker> id, Reader reader) =>
        council.Ask((LoadPlanDesk d) => d.Of(id, reader, default));

    private static async Task<LoadPlanView> Mine(Council council, Reader reader) =>
        (await council.Ask((LoadPlanDesk d) => d.Mine(reader, default)))!;

    private static Task<Result<Done>> Make(Council council, Id<Worker> id, PlanSaid said, Id<LoadPlan>? seen) =>
        council.Ask((LoadPlanDesk d) => d.Make(id, said, seen, Principal, default));

    private static Task<Result<Done>> Finish(Council council, Id<Worker> id, Id<LoadPlan> plan, string words) =>
        council.Ask((LoadPlanDesk d) => d.Finish(id, plan, words, Principal, default));

    private static Task<Result<Done>> Ask(Council council, Id<Case> one, string misses, Reader reader) =>
        council.Ask((ScoreQuestionDesk d) => d.Ask(one, misses, reader, default));

    private static Task<Result<Done>> Reply(
        Council council, Id<Case> one, Id<ScoreQuestion> question, ScoreAnswer answer, Reader reader) =>
        council.Ask((ScoreQuestionDesk d) => d.Reply(one, question, answer, "Travel is in the band", reader, default));

    private static Task<Id<Worker>> Worker(Council council, string number) =>
        council.Db(db => db.Workers.Where(w => w.StaffNumber == number).Select(w => w.Id).SingleAsync());

    /// <summary>Tom Bevan holds R-2, Grace Adeyemi so many others.</summary>
    private static Task<ImportOutcome> Cases(Council council, int hers, string on) => council.Import(
        ImportKind.Cases,
        Council.Csv(
        [
            Extracts.CaseHeader, "R-2,child in need,Children,01/03/2026,,,Riverside,Tom Bevan,05/03/2026,",
            "R-1,child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,",
            .. Enumerable.Range(3, hers).Select(n => $"R-{n},child protection,Children,01/03/2026,,,Riverside,Grace Adeyemi,05/03/2026,"),
        ]),
        on, closeMissing: true);

    private static async Task<Council> Filled(string engine)
    {
        var council = await Council.On(engine);
        await council.Import(
            ImportKind.Staff,
            Council.Csv(
                Extracts.StaffHeader,
                "1001,Grace Adeyemi,,SW10001,Social worker,Experienced,Riverside,Safeguarding,1.0,Permanent,01/09/2020,",
                "1002,Tom Bevan,,SW10002,Social worker,Experienced,Riverside,Safeguarding,0.8,Permanent,01/09/2021,",
                "1003,Ngozi Okafor,,SW10003,Social worker,Experienced,Hillside,Safeguarding,1.0,Permanent,01/02/2019,"),
            "2026-10-26");
        await Cases(council, 2, "2026-10-26");
        await Cases(council, 40, "2026-11-02");
        await Cases(council, 40, "2026-11-09");
        return council;
    }
}
