using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fairload.App.Store;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>
/// Where what people answered lies: a database of its own that shares no key with people and keeps no time, address, device or order.
/// docs/confidentiality.md says who could learn what from it; a test holds both against each other. No function here shows one ballot.
/// </summary>
public sealed class BallotStore(DataDirectory data, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly RoundKeys _keys = new(data.Path);
    private readonly Sealing _sealing = new();
    private readonly ConcurrentDictionary<Id<SurveyRound>, RoundRow> _rounds = new();
    private BallotEngine? _engine;
    private BallotWriter? _writer;

    /// <summary>Before the first invitation: the round with its rules, its codes as hashes, its keys. Again with more codes, or with a
    /// higher floor; anything weaker is refused.</summary>
    /// <param name="codes">At least twelve signs each, without look-alikes. At a kiosk those that unlock it.</param>
    public async Task Prepare(Id<SurveyRound> round, IReadOnlyCollection<string> codes, BallotRules rules, CancellationToken stop)
    {
        if (codes.Any(c => Typed.Plain(c).Length < 12)) throw new ArgumentException("A code has at least twelve signs.", nameof(codes));
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.Floor, BallotRules.LeastFloor);
        var (engine, id) = (await Engine(stop), Bytes(round));
        var there = await Find(round, stop);
        if (there is not null && !File.Exists(_keys.CodesFile(round))) throw new RoundKeyMissing(_keys.CodesFile(round));
        var publicKey = there?.PublicKey ?? _keys.Make(round);
        var hashes = codes.Select(c => _keys.Hash(round, c)).OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToList();
        if (hashes.Distinct(SameBytes.Comparer).Count() != hashes.Count)
            throw new ArgumentException("A code is there twice.", nameof(codes));

        await engine.Change(
            async change =>
            {
                var row = await RoundRow.Find(change, id, engine.ToChange);
                if (row is null) await RoundRow.Add(change, id, rules, publicKey);
                else if (row.State != BallotState.Open) throw new InvalidOperationException("The round is closed.");
                else if (!row.AllowsRules(rules)) throw new InvalidOperationException("The rules of a round can not be weakened.");
                else await change.Run("update round set floor = @floor where id = @id", ("floor", rules.Floor), ("id", id));
                await engine.AddCodes(change, id, hashes);
                return default(Done);
            },
            stop);
        _rounds.TryRemove(round, out _);
    }

    /// <summary>Counts a ballot once. The same page sent again, whatever it says now, has the first sending's receipt and changes
    /// nothing.</summary>
    /// <param name="nonce">What this page alone holds: see <see cref="NewNonce"/>.</param>
    public Task<Cast> Cast(Id<SurveyRound> round, string code, string nonce, Ballot ballot, CancellationToken stop) =>
        Cast(round, code, nonce, ballot, atKiosk: false, stop);

    /// <summary>At a kiosk, while it is unlocked.</summary>
    public Task<Cast> CastWithoutCode(Id<SurveyRound> round, string nonce, Ballot ballot, CancellationToken stop) =>
        Cast(round, "", nonce, ballot, atKiosk: true, stop);

    /// <summary>128 random bits for a page that is about to be answered. It stands in the page and nowhere else.</summary>
    public static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether the round takes ballots.</summary>
    public async Task<bool> IsOpen(Id<SurveyRound> round, CancellationToken stop) => await Find(round, stop) is { State: BallotState.Open };

    /// <summary>Whether there is such a code, and it is not spent: asked before the questions are shown.</summary>
    public async Task<bool> IsUnused(Id<SurveyRound> round, string code, CancellationToken stop)
    {
        if (await Find(round, stop) is not { State: BallotState.Open }) return false;
        var (engine, hash) = (await Engine(stop), _keys.Hash(round, code));
        return await engine.Change(
            async change => (await engine.Spent(change, Bytes(round), [hash])).TryGetValue(hash, out var isSpent) && !isSpent, stop);
    }

    /// <summary>Whether a ballot with this receipt counts. After the close there is nothing left to tell it by, and the answer is no: ask
    /// <see cref="IsOpen"/> first.</summary>
    public async Task<bool> IsCounted(Id<SurveyRound> round, string receipt, CancellationToken stop)
    {
        var engine = await Engine(stop);
        return await engine.Change(
            async change => (await engine.Present(change, Bytes(round), [Typed.BallotKey(round, receipt)])).Count == 1, stop);
    }

    /// <summary>Takes a ballot back before the close. Its place is written over; its code stays spent.</summary>
    public async Task<Withdrawn> Withdraw(Id<SurveyRound> round, string receipt, CancellationToken stop)
    {
        var (engine, id) = (await Engine(stop), Bytes(round));
        var withdrawn = await engine.Change(
            async change =>
            {
                if (await RoundRow.Find(change, id, engine.Unchanged) is not { } row) return Withdrawn.Unknown;
                if (row.State != BallotState.Open) return Withdrawn.Closed;
                var gone = await change.Run(
                    "delete from sealed where round = @id and ballot_key = @key", ("id", id), ("key", Typed.BallotKey(round, receipt)));
                return gone == 1 ? Withdrawn.Gone : Withdrawn.Unknown;
            },
            stop);
        if (withdrawn == Withdrawn.Gone) await engine.FoldLog(stop);
        return withdrawn;
    }

    /// <summary>How many have answered, in bands, while the round is open.</summary>
    /// <returns>Null for fewer than the floor, and after the close.</returns>
    public async Task<ParticipationBand?> Participation(Id<SurveyRound> round, CancellationToken stop)
    {
        if (await Find(round, stop) is not { State: BallotState.Open } row) return null;
        var answered = await (await Engine(stop)).Change(
            change => change.Count("select count(*) from sealed where round = @id", ("id", Bytes(round))), stop);
        return Core.Surveys.Participation.Band(answered, row.Rules.Invited, row.Rules.Floor);
    }

    /// <summary>What <see cref="TakeUsed"/> will hand over for this code once it is spent. It is not what the store knows the code
    /// by.</summary>
    public string Mark(Id<SurveyRound> round, string code) => _keys.Mark(round, _keys.Hash(round, code));

    /// <summary>
    /// The marks of all spent codes that have been handed over, in random order, those newly spent among them as soon as the floor of them
    /// waits. Whoever was interrupted asks again and has lost none. What waits below the floor at the close is never handed over.
    /// </summary>
    /// <returns>Empty after the close.</returns>
    public async Task<IReadOnlyList<string>> TakeUsed(Id<SurveyRound> round, CancellationToken stop)
    {
        var (engine, id) = (await Engine(stop), Bytes(round));
        var used = await engine.Change<List<byte[]>>(
            async change =>
            {
                if (await RoundRow.Find(change, id, engine.ToChange) is not { State: BallotState.Open } row) return [];
                var waiting = await change.Count("select count(*) from code where round = @id and used = 1", ("id", id));
                if (waiting >= row.Rules.Floor) await change.Run("update code set used = 2 where round = @id and used = 1", ("id", id));
                return await change.All("select hash from code where round = @id and used = 2", r => r.Bytes(0), ("id", id));
            },
            stop);
        var marks = used.Select(h => _keys.Mark(round, h)).ToArray();
        RandomNumberGenerator.Shuffle<string>(marks);
        return marks;
    }

    /// <returns>False where the code does not unlock this kiosk, or it is closed.</returns>
    public Task<bool> Unlock(Id<SurveyRound> round, string stewardCode, CancellationToken stop) => Turn(round, stewardCode, 1, stop);

    public Task<bool> Lock(Id<SurveyRound> round, string stewardCode, CancellationToken stop) => Turn(round, stewardCode, 0, stop);

    /// <summary>Opens the ballots, writes them in random order, and destroys what joined them to codes. It can be asked again after it was
    /// broken off, and of a closed round.</summary>
    public async Task<Result<CloseRecord>> Close(Id<SurveyRound> round, string closedBy, CancellationToken stop)
    {
        var closing = new BallotClosing(await Engine(stop), _keys, _sealing, clock);
        var closed = await closing.Close(round, closedBy, stop);
        _rounds.TryRemove(round, out _);
        return closed;
    }

    /// <summary>The signed record of a closed round; null before.</summary>
    public async Task<CloseRecord?> Record(Id<SurveyRound> round, CancellationToken stop) => BallotClosing.Record(await Find(round, stop));

    /// <summary>Whether this server signed the record, and what is left of the round is what it says, or what is left of that by a later
    /// record which names this one.</summary>
    public async Task<bool> Verify(CloseRecord record, CancellationToken stop) =>
        await new BallotClosing(await Engine(stop), _keys, _sealing, clock).Verify(record, stop);

    /// <summary>All ballots of a closed round, without words, for scoring; empty before the close. Only App may ask.</summary>
    internal async Task<IReadOnlyList<Ballot>> Ballots(Id<SurveyRound> round, CancellationToken stop) =>
        await Find(round, stop) is not { State: BallotState.Closed } ? [] : await (await Engine(stop)).Change(
            change => change.All("select bytes from ballot where round = @id", r => BallotBytes.Read(r.Bytes(0)),
                ("id", Bytes(round))), stop);

    /// <summary>All comments of a closed round, apart from ballots and each other; empty before the close. Only App may ask.</summary>
    internal async Task<IReadOnlyList<BallotComment>> Comments(Id<SurveyRound> round, CancellationToken stop) =>
        await Find(round, stop) is not { State: BallotState.Closed } ? [] : await (await Engine(stop)).Change(
            change => change.All(
                "select item, service, words from comment where round = @id",
                r => new BallotComment(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetString(2)), ("id", Bytes(round))),
            stop);

    /// <summary>Destroys the comments of a closed round. A second record is signed; the one of the close still
    /// counts.</summary>
    internal async Task<Result<CloseRecord>> PurgeComments(Id<SurveyRound> round, CancellationToken stop) =>
        await new BallotClosing(await Engine(stop), _keys, _sealing, clock).PurgeComments(round, stop);

    /// <summary>Goes on with every close that was broken off; at each start.</summary>
    /// <returns>What stands against one of them.</returns>
    public async Task<IReadOnlyList<Problem>> FinishCloses(CancellationToken stop)
    {
        var troubles = new List<Problem>();
        foreach (var (round, row) in (await Unclosed(stop)).Where(r => r.Row.State != BallotState.Open))
            if (!(await Close(round, row.ClosedBy!, stop)).Try(out _, out var problems)) troubles.AddRange(problems);
        return troubles;
    }

    /// <summary>The records of all closed rounds, those among them that a later one has followed.</summary>
    internal async Task<IReadOnlyList<CloseRecord>> Records(CancellationToken stop) => await (await Engine(stop)).Change(
        async change =>
        {
            var records = new List<CloseRecord>();
            foreach (var id in await change.All("select id from round where state = 3", r => r.Bytes(0)))
            {
                var row = await RoundRow.Find(change, id, "");
                records.Add(BallotClosing.Record(row)!);
                if (BallotClosing.Before(row) is { } before) records.Add(before);
            }

            return records;
        },
        stop);

    /// <summary>Every round that is not closed yet, for those who look after the store.</summary>
    internal async Task<IReadOnlyList<(Id<SurveyRound> Round, RoundRow Row)>> Unclosed(CancellationToken stop) =>
        await (await Engine(stop)).Change(
            async change =>
            {
                var found = new List<(Id<SurveyRound>, RoundRow)>();
                foreach (var id in await change.All("select id from round where state < 3", r => r.Bytes(0)))
                    found.Add((new(new Guid(id)), (await RoundRow.Find(change, id, ""))!));
                return found;
            },
            stop);

    internal RoundKeys Keys => _keys;

    internal Sealing Seals => _sealing;

    internal async Task<BallotEngine> Engine(CancellationToken stop)
    {
        if (_engine is { } open) return open;
        await _opening.WaitAsync(stop);
        try
        {
            if (_engine is not null) return _engine;
            var engine = await BallotPlace.Open(data, stop);
            _writer = new(engine, clock);
            return _engine = engine;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        var (writer, engine) = (Interlocked.Exchange(ref _writer, null), Interlocked.Exchange(ref _engine, null));
        if (writer is not null) await writer.DisposeAsync();
        if (engine is not null) await engine.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<Cast> Cast(Id<SurveyRound> round, string code, string nonce, Ballot ballot, bool atKiosk, CancellationToken stop)
    {
        await Engine(stop);
        if (!Typed.IsNonce(nonce)) return new Cast.UnknownCode();
        if (await Remembered(round, stop) is not { } row || row.Rules.IsKiosk != atKiosk) return new Cast.UnknownCode();
        try
        {
            var receipt = Typed.Receipt(round, code, nonce);
            var asked = new BallotAsked(
                atKiosk ? null : _keys.Hash(round, code), Typed.BallotKey(round, receipt),
                _sealing.Seal(round, row.PublicKey, row.Rules.Slot, ballot));
            return await _writer!.Ask(round, asked, receipt).WaitAsync(stop);
        }
        catch (RoundKeyMissing)
        {
            // The keys go before the record is signed, on this node or another.
            if (await IsOpen(round, stop)) throw;
            return new Cast.Closed();
        }
    }

    private async Task<bool> Turn(Id<SurveyRound> round, string stewardCode, int unlocked, CancellationToken stop)
    {
        if (await Find(round, stop) is not { State: BallotState.Open, Rules.IsKiosk: true }) return false;
        var (engine, id, hash) = (await Engine(stop), Bytes(round), _keys.Hash(round, stewardCode));
        return await engine.Change(
            async change => (await engine.Spent(change, id, [hash])).Count == 1
                && await change.Run("update round set unlocked = @unlocked where id = @id", ("unlocked", unlocked), ("id", id)) == 1,
            stop);
    }

    /// <summary>What does not change while a round is open: its public key, its slot, its kind. Whether it still is open each batch asks
    /// anew.</summary>
    private async Task<RoundRow?> Remembered(Id<SurveyRound> round, CancellationToken stop)
    {
        if (_rounds.TryGetValue(round, out var known)) return known;
        var found = await Find(round, stop);
        if (found is not null) _rounds[round] = found;
        return found;
    }

    private async Task<RoundRow?> Find(Id<SurveyRound> round, CancellationToken stop) =>
        await (await Engine(stop)).Change(change => RoundRow.Find(change, Bytes(round), ""), stop);

    private static byte[] Bytes(Id<SurveyRound> round) => round.Value.ToByteArray();
}
