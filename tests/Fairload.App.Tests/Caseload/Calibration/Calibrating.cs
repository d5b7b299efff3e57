using Fairload.App.Caseload;
using Fairload.App.Caseload.Calibration;
using Fairload.App.Tests.Imports;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Caseload.Calibration;

public sealed class Calibrating
{
    private static readonly IReadOnlyList<string> Codes = [.. ReferenceData.Vignettes().Where(v => v.Area == Area.Adults).Select(v =>
        v.Code)];

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_nobody_what_others_gave_until_the_round_ends_and_then_no_names(string engine)
    {
        await using var council = await Council.On(engine);
        var people = await People(council, 5);
        var round = Council.Good(await Open(council, people[0]));
        foreach (var (at, who) in people.Take(4).Index()) await ScoreAll(council, round, who, at < 2 ? 1 : 2);

        var open = await Results(council, round, people[1]);
        Assert.True(open.Line.IsOpen);
        Assert.Equal((null, null, null), (open.Result, open.Mine, open.Drift));
        Assert.True(await council.Ask((CalibrationDesk desk) => desk.End(round.Id, people[0], default)));

        var mine = await Results(council, round, people[1]);
        Assert.Equal(4, mine.Result!.People);
        Assert.All(mine.Result.Vignettes, v => Assert.Equal([2, 2, 0], v.InTier));
        Assert.All(mine.Mine!.Tiers, tier => Assert.Equal(1, tier));
        var other = await Results(council, round, people[4]);
        Assert.Null(other.Mine);
        Assert.NotNull(other.Result);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_nothing_where_fewer_than_four_finished(string engine)
    {
        await using var council = await Council.On(engine);
        var people = await People(council, 4);
        var round = Council.Good(await Open(council, people[0]));
        foreach (var who in people.Take(3)) await ScoreAll(council, round, who, 3);
        Council.Good(await Answer(council, round, people[3], Codes[0], 1));
        await council.Ask((CalibrationDesk desk) => desk.End(round.Id, people[0], default));

        Assert.Null((await Results(council, round, people[0])).Result);
        Assert.Null((await Results(council, round, people[3])).Mine);
        Assert.StartsWith(
            "This round has ended", Assert.Single(Council.Refused(await Answer(council, round, people[3], Codes[1], 1))),
                StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_for_each_when_they_say_so_and_every_vignette_is_scored(string engine)
    {
        await using var council = await Council.On(engine);
        var people = await People(council, 1);
        var round = Council.Good(await Open(council, people[0]));
        Council.Good(await Answer(council, round, people[0], Codes[0], 1));
        Assert.Equal(["Score every vignette first. 7 are left."], Council.Refused(await Finish(council, round, people[0])));
        Assert.Equal(7, Assert.Single(await council.Ask((CalibrationDesk desk) => desk.Due(people[0], default))).Left);

        await ScoreAll(council, round, people[0], 2);
        Council.Good(await Finish(council, round, people[0]));
        Assert.StartsWith(
            "You have said", Assert.Single(Council.Refused(await Answer(council, round, people[0], Codes[0], 3))),
                StringComparison.Ordinal);
        Assert.Empty(await council.Ask((CalibrationDesk desk) => desk.Due(people[0], default)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Stores_one_answer_however_often_it_is_sent_at_once(string engine)
    {
        await using var council = await Council.On(engine);
        var people = await People(council, 1);
        var round = Council.Good(await Open(council, people[0]));
        foreach (var done in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Answer(council, round, people[0], Codes[0], 2))))
            Council.Good(done);

        Assert.Equal(1, await council.Db(db => db.Set<CalibrationAnswer>().CountAsync()));
        var twice = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Open(council, people[0])));
        Assert.All(twice, t => Assert.StartsWith("A round of this area is open", Assert.Single(Council.Refused(t)),
            StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Tells_drift_against_the_round_before(string engine)
    {
        await using var council = await Council.On(engine);
        var people = await People(council, 4);
        var first = Council.Good(await Open(council, people[0]));
        foreach (var who in people) await ScoreAll(council, first, who, 1);
        council.Clock.Pass(TimeSpan.FromDays(40));
        var second = Council.Good(await Open(council, people[0]));
        foreach (var who in people) await ScoreAll(council, second, who, 2);
        await council.Ask((CalibrationDesk desk) => desk.End(second.Id, people[0], default));

        var drift = (await Results(council, second, people[0])).Drift!;
        Assert.Equal((4, 8, 6.0), (drift.People, drift.Vignettes, drift.Shift));
        // Everybody gave everything one tier: there is no agreement beyond chance to speak of.
        Assert.Null(drift.Now.Kappa);
        Assert.Null((await Results(council, first, people[0])).Drift);
    }

    [Fact]
    public async Task Is_opened_by_the_principal_social_worker_and_is_not_for_practitioners()
    {
        await using var council = await Council.On("sqlite");
        var manager = new Reader("A manager", null, [new(Role.TeamManager)], Id<Account>.New());
        var practitioner = new Reader("A practitioner", null, [new(Role.Practitioner)], Id<Account>.New());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Open(council, manager));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => council.Ask((CalibrationDesk desk) => desk.Rounds(practitioner,
            default)));
    }

    private static Task<Result<CalibrationRound>> Open(Council council, Reader reader) => council.Ask(
        (CalibrationDesk desk) => desk.Open(Area.Adults, Codes, DateOnly.FromDateTime(council.Clock.GetUtcNow().UtcDateTime).AddDays(14),
            reader, default));

    private static Task<Result<Done>> Answer(Council council, CalibrationRound round, Reader who, string vignette, int value) =>
        council.Ask(
        (CalibrationDesk desk) => desk.Answer(round.Id, vignette, [.. Enumerable.Repeat<int?>(value, 6)], who, default));

    private static Task<Result<Done>> Finish(Council council, CalibrationRound round, Reader who) =>
        council.Ask((CalibrationDesk desk) => desk.Finish(round.Id, who, default));

    private static async Task ScoreAll(Council council, CalibrationRound round, Reader who, int value)
    {
        foreach (var code in Codes) Council.Good(await Answer(council, round, who, code, value));
        Council.Good(await Finish(council, round, who));
    }

    private static async Task<ResultsView> Results(Council council, CalibrationRound round, Reader who) =>
        (await council.Ask((CalibrationResults results) => results.Of(round.Id, who, default)))!;

    /// <summary>The first is the principal social worker, the others are managers.</summary>
    private static async Task<IReadOnlyList<Reader>> People(Council council, int count)
    {
        var readers = new List<Reader>();
        for (var n = 0; n < count; n++) readers.Add(await Person(council, n));
        return readers;
    }

    private static async Task<Reader> Person(Council council, int n)
    {
        var grant = new Grant(n == 0 ? Role.PrincipalSocialWorker : Role.TeamManager);
        var account = await council.Db(async db =>
        {
            var invited = Council.Good(Account.Open($"person{n}@example.org", $"Person {n}", null, council.Clock.GetUtcNow().UtcDateTime));
            db.Add(invited);
            await db.SaveChangesAsync();
            return invited.Id;
        });
        return new($"Person {n}", null, [grant], account);
    }
}
