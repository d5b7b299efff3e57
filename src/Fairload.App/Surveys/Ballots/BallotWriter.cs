using System.Threading.Channels;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>
/// Group commit: one task takes what has come in, up to 512 ballots, writes them in one transaction and answers when it is durable. The
/// disk's syncs are then shared by all who wait, and decide the rate no longer.
/// </summary>
internal sealed class BallotWriter : IAsyncDisposable
{
    private const int MostTogether = 512;
    private const int MostWaiting = 20_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly BallotEngine _engine;
    private readonly TimeProvider _clock;
    private readonly Task _work;

    public BallotWriter(BallotEngine engine, TimeProvider clock)
    {
        (_engine, _clock) = (engine, clock);
        _work = Task.Run(Work);
    }

    public Task<Cast> Ask(Id<SurveyRound> round, BallotAsked asked, string receipt)
    {
        var waiting = new Waiting(round, asked, receipt, _clock.GetTimestamp());
        return _waiting.Writer.TryWrite(waiting) ? waiting.Reply.Task : Task.FromResult<Cast>(new Cast.Busy());
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _work;
    }

    private async Task Work()
    {
        var together = new List<Waiting>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var one))
            {
                if (_clock.GetElapsedTime(one.Since) > Longest) one.Reply.TrySetResult(new Cast.Busy());
                else together.Add(one);
            }

            foreach (var ofRound in together.GroupBy(w => w.Round)) await Write(ofRound.Key, [.. ofRound]);
        }
    }

    /// <summary>Whatever goes wrong is told to those who wait, and the next are served.</summary>
    private async Task Write(Id<SurveyRound> round, IReadOnlyList<Waiting> together)
    {
        try
        {
            var casts = await _engine.Change(change => Decide(change, round.Value.ToByteArray(), together), CancellationToken.None);
            for (var i = 0; i < casts.Length; i++) together[i].Reply.TrySetResult(casts[i]);
        }
        catch (Exception fault)
        {
            foreach (var one in together) one.Reply.TrySetException(fault);
        }
    }

    private async Task<Cast[]> Decide(System.Data.Common.DbTransaction change, byte[] round, IReadOnlyList<Waiting> together)
    {
        var row = await RoundRow.Find(change, round, _engine.Unchanged);
        var codes = together.Select(w => w.Asked.Code).OfType<byte[]>().Distinct(SameBytes.Comparer).ToList();
        var spent = codes.Count == 0 ? new Dictionary<byte[], bool>() : await _engine.Spent(change, round, codes);
        var repeated = together.Where(w => w.Asked.Code is not { } code || spent.GetValueOrDefault(code)).Select(w => w.Asked.Key).ToList();
        var present = repeated.Count == 0 ? new HashSet<byte[]>() : await _engine.Present(change, round, repeated);

        var counting = new CastCounting(row, spent, present);
        var casts = together.Select(w => counting.Of(w.Asked, w.Receipt)).ToArray();

        if (counting.New.Count > 0) await _engine.Store(change, round, counting.New);
        return casts;
    }

    private sealed record Waiting(Id<SurveyRound> Round, BallotAsked Asked, string Receipt, long Since)
    {
        public TaskCompletionSource<Cast> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What becomes of each ballot of a batch, the earlier ones of it taken into account.</summary>
internal sealed class CastCounting(RoundRow? round, IReadOnlyDictionary<byte[], bool> spent, IReadOnlySet<byte[]> present)
{
    private readonly HashSet<byte[]> _spentHere = new(SameBytes.Comparer);
    private readonly HashSet<byte[]> _storedHere = new(SameBytes.Comparer);

    public List<BallotAsked> New { get; } = [];

    public Cast Of(BallotAsked asked, string receipt)
    {
        if (round is null) return new Cast.UnknownCode();
        if (round.State != BallotState.Open) return new Cast.Closed();
        if (present.Contains(asked.Key) || _storedHere.Contains(asked.Key)) return new Cast.Counted(receipt);
        if (asked.Code is { } code)
        {
            if (!spent.TryGetValue(code, out var isSpent)) return new Cast.UnknownCode();
            if (isSpent || !_spentHere.Add(code)) return new Cast.AlreadyUsed();
        }
        else if (!round.IsUnlocked)
        {
            return new Cast.Locked();
        }

        _storedHere.Add(asked.Key);
        New.Add(asked);
        return new Cast.Counted(receipt);
    }
}
