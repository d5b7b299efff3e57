using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys.Ballots;

public sealed class While_a_round_is_open
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Marks_of_spent_codes_are_handed_over_by_the_floor_at_least_and_none_is_lost(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 20);
        await box.All(4);
        Assert.Empty(await box.Store.TakeUsed(box.Round, default));

        await box.Counted(4);
        Assert.Equal(Marks(0, 5), (await box.Store.TakeUsed(box.Round, default)).Order());

        for (var person = 5; person < 9; person++) await box.Counted(person);
        Assert.Equal(Marks(0, 5), (await box.Store.TakeUsed(box.Round, default)).Order());

        await box.Counted(9);
        await box.Restart();
        Assert.Equal(Marks(0, 10), (await box.Store.TakeUsed(box.Round, default)).Order());
        await box.Closed();
        Assert.Empty(await box.Store.TakeUsed(box.Round, default));

        IEnumerable<string> Marks(int from, int to) =>
            Enumerable.Range(from, to - from).Select(p => box.Store.Mark(box.Round, MadeUpBallots.Code(p))).Order();
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task How_many_answered_is_told_in_bands_above_the_floor_and_in_steps_of_it(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 20);
        await box.All(4);
        Assert.Null(await box.Store.Participation(box.Round, default));

        await box.Counted(4);
        Assert.Equal(ParticipationBand.UnderAHalf, await box.Store.Participation(box.Round, default));
        for (var person = 5; person < 14; person++) await box.Counted(person);
        Assert.Equal(ParticipationBand.UnderTwoThirds, await box.Store.Participation(box.Round, default));

        await box.Closed();
        Assert.Null(await box.Store.Participation(box.Round, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task No_answer_and_no_comment_is_given_out(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        await box.All(6);

        Assert.Empty(await box.Store.Ballots(box.Round, default));
        Assert.Empty(await box.Store.Comments(box.Round, default));
        Assert.Null(await box.Store.Record(box.Round, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Rules_can_get_stricter_and_never_weaker_whoever_asks(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6, BallotRules.Of(6, 10));

        await box.Store.Prepare(box.Round, [MadeUpBallots.Code(50)], BallotRules.Of(6, 12), default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => box.Store.Prepare(box.Round, [], BallotRules.Of(6, 11), default));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => box.Store.Prepare(box.Round, [], BallotRules.Of(6, 12) with { IsKiosk = true }, default));
        var ballots = await box.Store.Engine(default);
        foreach (var weaker in new[]
        {
            "update round set floor = 5", "update round set kiosk = 1", "update round set slot = 16", "update round set invited = 99",
            "update round set service_question = 'team'", "update round set services = 'x'",
        })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
                () => ballots.Change(change => change.Run(weaker), default));
            Assert.Contains("can not be weakened", refused.Message, StringComparison.Ordinal);
        }

        Assert.IsType<Cast.Counted>(await box.Cast(50));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            ballots.Change(c => c.Run("update code set used = 0 where used = 1"), default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Codes_are_long_enough_and_there_once(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);

        await Assert.ThrowsAsync<ArgumentException>(() => box.Store.Prepare(box.Round, ["SHORT-CODE"], BallotRules.Of(6, 5), default));
        await Assert.ThrowsAsync<ArgumentException>(
            () => box.Store.Prepare(box.Round, [MadeUpBallots.Code(8), MadeUpBallots.Code(8).ToLowerInvariant()],
                BallotRules.Of(6, 5), default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_rounds_know_nothing_of_each_other(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        var other = new Id<Core.Surveys.Rounds.SurveyRound>(Guid.CreateVersion7());
        await box.Store.Prepare(other, [MadeUpBallots.Code(0), MadeUpBallots.Code(1)], BallotRules.Of(6, 5), default);

        var here = await box.Counted(0);
        var there = Assert.IsType<Cast.Counted>(
            await box.Store.Cast(other, MadeUpBallots.Code(0), MadeUpBallots.Nonce(0), MadeUpBallots.Of(77), default)).Receipt;
        Assert.NotEqual(here, there);
        Assert.False(await box.Store.IsCounted(other, here, default));
        await box.Closed();

        Assert.True(await box.Store.IsCounted(other, there, default));
        Assert.IsType<Cast.Counted>(
            await box.Store.Cast(other, MadeUpBallots.Code(1), MadeUpBallots.Nonce(1), MadeUpBallots.Of(78), default));
        Assert.Equal([0], await box.Left());
    }
}
