using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Fairload.App.Store;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>What became of a ballot that was sent.</summary>
public abstract record Cast
{
    public sealed record Counted(string Receipt) : Cast;

    public sealed record AlreadyUsed : Cast;

    public sealed record UnknownCode : Cast;

    public sealed record Closed : Cast;

    public sealed record Busy : Cast;

    public sealed record Locked : Cast;
}

/// <summary>What became of the wish to take a ballot back.</summary>
public enum Withdrawn { Gone, Unknown, Closed }

/// <summary>What was closed.</summary>
public sealed record CloseRecord(int Ballots, string ClosedBy);

/// <summary>Ballots in memory: stands where the real store will, and keeps nothing over a restart.</summary>
public sealed class BallotStore(DataDirectory data)
{
    private readonly ConcurrentDictionary<Id<SurveyRound>, Held> _rounds = new();

    public Task Prepare(Id<SurveyRound> round, IReadOnlyCollection<string> codes, BallotRules rules, CancellationToken stop)
    {
        var held = _rounds.GetOrAdd(round, _ => new());
        lock (held)
        {
            held.Rules = rules;
            foreach (var code in codes) held.Codes.TryAdd(Mark(round, code), null);
        }

        return Task.CompletedTask;
    }

    public static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string Mark(Id<SurveyRound> round, string code) => Hash($"{data.Path}/{round}/{code}");

    public Task<bool> IsUnused(Id<SurveyRound> round, string code, CancellationToken stop) => Task.FromResult(
        _rounds.TryGetValue(round, out var held) && !held.IsClosed
        && held.Codes.TryGetValue(Mark(round, code), out var spent) && spent is null);

    public Task<Cast> Cast(Id<SurveyRound> round, string code, string nonce, Ballot ballot, CancellationToken stop)
    {
        if (!_rounds.TryGetValue(round, out var held)) return Answer(new Cast.UnknownCode());
        lock (held)
        {
            var (mark, receipt) = (Mark(round, code), Hash($"{code}/{nonce}")[..16]);
            if (!held.Codes.TryGetValue(mark, out var before)) return Answer(new Cast.UnknownCode());
            if (before == receipt) return Answer(new Cast.Counted(receipt));
            if (held.IsClosed) return Answer(new Cast.Closed());
            if (before is not null) return Answer(new Cast.AlreadyUsed());
            held.Codes[mark] = receipt;
            held.Ballots[receipt] = ballot;
            held.New++;
            return Answer(new Cast.Counted(receipt));
        }
    }

    public Task<Cast> CastWithoutCode(Id<SurveyRound> round, string nonce, Ballot ballot, CancellationToken stop)
    {
        if (!_rounds.TryGetValue(round, out var held)) return Answer(new Cast.UnknownCode());
        lock (held)
        {
            if (held.IsClosed) return Answer(new Cast.Closed());
            if (!held.IsUnlocked) return Answer(new Cast.Locked());
            held.Ballots.TryAdd(Hash(nonce)[..16], ballot);
            return Answer(new Cast.Counted(Hash(nonce)[..16]));
        }
    }

    public Task<bool> Unlock(Id<SurveyRound> round, string stewardCode, CancellationToken stop) => Turn(round, stewardCode, true);

    public Task<bool> Lock(Id<SurveyRound> round, string stewardCode, CancellationToken stop) => Turn(round, stewardCode, false);

    public Task<bool> IsCounted(Id<SurveyRound> round, string receipt, CancellationToken stop) =>
        Task.FromResult(_rounds.TryGetValue(round, out var held) && !held.IsClosed && held.Ballots.ContainsKey(receipt.ToLowerInvariant()));

    public Task<Withdrawn> Withdraw(Id<SurveyRound> round, string receipt, CancellationToken stop)
    {
        if (!_rounds.TryGetValue(round, out var held)) return Task.FromResult(Withdrawn.Unknown);
        lock (held)
        {
            if (held.IsClosed) return Task.FromResult(Withdrawn.Closed);
            return Task.FromResult(held.Ballots.Remove(receipt.ToLowerInvariant()) ? Withdrawn.Gone : Withdrawn.Unknown);
        }
    }

    public Task<ParticipationBand?> Participation(Id<SurveyRound> round, CancellationToken stop)
    {
        if (!_rounds.TryGetValue(round, out var held) || held.IsClosed || held.Ballots.Count < held.Rules.Floor)
            return Task.FromResult<ParticipationBand?>(null);
        return Task.FromResult<ParticipationBand?>((held.Ballots.Count * 100 / held.Rules.Invited) switch
        {
            < 25 => ParticipationBand.UnderAQuarter,
            < 50 => ParticipationBand.UnderAHalf,
            < 65 => ParticipationBand.UnderTwoThirds,
            < 80 => ParticipationBand.UnderFourFifths,
            _ => ParticipationBand.FourFifthsAndOver,
        });
    }

    public Task<IReadOnlyList<string>> TakeUsed(Id<SurveyRound> round, CancellationToken stop)
    {
        if (!_rounds.TryGetValue(round, out var held) || held.IsClosed) return Task.FromResult<IReadOnlyList<string>>([]);
        lock (held)
        {
            if (held.New < held.Rules.Floor) return Task.FromResult(held.Told);
            held.New = 0;
            held.Told = [.. held.Codes.Where(c => c.Value is not null).Select(c => c.Key)];
            return Task.FromResult(held.Told);
        }
    }

    public Task<Result<CloseRecord>> Close(Id<SurveyRound> round, string closedBy, CancellationToken stop)
    {
        var held = _rounds.GetOrAdd(round, _ => new());
        held.IsClosed = true;
        return Task.FromResult<Result<CloseRecord>>(new CloseRecord(held.Ballots.Count, closedBy));
    }

    private Task<bool> Turn(Id<SurveyRound> round, string code, bool unlocked)
    {
        if (!_rounds.TryGetValue(round, out var held) || !held.Codes.ContainsKey(Mark(round, code))) return Task.FromResult(false);
        held.IsUnlocked = unlocked;
        return Task.FromResult(true);
    }

    private static Task<Cast> Answer(Cast cast) => Task.FromResult(cast);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Held
    {
        public BallotRules Rules { get; set; } = null!;
        public Dictionary<string, string?> Codes { get; } = [];
        public Dictionary<string, Ballot> Ballots { get; } = [];
        public IReadOnlyList<string> Told { get; set; } = [];
        public int New { get; set; }
        public bool IsClosed { get; set; }
        public bool IsUnlocked { get; set; }
    }
}
