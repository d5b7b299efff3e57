using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>
/// The close of a round, in steps that are each taken once: no more ballots; opened, and written in random order; the files written anew;
/// the keys destroyed; the signed record. Whoever closes again after a kill goes on where it stopped.
/// </summary>
internal sealed class BallotClosing(BallotEngine engine, RoundKeys keys, Sealing sealing, TimeProvider clock)
{
    private sealed record Left(int Ballots, int Comments, int Codes, int Sealed, int Seals, string Table, int Keyed = 0);

    public async Task<Result<CloseRecord>> Close(Id<SurveyRound> round, string closedBy, CancellationToken stop)
    {
        var id = round.Value.ToByteArray();
        if (await Begin(id, closedBy, stop) is not { } row) return new Problem("round", $"The ballot store has no such round");
        sealing.Forget(round);

        if (row.State == BallotState.Closing)
        {
            var opened = await Open(round, id, row, stop);
            if (opened is { } problem) return problem;
        }

        if (row.State != BallotState.Closed)
        {
            await engine.Rewrite(stop);
            keys.Destroy(round);
            await Sign(round, id, stop);
        }

        return (await engine.Change(async change => Record(await RoundRow.Find(change, id, "")), stop))!;
    }

    /// <summary>The first half of a close that has begun.</summary>
    internal async Task<Problem?> OpenOnly(Id<SurveyRound> round, CancellationToken stop)
    {
        var id = round.Value.ToByteArray();
        var row = await engine.Change(change => RoundRow.Find(change, id, ""), stop);
        return await Open(round, id, row!, stop);
    }

    /// <summary>Of a round that is closed; null before.</summary>
    public static CloseRecord? Record(RoundRow? row) =>
        row is { State: BallotState.Closed, Record: { } text } ? JsonSerializer.Deserialize<Kept>(text)!.Record : null;

    /// <summary>The record of the close, where a later one has taken its place; null otherwise.</summary>
    public static CloseRecord? Before(RoundRow? row) =>
        row is { State: BallotState.Closed, Record: { } text } ? JsonSerializer.Deserialize<Kept>(text)!.Before : null;

    /// <summary>Whether this server signed the record, and what is left of the round is what it says, or what is left of that by a later
    /// record which names this one.</summary>
    public Task<bool> Verify(CloseRecord record, CancellationToken stop)
    {
        using var key = keys.Signing();
        var own = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        if (!IsOurs(record)) return Task.FromResult(false);
        var id = record.Round.Value.ToByteArray();
        return engine.Change(
            async change =>
            {
                var table = await Table(change, id);
                return table == record.Table
                    || (Record(await RoundRow.Find(change, id, "")) is { } last && last.Follows == record.Signature && IsOurs(last)
                        && table == last.Table);
            },
            stop);

        bool IsOurs(CloseRecord one) => one.PublicKey == own && one.IsSigned();
    }

    /// <summary>Destroys the comments of a closed round, and signs a second record of what is left then, which names the first. Asked again
    /// after it was broken off, it goes on.</summary>
    public async Task<Result<CloseRecord>> PurgeComments(Id<SurveyRound> round, CancellationToken stop)
    {
        var purged = await engine.Change(change => PurgeComments(change, round.Value.ToByteArray()), stop);
        if (purged.Try(out _, out _)) await engine.Rewrite(stop);
        return purged;
    }

    private async Task<Result<CloseRecord>> PurgeComments(DbTransaction change, byte[] id)
    {
        if (await RoundRow.Find(change, id, engine.ToChange) is not { State: BallotState.Closed, Record: { } text })
            return new Problem("round", $"The ballots of this round are not opened yet. Close it once more; nothing is lost");
        var kept = JsonSerializer.Deserialize<Kept>(text)!;
        if (await Table(change, id) != kept.Record!.Table)
            return new Problem("round", $"What is left of this round is not what its signed record says. Nothing was destroyed; find out why first");
        if (kept.Record.CommentsDestroyedOn is not null) return kept.Record;
        await change.Run("delete from comment where round = @id", ("id", id));
        using var key = keys.Signing();
        var record = (kept.Record with
        {
            Comments = 0,
            Table = await Table(change, id),
            CommentsDestroyedOn = clock.UkToday,
            Follows = kept.Record.Signature,
        }).SignedBy(key);
        var left = kept.Left with { Comments = 0, Table = record.Table };
        var both = JsonSerializer.Serialize(new Kept(left, record, kept.Record));
        await change.Run("update round set record = @record where id = @id", ("record", both), ("id", id));
        return record;
    }

    /// <summary>Ballots that are on their way when it begins are in before it, or are told that it is closed.</summary>
    private Task<RoundRow?> Begin(byte[] id, string closedBy, CancellationToken stop) => engine.Change(
        async change =>
        {
            if (await RoundRow.Find(change, id, engine.ToChange) is not { } row) return null;
            if (row.State != BallotState.Open) return row;
            await change.Run("update round set state = 1, closed_by = @by where id = @id", ("by", closedBy), ("id", id));
            return row with { State = BallotState.Closing, ClosedBy = closedBy };
        },
        stop);

