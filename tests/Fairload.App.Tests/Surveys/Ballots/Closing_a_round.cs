using System.Security.Cryptography;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;

namespace Fairload.App.Tests.Surveys.Ballots;

public sealed class Closing_a_round
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_ballots_without_words_and_comments_apart_with_their_service_alone(string engine)
    {
        var services = new Dictionary<string, string> { ["riverside"] = "Children" };
        await using var box = await A_ballot_box.With(engine, 8,
            BallotRules.Of(8, 5) with { ServiceQuestion = "unit", Services = services });
        await box.All(6);
        await box.Cast(6, ballot: MadeUpBallots.Of(6, unit: "harbour"));

        await box.Closed();

        var ballots = await box.Store.Ballots(box.Round, default);
        Assert.Equal(7, ballots.Count);
        foreach (var ballot in ballots)
        {
            var person = ((BallotAnswer.Counted)ballot.Answers["N1"]).Number;
            var sent = MadeUpBallots.Of(person, person == 6 ? "harbour" : "riverside").WithoutWords();
            Assert.Equal(BallotBytes.Write(sent), BallotBytes.Write(ballot));
        }

        Assert.Equal(
            Enumerable.Range(0, 7).Select(p => new BallotComment("T1", p == 6 ? null : "Children", MadeUpBallots.Words(p))),
            (await box.Store.Comments(box.Round, default)).OrderBy(c => c.Text, StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_with_a_signed_record_that_a_change_of_it_or_of_what_is_left_breaks(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);

        var record = await box.Closed();

        Assert.Equal((6, 6, 8, 6, 1), (record.Ballots, record.Comments, record.CodesDestroyed, record.SealedDestroyed,
            record.SealsDestroyed));
        Assert.Equal(("Ann Other", new DateOnly(2026, 11, 30)), (record.ClosedBy, record.ClosedOn));
        Assert.Equal(record, await box.Store.Record(box.Round, default));
        Assert.True(await box.Store.Verify(record, default));
        Assert.False(await box.Store.Verify(record with { Ballots = 5 }, default));
        Assert.False(await box.Store.Verify(record with { ClosedBy = "Someone" }, default));
        using var forged = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(await box.Store.Verify(record.SignedBy(forged), default));

        var database = await box.Store.Engine(default);
        await database.Change(change => change.Run("update comment set words = 'All is well.' where words like '%000003%'"), default);
        Assert.False(await box.Store.Verify(record, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Destroys_codes_seals_and_keys(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);
        var files = new[] { box.Store.Keys.KeyFile(box.Round), box.Store.Keys.CodesFile(box.Round) };
        Assert.All(files, f => Assert.True(File.Exists(f)));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in files) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        await box.Closed();

        Assert.All(files, f => Assert.False(File.Exists(f)));
        var database = await box.Store.Engine(default);
        foreach (var table in new[] { "code", "seal", "sealed" })
            Assert.Equal(0, await database.Change(change => change.Count("select count(*) from " + table), default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Twice_gives_the_same_record(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);

        var first = await box.Closed();
        await box.Restart();

        Assert.Equal(first, await box.Closed());
    }

    /// <summary>What a kill leaves: the state that was last committed, with or without the files that come after it.</summary>
    [Theory]
    [InlineData("sqlite", 1, false), InlineData("sqlite", 2, false), InlineData("sqlite", 2, true)]
    [InlineData("postgres", 1, false), InlineData("postgres", 2, false), InlineData("postgres", 2, true)]
    public async Task That_was_broken_off_goes_on_where_it_stopped(string engine, int state, bool keysAreGone)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);
        var database = await box.Store.Engine(default);
        await database.Change(change => change.Run("update round set state = 1, closed_by = 'Ann Other'"), default);
        if (state == 2)
        {
            var closing = new BallotClosing(database, box.Store.Keys, new(), A_ballot_box.Clock);
            Assert.Null(await closing.OpenOnly(box.Round, default));
        }

        if (keysAreGone) box.Store.Keys.Destroy(box.Round);
        await box.Restart();

        Assert.IsType<Cast.Closed>(await box.Cast(7));
        Assert.Empty(await box.Store.Ballots(box.Round, default));
        var troubles = await box.Store.FinishCloses(default);

        Assert.Empty(troubles);
        var record = await box.Store.Record(box.Round, default);
        Assert.Equal((6, "Ann Other"), (record!.Ballots, record.ClosedBy));
        Assert.True(await box.Store.Verify(record, default));
        Assert.Equal(Enumerable.Range(0, 6), await box.Left());
        Assert.False(File.Exists(box.Store.Keys.KeyFile(box.Round)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Without_its_key_or_with_another_destroys_nothing_and_says_so(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);
        var file = box.Store.Keys.KeyFile(box.Round);
        File.Move(file, file + ".away");

        Assert.Contains("is not there", await Refused(), StringComparison.Ordinal);
        box.Store.Keys.Make(box.Round);
        Assert.Contains("is not the one this round was opened with", await Refused(), StringComparison.Ordinal);
        File.Move(file + ".away", file, overwrite: true);

        Assert.Equal(6, (await box.Closed()).Ballots);

        async Task<string> Refused() => (await box.Store.Close(box.Round, "Ann Other", default)).Try(out _, out var problems) ? ""
            : Assert.Single(problems).Message;
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task With_a_ballot_that_the_key_does_not_open_destroys_nothing_and_says_how_many(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);
        var database = await box.Store.Engine(default);
        var one = (await database.Change(c => c.All("select ballot_key, bytes from sealed", r =>
            (Key: r.Bytes(0), Sealed: r.Bytes(1))), default))[0];
        await Put([.. one.Sealed[..^1], (byte)(one.Sealed[^1] ^ 1)]);

        Assert.False((await box.Store.Close(box.Round, "Ann Other", default)).Try(out _, out var problems));
        Assert.Contains("holds 1 ballots that the key of this round does not open", problems[0].Message, StringComparison.Ordinal);
        await Put(one.Sealed);

        Assert.Equal(6, (await box.Closed()).Ballots);

        Task Put(byte[] bytes) => database.Change(
            c => c.Run("update sealed set bytes = @bytes where ballot_key = @key", ("bytes", bytes), ("key", one.Key)), default);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task While_ballots_arrive_loses_none_that_was_acknowledged(string engine)
    {
        const int People = 400;
        await using var box = await A_ballot_box.With(engine, People);

        var casts = Enumerable.Range(0, People).Select(async i =>
        {
            await Task.Delay(i / 4);
            return await box.Cast(i);
        }).ToList();
        await Task.Delay(40);
        var record = await box.Closed();
        var outcomes = await Task.WhenAll(casts);

        Assert.Equal(record.Ballots, outcomes.Count(c => c is Cast.Counted));
        Assert.Equal(Enumerable.Range(0, People).Where(i => outcomes[i] is Cast.Counted), await box.Left());
        Assert.All(outcomes, c => Assert.True(c is Cast.Counted or Cast.Closed, $"{c}"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_a_round_that_is_not_there_says_so(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 1);

        Assert.False((await box.Store.Close(new(Guid.CreateVersion7()), "Ann Other", default)).Try(out _, out var problems));
        Assert.Equal("The ballot store has no such round", problems[0].Message);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_watched_over_by_the_check_and_at_each_start(string engine)
    {
        await using var box = await A_ballot_box.With(engine, 8);
        await box.All(6);
        var check = new BallotCheck(box.Data, box.Store);
        Assert.All(await check.All(default), i => Assert.True(i.Holds, i.Rule));

        File.Move(box.Store.Keys.KeyFile(box.Round), box.Store.Keys.KeyFile(box.Round) + ".away");
        Assert.Contains(box.Round.ToString(), Assert.Single(await check.All(default), i => !i.Holds).Broken);
        Assert.Contains("can not be opened", Assert.Single(await check.Warnings(default)).Message, StringComparison.Ordinal);

        File.Move(box.Store.Keys.KeyFile(box.Round) + ".away", box.Store.Keys.KeyFile(box.Round));
        await box.Closed();
        Assert.All(await check.All(default), i => Assert.True(i.Holds, i.Rule));
        var database = await box.Store.Engine(default);
        await database.Change(change => change.Run("delete from comment"), default);
        Assert.Contains(box.Round.ToString(), Assert.Single(await check.All(default), i => !i.Holds).Broken);
    }
}
