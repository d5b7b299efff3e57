using System.Data.Common;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>A ballot that somebody types in for another.</summary>
/// <param name="Nonce">Of the page on which it was typed: the same page sent twice is one ballot.</param>
/// <param name="Code">Of a sheet that was given back, and is used up with it; null for none.</param>
/// <param name="Unit">What the ballot says of its unit.</param>
internal sealed record BallotToKey(string Nonce, string? Code, string Unit, Ballot Ballot);

/// <summary>
/// Ballots that are typed in go the way of all others: sealed, under a key that is a hash, without time or typist. While the round is open
/// the store also notes which they are; the close leaves how many they were, and nothing else.
/// </summary>
internal static class KeyedBallots
{
    private const string Keyed = "keyed";

    private const string There = "from keyed k join sealed s on s.round = k.round and s.ballot_key = k.ballot_key where k.round = @id";

    /// <param name="whyNot">Asked with what the store counts, in the same change as the ballot is stored in.</param>
    public static async Task<Cast> Key(
        this BallotStore store, Id<SurveyRound> round, BallotToKey what, Func<KeyedSoFar, Problem?> whyNot, CancellationToken stop)
    {
        if (!Typed.IsNonce(what.Nonce)) return new Cast.UnknownCode();
        var engine = await store.Engine(stop);
        var receipt = Typed.Receipt(round, Keyed, what.Nonce);
        var hash = what.Code is { } code && await store.IsOpen(round, stop) ? store.Keys.Hash(round, code) : null;
        return await engine.Change<Cast>(
            async change =>
            {
                var (id, key) = (round.Value.ToByteArray(), Typed.BallotKey(round, receipt));
                if (await RoundRow.Find(change, id, engine.ToChange) is not { } row) return new Cast.UnknownCode();
                if (row.State != BallotState.Open) return new Cast.Closed();
                if (await WasSent(change, engine, id, key, receipt) is { } before) return before;
                if (hash is not null && await Unusable(change, engine, id, hash) is { } unusable) return unusable;
                if (whyNot(await SoFar(change, id, what.Unit)) is { } why) return new Cast.TooMany(why);

                await engine.Store(change, id, [new(hash, key, store.Seals.Seal(round, row.PublicKey, row.Rules.Slot, what.Ballot))]);
                await change.Run(
                    "insert into keyed (round, ballot_key, unit, uses_code) values (@id, @key, @unit, @uses)", ("id", id), ("key", key),
                    ("unit", what.Unit), ("uses", hash is null ? 0 : 1));
                return new Cast.Counted(receipt);
            },
            stop);
    }

    /// <summary>How many are there without a code of their own, so that no code too many is printed.</summary>
    public static async Task<int> KeyedWithoutCode(this BallotStore store, Id<SurveyRound> round, CancellationToken stop) =>
        await (await store.Engine(stop)).Change(
            change => change.Count($"select count(*) {There} and k.uses_code = 0", ("id", round.Value.ToByteArray())), stop);

    /// <summary>How many of the ballots that count were keyed in; asked at the close, which then forgets which they were.</summary>
    public static async Task<int> Forget(DbTransaction change, byte[] round)
    {
        var count = await change.Count($"select count(*) {There}", ("id", round));
        await change.Run("delete from keyed where round = @id", ("id", round));
        return count;
    }

    /// <summary>One that was taken back is not put in again by the page that had sent it.</summary>
    private static async Task<Cast?> WasSent(DbTransaction change, BallotEngine engine, byte[] round, byte[] key, string receipt)
    {
        var sent = await change.Count("select count(*) from keyed where round = @id and ballot_key = @key", ("id", round), ("key", key));
        if (sent == 0) return null;
        return (await engine.Present(change, round, [key])).Count == 1 ? new Cast.Counted(receipt, WasThere: true) : new Cast.AlreadyUsed();
    }

    private static async Task<Cast?> Unusable(DbTransaction change, BallotEngine engine, byte[] round, byte[] hash) =>
        !(await engine.Spent(change, round, [hash])).TryGetValue(hash, out var isSpent) ? new Cast.UnknownCode()
            : isSpent ? new Cast.AlreadyUsed() : null;

    private static async Task<KeyedSoFar> SoFar(DbTransaction change, byte[] round, string unit) => new(
        await change.Count($"select count(*) {There} and k.unit = @unit", ("id", round), ("unit", unit)),
        await change.Count($"select count(*) {There} and k.uses_code = 0", ("id", round)),
        await change.Count($"select count(*) {There}", ("id", round)),
        await change.Count("select count(*) from sealed where round = @id", ("id", round)));
}
