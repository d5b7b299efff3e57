using Fairload.App.Disclosure;
using Fairload.App.Home;
using Fairload.App.Surveys.Results;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Results;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Home;

public sealed class What_surveys_ask_today
{
    private static readonly Reader Union = new("Ola Reed", null, [new(Role.UnionRepresentative)]);
    private static readonly Reader Manager = new("Max Hill", null, [new(Role.TeamManager)]);

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_the_same_for_who_answered_and_who_did_not(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();
        var asked = await council.Council.Db(db => db.Set<RoundDelivery>().OrderBy(d => d.Code).Select(d => d.WorkerId).ToListAsync());
        Council.Good(await council.Answer((await council.Codes())[0]));
        var (answered, not) = (await Of(council, Worker(asked[0])), await Of(council, Worker(asked[1])));
        Assert.Equal(round.Id, Assert.Single(answered.Open).Id);
        Assert.Equivalent(not, answered, strict: true);
        Assert.Empty((await Of(council, Worker(Id<Core.Workforce.Worker>.New()))).Open);
        Assert.Empty((await Of(council, Manager)).Open);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Names_what_has_to_be_let_out_and_then_who_talks_about_it(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Letting_results_out.Answered(council, ("Cedar", 14), ("Dove", 12));
        Assert.Equal(round.Id, Assert.Single((await Of(council, SurveyedCouncil.Principal)).Plans).Id);
        Assert.Empty((await Of(council, Manager)).New);
        Council.Good(await council.Council.Ask((ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default)));
        Assert.Empty((await Of(council, SurveyedCouncil.Principal)).Plans);
        foreach (var reader in new[] { Manager, Union }) Assert.Equal(round.Id, Assert.Single((await Of(council, reader)).New).Id);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_who_watches_over_the_ledger_that_an_audit_did_not_prove_it(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await Letting_results_out.Answered(council, ("Cedar", 14), ("Dove", 12));
        Council.Good(await council.Council.Ask((ReleaseDesk desk) => desk.Release(round.Id, SurveyedCouncil.Principal, default)));
        Assert.False(Council.Good(await Audit(council, 0)).Kept.IsProved);
        Assert.NotNull((await Of(council, Union)).NotProved);
        Assert.Null((await Of(council, Manager)).NotProved);
        council.Council.Clock.Pass(TimeSpan.FromMinutes(1));
        var proved = Council.Good(await Audit(council, 10_000_000));
        Assert.Equal((true, 2), (proved.Kept.IsProved, proved.Kept.Releases));
        Assert.Null((await Of(council, Union)).NotProved);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => council.Council.Ask((DisclosureDesk desk) => desk.AuditAll(1, Manager, default)));
    }

    private static Task<Result<LedgerAudited>> Audit(SurveyedCouncil council, long steps) =>
        council.Council.Ask((DisclosureDesk desk) => desk.AuditAll(steps, Union, default));

    private static Reader Worker(Id<Core.Workforce.Worker> id) => new("Somebody", id, [new(Role.Practitioner)]);

    private static Task<SurveysToday> Of(SurveyedCouncil council, Reader reader) =>
        council.Council.Ask((SurveysTodayDesk desk) => desk.Of(reader, council.Today, default));
}
