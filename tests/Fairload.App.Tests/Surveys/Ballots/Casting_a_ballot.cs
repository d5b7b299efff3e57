using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys.Ballots;

public sealed class Casting_a_ballot
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Gives_a_receipt_that_says_it_counts_until_the_close(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);

        var receipt = await box.Counted(0);

        Assert.True(await box.Store.IsCounted(box.Round, receipt, default));
        Assert.True(await box.Store.IsCounted(box.Round, receipt.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), default));
        Assert.False(await box.Store.IsCounted(box.Round, "0000-0000-0000-0000", default));
        await box.Closed();
        Assert.False(await box.Store.IsOpen(box.Round, default));
        Assert.False(await box.Store.IsCounted(box.Round, receipt, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Twice_from_the_same_page_is_one_ballot_with_one_receipt(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);

        var both = await Task.WhenAll(box.Cast(0), box.Cast(0), box.Cast(1));
        var afterwards = await box.Cast(0, ballot: MadeUpBallots.Of(99));
        await box.Restart();
        var afterARestart = await box.Cast(0);

        Assert.Equal(both[0], Assert.IsType<Cast.Counted>(both[1]));
        Assert.Equal(both[0], afterwards);
        Assert.Equal(both[0], afterARestart);
        Assert.Equal(2, (await box.Closed()).Ballots);
        Assert.Equal([0, 1], await box.Left());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task From_a_second_tab_changes_nothing(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        await box.Counted(0);

        Assert.IsType<Cast.AlreadyUsed>(await box.Cast(0, tab: 2, ballot: MadeUpBallots.Of(99)));
        var tabs = await Task.WhenAll(box.Cast(1, tab: 1), box.Cast(1, tab: 2));

        Assert.Single(tabs.OfType<Cast.Counted>());
        Assert.Single(tabs.OfType<Cast.AlreadyUsed>());
        await box.Closed();
        Assert.Equal([0, 1], await box.Left());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Takes_a_code_as_people_type_it(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        var code = MadeUpBallots.Code(3);
        var typed = string.Join(" - ", code.Chunk(4).Select(c => new string(c))).ToLowerInvariant().Replace('0', 'o').Replace('1', 'l');

        Assert.True(await box.Store.IsUnused(box.Round, typed, default));
        Assert.IsType<Cast.Counted>(await box.Store.Cast(box.Round, typed, BallotStore.NewNonce(), MadeUpBallots.Of(3), default));

        Assert.False(await box.Store.IsUnused(box.Round, code, default));
        Assert.IsType<Cast.AlreadyUsed>(await box.Cast(3));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task With_a_code_that_is_not_there_or_a_page_that_was_changed_stores_nothing(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);

        Assert.IsType<Cast.UnknownCode>(await box.Cast(7));
        Assert.IsType<Cast.UnknownCode>(await box.Store.Cast(new(Guid.CreateVersion7()), MadeUpBallots.Code(0),
            MadeUpBallots.Nonce(0), MadeUpBallots.Of(0), default));
        Assert.IsType<Cast.UnknownCode>(await box.Store.Cast(box.Round, MadeUpBallots.Code(0), "short", MadeUpBallots.Of(0), default));
        Assert.IsType<Cast.UnknownCode>(await box.Store.CastWithoutCode(box.Round, MadeUpBallots.Nonce(0), MadeUpBallots.Of(0), default));

        Assert.Equal(0, (await box.Closed()).Ballots);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_the_close_is_refused_also_with_a_code_that_was_never_there(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        await box.Closed();

        Assert.IsType<Cast.Closed>(await box.Cast(0));
        await box.Restart();
        Assert.IsType<Cast.Closed>(await box.Cast(9));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Can_be_taken_back_and_its_code_stays_spent(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        var (first, second) = (await box.Counted(0), await box.Counted(1));

        Assert.Equal(Withdrawn.Gone, await box.Store.Withdraw(box.Round, first, default));
        Assert.Equal(Withdrawn.Unknown, await box.Store.Withdraw(box.Round, first, default));
        Assert.False(await box.Store.IsCounted(box.Round, first, default));
        Assert.IsType<Cast.AlreadyUsed>(await box.Cast(0));
        await box.Closed();

        Assert.Equal([1], await box.Left());
        Assert.Equal(Withdrawn.Closed, await box.Store.Withdraw(box.Round, second, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task At_a_kiosk_is_possible_only_while_it_is_unlocked(string engine)
    {
        var rules = BallotRules.Of(20, 5) with { IsKiosk = true };
        await using var box = await A_ballot_box.With(engine, 1, rules);
        Task<Cast> Here(int person) =>
            box.Store.CastWithoutCode(box.Round, MadeUpBallots.Nonce(person), MadeUpBallots.Of(person), default);

        Assert.IsType<Cast.Locked>(await Here(1));
        Assert.False(await box.Store.Unlock(box.Round, MadeUpBallots.Code(5), default));
        Assert.True(await box.Store.Unlock(box.Round, MadeUpBallots.Code(0), default));
        var first = Assert.IsType<Cast.Counted>(await Here(1));
        Assert.Equal(first, await Here(1));
        Assert.IsType<Cast.Counted>(await Here(2));
        Assert.IsType<Cast.UnknownCode>(await box.Cast(0));
        Assert.True(await box.Store.Lock(box.Round, MadeUpBallots.Code(0), default));
        Assert.IsType<Cast.Locked>(await Here(3));
        await box.Closed();

        Assert.Equal([1, 2], await box.Left());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_hundreds_at_once_counts_each_exactly_once(string engine)
    {
        const int People = 600;
        await using var box = await A_ballot_box.With(engine, People);

        var casts = await Task.WhenAll(Enumerable.Range(0, People * 2).Select(i => box.Cast(i % People)));

        Assert.Equal(People, casts.Cast<Cast.Counted>().Select(c => c.Receipt).Distinct().Count());
        var record = await box.Closed();
        Assert.Equal(People, record.Ballots);
        Assert.Equal(Enumerable.Range(0, People), await box.Left());
    }

    [Fact]
    public async Task Through_two_web_nodes_on_one_database_counts_each_exactly_once()
    {
        const int People = 200;
        await using var box = await A_ballot_box.With("postgres", People);
        await using var other = new BallotStore(box.Data, A_ballot_box.Clock);

        var casts = await Task.WhenAll(
            Enumerable.Range(0, People).SelectMany(i => new[] { box.Cast(i), Through(other, i, 0), Through(other, i, 1) }));

        Assert.Equal(People, casts.OfType<Cast.Counted>().Select(c => c.Receipt).Distinct().Count());
        Assert.DoesNotContain(casts, c => c is not (Cast.Counted or Cast.AlreadyUsed));
        Assert.Equal(People, (await box.Closed()).Ballots);
        Assert.IsType<Cast.Closed>(await Through(other, 0, 0));
        Assert.Equal(Enumerable.Range(0, People), await box.Left());

        Task<Cast> Through(BallotStore node, int person, int tab) =>
            node.Cast(box.Round, MadeUpBallots.Code(person), MadeUpBallots.Nonce(person, tab), MadeUpBallots.Of(person), default);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_waited_too_long_is_not_stored_and_may_come_again(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        await using (var slow = new BallotStore(box.Data, new Slow()))
        {
            Assert.IsType<Cast.Busy>(
                await slow.Cast(box.Round, MadeUpBallots.Code(0), MadeUpBallots.Nonce(0), MadeUpBallots.Of(0), default));
        }

        await box.Counted(0);
        Assert.Equal(1, (await box.Closed()).Ballots);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_the_database_refuses_is_told_to_its_sender_and_the_next_is_counted(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 6);
        var database = await box.Store.Engine(default);
        await database.Change(change => change.Run("alter table sealed rename to away"), default);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => box.Cast(0));

        await database.Change(change => change.Run("alter table away rename to sealed"), default);
        await box.Counted(0);
        await box.Counted(1);

        Assert.Equal(2, (await box.Closed()).Ballots);
    }

    /// <summary>Three seconds pass between any two looks at it.</summary>
    private sealed class Slow : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => Interlocked.Increment(ref _looks) * TimestampFrequency * 3;
    }

    /// <summary>A log that SQLite only begins again keeps its length; folding it by its length has to shorten it.</summary>
    [Fact]
    public async Task Into_a_store_whose_log_was_once_long_does_not_write_the_store_itself_each_time()
    {
        await using var box = await A_ballot_box.With("sqlite", 5_002);
        var file = Path.Combine(box.Data.Path, "ballots.db");
        await Task.WhenAll(Enumerable.Range(0, 5_000).Select(person => box.Cast(person)));
        await box.Counted(5_000);
        Assert.True(new FileInfo(file).Length > 4 << 20, "The log was never folded.");

        var before = Copied(file);
        await box.Counted(5_001);

        Assert.True(before.AsSpan().SequenceEqual(Copied(file)));
    }

    private static byte[] Copied(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        open.CopyTo(copy);
        return copy.ToArray();
    }
}