    private async Task<Problem?> Open(Id<SurveyRound> round, byte[] id, RoundRow row, CancellationToken stop)
    {
        try
        {
            using var key = keys.Open(round);
            if (!key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(row.PublicKey))
                return new("round", $"The key file {keys.KeyFile(round)} is not the one this round was opened with. Nothing was destroyed; put the right one there and close the round again");
            return await engine.Change(change => Open(change, round, id, row.Rules, key), stop);
        }
        catch (RoundKeyMissing missing)
        {
            // Another node may have been quicker, and destroyed it as it should.
            var now = await engine.Change(change => RoundRow.Find(change, id, ""), stop);
            if (now!.State != BallotState.Closing) return null;
            return new("round", $"The key file {missing.File} is not there, and without it nobody can open the ballots. Put it back and close the round again");
        }
    }

    private async Task<Problem?> Open(DbTransaction change, Id<SurveyRound> round, byte[] id, BallotRules rules, ECDiffieHellman key)
    {
        if ((await RoundRow.Find(change, id, engine.ToChange))!.State != BallotState.Closing) return null;
        var seals = (await change.All("select id, public_key from seal where round = @id", r => (Id: r.Bytes(0), Key: r.Bytes(1)),
            ("id", id)))
            .ToDictionary(s => s.Id, s => Sealing.KeyOf(round, key, s.Key), SameBytes.Comparer);
        var opened = await change.All(
            "select seal, bytes from sealed where round = @id",
            r => seals.TryGetValue(r.Bytes(0), out var seal) ? Sealing.Open(round, seal, r.Bytes(1)) : null, ("id", id));
        var damaged = opened.Count(b => b is null);
        if (damaged > 0)
        {
            return new(
                "round",
                $"The store holds {damaged} ballots that the key of this round does not open: they are damaged, or were not cast here. Nothing was destroyed; take them out or bring back a whole copy, and close the round again");
        }

        var left = await WriteApart(change, id, rules, [.. opened.OfType<Ballot>()]);
        left = left with
        {
            Keyed = await KeyedBallots.Forget(change, id),
            Sealed = await change.Run("delete from sealed where round = @id", ("id", id)),
            Seals = await change.Run("delete from seal where round = @id", ("id", id)),
            Codes = await change.Run("delete from code where round = @id", ("id", id)),
        };
        await change.Run(
            "update round set state = 2, record = @left where id = @id", ("left", JsonSerializer.Serialize(new Kept(left, null))),
                ("id", id));
        return null;
    }

    private static async Task<Left> WriteApart(DbTransaction change, byte[] id, BallotRules rules, Ballot[] ballots)
    {
        var comments = ballots.SelectMany(b => b.Comments(rules)).ToArray();
        RandomNumberGenerator.Shuffle<Ballot>(ballots);
        RandomNumberGenerator.Shuffle<BallotComment>(comments);
        foreach (var ballot in ballots)
        {
            await change.Run(
                "insert into ballot (round, ballot_key, bytes) values (@id, @key, @bytes)", ("id", id),
                ("key", RandomNumberGenerator.GetBytes(16)), ("bytes", BallotBytes.Write(ballot.WithoutWords())));
        }

        foreach (var comment in comments)
        {
            await change.Run(
                "insert into comment (round, comment_key, item, service, words) values (@id, @key, @item, @service, @words)", ("id", id),
                ("key", RandomNumberGenerator.GetBytes(16)), ("item", comment.Item), ("service", comment.Service), ("words", comment.Text));
        }

        return new(ballots.Length, comments.Length, 0, 0, 0, await Table(change, id));
    }

    /// <summary>One hash of all that is left of the round.</summary>
    public static async Task<string> Table(DbTransaction change, byte[] id)
    {
        var rows = await change.All(
            "select ballot_key, bytes from ballot where round = @id", r => Row([r.Bytes(0), r.Bytes(1)]), ("id", id));
        rows.AddRange(await change.All(
            "select comment_key, item, service, words from comment where round = @id",
            r => Row([r.Bytes(0), .. new[] { 1, 2, 3 }.Select(c => Encoding.UTF8.GetBytes(r.IsDBNull(c) ? "\0" : r.GetString(c)))]),
                ("id", id)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal)))));
    }

    private static string Row(IEnumerable<byte[]> parts) => string.Join(',', parts.Select(Convert.ToHexString));

    private async Task Sign(Id<SurveyRound> round, byte[] id, CancellationToken stop)
    {
        using var key = keys.Signing();
        await engine.Change(
            async change =>
            {
                var row = (await RoundRow.Find(change, id, engine.ToChange))!;
                if (row.State == BallotState.Closed) return 0;
                var left = JsonSerializer.Deserialize<Kept>(row.Record!)!.Left;
                var record = new CloseRecord(
                    round, clock.UkToday, row.ClosedBy!, left.Ballots, left.Comments, left.Codes, left.Sealed, left.Seals,
                        left.Table, "", "", left.Keyed)
                    .SignedBy(key);
                return await change.Run(
                    "update round set state = 3, record = @record where id = @id",
                    ("record", JsonSerializer.Serialize(new Kept(left, record))), ("id", id));
            },
            stop);
    }

    private sealed record Kept(Left Left, CloseRecord? Record, CloseRecord? Before = null);
}
