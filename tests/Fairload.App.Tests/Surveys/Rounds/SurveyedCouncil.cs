using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fairload.App.Tests.Surveys.Rounds;

/// <summary>A council whose staff is asked: two small teams and a large one of children's services, one of adults'.</summary>
internal sealed class SurveyedCouncil : IAsyncDisposable
{
    private SurveyedCouncil(Council council) => Council = council;

    public static Reader Principal { get; } = new("Pat Singh", null, [new(Role.PrincipalSocialWorker)]);

    public Council Council { get; }
    public DateOnly Today => Council.Clock.UkToday;

    public RoundPlan Plan => new(
        "pulse", RoundMode.PersonalCodes, Today, Today.AddDays(14), 10, 20, [BackgroundQuestion.RoleGroup], "Ola Reed, union");

    /// <param name="between">What stands between the program and its database.</param>
    public static async Task<SurveyedCouncil> On(string engine, params IInterceptor[] between)
    {
        var council = new SurveyedCouncil(await Council.On(engine, between));
        await council.Council.Db(db => db.Change(
            () =>
            {
                var number = 0;
                foreach (var (name, service, count) in new[] { ("Ash", "Children", 9), ("Beech", "Children", 8), ("Cedar", "Children", 20),
                    ("Dove", "Adults", 18) })
                {
                    var team = Team.Open(name, service, "Council", null, null, null);
                    db.Add(team);
                    for (var n = 0; n < count; n++)
                    {
                        var facts = new WorkerFacts(
                            $"S{++number:000}", $"Person {number}", Role: n == 0 ? "Team manager" : "Social worker",
                            EmploymentType: n == 1 ? "Agency" : "Permanent", Email: $"p{number}@example.org");
                        var worker = Worker.Join(facts, null);
                        db.Add(worker);
                        db.Add(new Membership(Id<Membership>.New(), worker.Id, team.Id, 1, null, null, null));
                        if (n == 2) db.Add(new Absence(Id<Absence>.New(), worker.Id, council.Today.AddDays(-40), null, "maternity", null));
                    }
                }

                return Task.FromResult(default(Done));
            },
            default));
        return council;
    }

    public Task<Result<SurveyRound>> TryPlan(RoundPlan plan) => Council.Ask((RoundDesk desk) => desk.Plan(plan, Principal, default));

    public async Task<SurveyRound> Planned(RoundPlan? plan = null) => Council.Good(await TryPlan(plan ?? Plan));

    public Task<Result<SurveyRound>> TryOpen(SurveyRound round) =>
        Council.Ask((OpeningDesk desk) => desk.Open(round.Id, "https://fairload.example.org/", Principal, default));

    public async Task<SurveyRound> Opened(RoundPlan? plan = null) => Council.Good(await TryOpen(await Planned(plan)));

    public async Task<RoundView> Look(SurveyRound round) =>
        (await Council.Ask((RoundReading reading) => reading.Show(round.Id, Principal, default)))!;

    public Task<Result<AnswerPlace>> Find(string code, bool begins = true) =>
        Council.Ask((RespondingDesk desk) => desk.Find(code, begins, default));

    public async Task<Result<Sent>> Answer(string code, string nonce = "0123456789abcdef0123456789abcdef")
    {
        var place = Council.Good(await Find(code, begins: false));
        var answers = place.Asked.Items.ToDictionary(i => i.Code, _ => new[] { "4" });
        var what = new Sending(nonce, answers, new Dictionary<string, string> { [Background.Unit] = "1" });
        return await Council.Ask((RespondingDesk desk) => desk.Send(place, what, default));
    }

    public IReadOnlyList<string> Letters() =>
        [.. Directory.EnumerateFiles(Path.Combine(Council.Data.Path, "outbox"), "*.eml").Select(File.ReadAllText)];

    /// <summary>As the letters tell them.</summary>
    public async Task<IReadOnlyList<string>> Codes() =>
        await Council.Db(db => Task.FromResult<IReadOnlyList<string>>([.. db.Set<RoundDelivery>().Select(d => d.Code).OrderBy(c => c)]));

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
