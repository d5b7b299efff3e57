using Fairload.App.Access;
using Fairload.App.Demo;
using Fairload.App.Schema;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Demo;

public sealed class A_demo_that_is_made_anew
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_no_ballots_no_keys_and_no_letters_of_the_one_before(string engine)
    {
        var data = await MadeUpBallots.Data(engine);
        await using var db = new FairloadDb(data.DbOptions());
        await db.BringUpToDate(default);
        await db.Change(
            async () =>
            {
                await DemoMark.Write(db, 1, new(2026, 11, 16), default);
                return default(Done);
            },
            default);
        var round = Id<SurveyRound>.New();
        await using (var before = new BallotStore(data, TimeProvider.System))
        {
            await before.Prepare(round, [.. Enumerable.Range(0, 8).Select(MadeUpBallots.Code)], BallotRules.Of(8, 5), default);
            Assert.IsType<Cast.Counted>(
                await before.Cast(round, MadeUpBallots.Code(1), MadeUpBallots.Nonce(1), MadeUpBallots.Of(1), default));
        }

        await new Outbox(data, TimeProvider.System).Post("p1@example.org", "Your code", "…", default);
        await DemoStore.Empty(db, data, default);

        Assert.Empty(Directory.EnumerateFiles(data.Path, "ballots.db*"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(data.Path, "keys", "rounds")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(data.Path, "outbox")));
        Assert.Null(await DemoMark.Read(db, default));
        await using var after = new BallotStore(data, TimeProvider.System);
        Assert.False(await after.IsOpen(round, default));
        Assert.Empty(await after.Unclosed(default));
        await after.Prepare(round, [MadeUpBallots.Code(1)], BallotRules.Of(8, 5), default);
        Assert.True(await after.IsUnused(round, MadeUpBallots.Code(1), default));
    }
}
