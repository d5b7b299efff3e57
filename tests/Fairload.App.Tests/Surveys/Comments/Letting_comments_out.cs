using Fairload.App.Surveys.Ballots;
using Fairload.App.Tests.Imports;
using Fairload.Core.Surveys.Comments;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Tests.Surveys.Comments;

public sealed class Letting_comments_out
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Waits_for_the_results_and_for_two_readers_of_all(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 3, adults: 3);
        Assert.Equal(["Let the results of this round out first: they say of which services enough is shown"], Council.Refused(await council.Release()));
        await council.ReleaseResults();
        Assert.Equal(["6 comments have not been read by two people yet. None is shown before all are read"], Council.Refused(await council.Release()));
        await council.ReadAll(council.Principal);
        Assert.Equal(["6 comments have not been read by two people yet. None is shown before all are read"], Council.Refused(await council.Release()));
        Assert.Null(await council.Shown(council.Manager));
        await council.ReadAll(council.Director);
        Council.Good(await council.Release());
        Assert.NotNull(await council.Shown(council.Manager));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_them_by_service_in_an_order_that_is_not_that_of_casting_and_stays(string engine)
    {
        await using var council = await Out(engine, children: 20, adults: 3);
        var shown = (await council.Shown(council.Manager))!;
        Assert.Equal(["Adults", "Children"], shown.Groups.Select(g => g.Service).Order(StringComparer.Ordinal));
        var children = shown.Groups.Single(g => g.Service == "Children").Texts;
        var cast = council.Written.Where(w => w.Contains("Cedar", StringComparison.Ordinal))
            .Select(w => w.Replace("Sarah", "[…]", StringComparison.Ordinal)).ToList();
        Assert.Equal(cast.ToHashSet(), children.ToHashSet());
        // One order of twenty in two and a half trillion million would be the same by chance.
        Assert.NotEqual(cast, children);
        Assert.NotEqual(cast, Enumerable.Reverse(children));

        Council.Good(await council.Release());
        Assert.Equivalent(shown, await council.Shown(council.Union), strict: true);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_few_of_a_service_only_among_those_of_everybody_and_forgets_where_they_came_from(string engine)
    {
        await using var council = await Out(engine, children: 4, adults: 2);
        var group = Assert.Single((await council.Shown(council.Manager))!.Groups);
        Assert.Null(group.Service);
        Assert.Equal(6, group.Texts.Count);
        var services = await council.Council.Db(db => db.Set<CommentReading>().Select(r => r.Service).ToListAsync());
        Assert.Equal(["", "", "", "", "", ""], services);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_nothing_under_the_floor_for_comments(string engine)
    {
        await using var council = await CommentedCouncil.On(
            engine, [.. Enumerable.Range(1, 14).Select(n => ("Cedar", $"Sarah {n}")),
                .. Enumerable.Range(1, 12).Select(n => ("Dove", $"Tom {n}"))],
            commentFloor: 27);
        await LetOut(council);
        Assert.Empty((await council.Shown(council.Manager))!.Groups);
        Assert.DoesNotContain("Adults", await Readings(council), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Shows_no_withheld_one(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 4, adults: 0);
        await council.ReleaseResults();
        var comment = (await council.Next(council.Principal))!.Comment!;
        Council.Good(await council.Decide(new(comment.Key, false, "", true, [RedactionReason.Case], null), council.Principal));
        await council.ReadAll(council.Principal);
        await council.ReadAll(council.OtherPrincipal);
        Council.Good(await council.Release());
        Assert.Equal(3, Assert.Single((await council.Shown(council.Manager))!.Groups).Texts.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Destroys_the_originals_afterwards_and_keeps_what_readers_left(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 3, adults: 0);
        Assert.Equal(["The comments have not been let out yet, so what was written is still needed. Let them out first"], Council.Refused(await council.Purge()));
        await LetOut(council);
        var shown = await council.Shown(council.Manager);
        var first = await Record(council);
        Assert.Equal(3, first.Comments);
        Council.Good(await council.Purge());
        Council.Good(await council.Purge());

        Assert.Empty(await council.Council.Ask((BallotStore store) => store.Comments(council.Round.Id, default)));
        if (engine == "sqlite")
        {
            var left = Directory.EnumerateFiles(council.Council.Data.Path, "ballots.db*").SelectMany(Shared).ToArray();
            Assert.True(left.AsSpan().IndexOf("Sarah number"u8) < 0);
        }

        Assert.Equivalent(shown, await council.Shown(council.Manager), strict: true);
        Assert.Contains("[…] number 2 of Cedar helps", await Readings(council), StringComparison.Ordinal);
        var record = await Record(council);
        Assert.Equal((0, 32), (record.Comments, record.Ballots));
        Assert.True(record.IsSigned());
        Assert.True(await Verify(council, record));
        Assert.True(await Verify(council, first));
        Assert.DoesNotContain(await council.Council.Ask((BallotCheck check) => check.All(default)), i => !i.Holds);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Leaves_two_records_once_the_originals_are_destroyed_and_both_still_count(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 3, adults: 0);
        await LetOut(council);
        var first = await Record(council);
        council.Council.Clock.Pass(TimeSpan.FromDays(40));
        Council.Good(await council.Purge());
        Council.Good(await council.Purge());
        var second = await Record(council);

        Assert.True(await Verify(council, first));
        Assert.True(await Verify(council, second));
        Assert.Equal((first.Signature, council.Council.Clock.UkToday), (second.Follows, second.CommentsDestroyedOn));
        Assert.Contains(first.Signature, second.Text, StringComparison.Ordinal);
        Assert.False(await Verify(council, first with { Comments = 2 }));
        Assert.False(await Verify(council, second with { Follows = "" }));
        Assert.DoesNotContain(await council.Council.Ask((BallotCheck check) => check.All(default)), i => !i.Holds);

        await council.Council.Ask(async (BallotStore store) => await (await store.Engine(default)).Change(
            change => change.Run("delete from ballot where ballot_key in (select ballot_key from ballot limit 1)"), default));
        Assert.False(await Verify(council, first));
        Assert.False(await Verify(council, second));
        Assert.Contains(await council.Council.Ask((BallotCheck check) => check.All(default)), i => !i.Holds);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Destroys_nothing_of_a_round_that_somebody_has_changed(string engine)
    {
        await using var council = await CommentedCouncil.On(engine, children: 3, adults: 0);
        await LetOut(council);
        await council.Council.Ask(async (BallotStore store) =>
            await (await store.Engine(default)).Change(change => change.Run("update comment set words = 'All is well'"), default));
        Assert.Equal(["What is left of this round is not what its signed record says. Nothing was destroyed; find out why first"], Council.Refused(await council.Purge()));
        Assert.Equal(3, (await council.Council.Ask((BallotStore store) => store.Comments(council.Round.Id, default))).Count);
    }

    private static async Task<CommentedCouncil> Out(string engine, int children, int adults)
    {
        var council = await CommentedCouncil.On(engine, children, adults);
        await LetOut(council);
        return council;
    }

    private static async Task LetOut(CommentedCouncil council)
    {
        await council.ReleaseResults();
        await council.ReadAll(council.Principal);
        await council.ReadAll(council.Director);
        Council.Good(await council.Release());
    }

    private static async Task<CloseRecord> Record(CommentedCouncil council) =>
        (await council.Council.Ask((BallotStore store) => store.Record(council.Round.Id, default)))!;

    private static Task<bool> Verify(CommentedCouncil council, CloseRecord record) =>
        council.Council.Ask((BallotStore store) => store.Verify(record, default));

    private static async Task<string> Readings(CommentedCouncil council) =>
        string.Join('\n', await council.Council.Db(db => db.Set<CommentReading>().Select(r => r.Service + ": " + r.Text).ToListAsync()));

    private static byte[] Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
