using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Rounds;

/// <summary>What a code opens.</summary>
/// <param name="IsKiosk">The code is the steward's: whoever stands at the device answers without one of their own.</param>
public sealed record AnswerPlace(
    SurveyRound Round, AccessCode Code, bool IsKiosk, Questionnaire Asked, Effort Effort, IReadOnlyList<RoundUnit> Units);

/// <summary>What somebody sends.</summary>
/// <param name="Nonce">Drawn with the first page, so that the same answers sent twice are one ballot.</param>
public sealed record Sending(
    string Nonce, IReadOnlyDictionary<string, string[]> Answers, IReadOnlyDictionary<string, string> Background);

/// <summary>It counts, and the receipt says so; or the store has no time this moment and nothing was lost.</summary>
/// <param name="Receipt">Null when it is to be sent once more.</param>
public sealed record Sent(string? Receipt);

/// <summary>What can be said of a receipt.</summary>
public enum ReceiptState { NotFound, Counted, TakenBack }

/// <summary>
/// Where somebody answers. The code alone opens it: nobody is signed in, nothing is noted of who asks, and neither code nor answers are
/// written to a log or to the department's database.
/// </summary>
public sealed class RespondingDesk(FairloadDb db, BallotStore ballots, TimeProvider clock)
{
    private const int LeastNonce = 22;
    private const int LongestNonce = 100;
    private const int LongestReceipt = 100;

    /// <param name="typed">As it came; small letters and gaps do no harm.</param>
    /// <param name="begins">Somebody begins with it: a code that has been used opens nothing.</param>
    public async Task<Result<AnswerPlace>> Find(string? typed, bool begins, CancellationToken stop)
    {
        if (!AccessCode.TryRead(typed, out var code))
            return new Problem("Code", $"That is no code of a survey. It has {AccessCode.Length} letters and digits in four groups: check each of them");
        var round = await db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Mark == code.Mark, stop);
        if (round is null) return Unknown;
        if (Standing(round) is { } shut) return shut;

        var isKiosk = round.Mode == RoundMode.Kiosk;
        if (isKiosk && round.StewardHash != OpeningDesk.HashOf(code))
            return Locked;
        if (!isKiosk && begins && !await ballots.IsUnused(round.Id, code.Text, stop)) return Used;

        var units = await db.Set<RoundUnit>().AsNoTracking().Where(u => u.RoundId == round.Id).OrderBy(u => u.Number).ToListAsync(stop);
        var asked = QuestionnaireDesk.Sound(round.Document);
        return new AnswerPlace(round, code, isKiosk, asked, Effort.Of(asked), units);
    }

    /// <summary>What is wrong with the answers given so far, by the code of the item; nothing for those that are not given.</summary>
    public static IReadOnlyList<Problem> Faults(AnswerPlace place, IReadOnlyDictionary<string, string[]> answers) =>
        Ballot.Read(
            place.Asked, AnswerPages.Kept(place.Asked, answers), new Dictionary<string, IReadOnlyList<string>>(),
            RoundRules.SlotOf(place.Asked))
            .Try(out _, out var problems) ? [] : problems;

    /// <summary>Sends the ballot. The same page sent twice is one ballot with one receipt; a code that was used on another page changes
    /// nothing.</summary>
    public async Task<Result<Sent>> Send(AnswerPlace place, Sending what, CancellationToken stop)
    {
        if (!Read(place.Round, place.Asked, place.Units, what).Try(out var ballot, out var problems)) return problems.ToList();

        var cast = place.IsKiosk ? await ballots.CastWithoutCode(place.Round.Id, what.Nonce, ballot, stop)
            : await ballots.Cast(place.Round.Id, place.Code.Text, what.Nonce, ballot, stop);
        return cast switch
        {
            Cast.Counted counted => new Sent(counted.Receipt),
            Cast.Busy => new Sent(null),
            Cast.AlreadyUsed => Used,
            Cast.Closed => Over(place.Round),
            Cast.Locked => Locked,
            _ => Unknown,
        };
    }

    /// <summary>The ballot that a form sends, or everything that is wrong with it.</summary>
    internal static Result<Ballot> Read(SurveyRound round, Questionnaire asked, IReadOnlyList<RoundUnit> units, Sending what)
    {
        if (what.Nonce.Length is < LeastNonce or > LongestNonce || !what.Nonce.All(char.IsAsciiLetterOrDigit)) return Tampered;
        var (questions, fields) = (Questions(round, units), AnswerPages.Kept(asked, what.Answers).ToDictionary());
        foreach (var (code, said) in what.Background) fields.TryAdd(code, [said]);
        // Every question about oneself has an answer: who leaves one out would rather not say.
        foreach (var code in questions.Keys.Where(code => fields.GetValueOrDefault(code) is not [{ Length: > 0 }]))
            fields[code] = [Background.NotSaid];
        return Ballot.Read(asked, fields, questions, RoundRules.SlotOf(asked));
    }

    /// <summary>The page's part of what makes two sendings of the same page one ballot.</summary>
    public static string NewNonce() => BallotStore.NewNonce();

    /// <summary>Whether a ballot counts. Of a receipt that is not known nothing more is said.</summary>
    public async Task<ReceiptState> Look(string? receipt, CancellationToken stop)
    {
        foreach (var round in await Rounds(receipt, stop))
        {
            if (await ballots.IsCounted(round.Id, receipt!, stop))
                return ReceiptState.Counted;
        }

        return ReceiptState.NotFound;
    }

    /// <summary>Takes a ballot back before the close. Its code stays used.</summary>
    public async Task<ReceiptState> Withdraw(string? receipt, CancellationToken stop)
    {
        foreach (var round in await Rounds(receipt, stop))
            if (await ballots.Withdraw(round.Id, receipt!, stop) == Withdrawn.Gone) return ReceiptState.TakenBack;

        return ReceiptState.NotFound;
    }

    private static Problem Unknown => new("Code", $"Nobody was given this code, or its survey was called off. Check it against the letter or the sheet");

    private static Problem Tampered => new("", $"The form was changed on its way. Open the survey again; nothing was sent");

    internal static Problem Over(SurveyRound round) =>
        new("Code", $"This survey closed at the end of {round.LastDay}. Nothing more can be answered, and nothing was sent");

    private Problem? Standing(SurveyRound round)
    {
        var today = clock.UkToday;
        if (round.State == RoundState.Closed || today >= round.ClosesOn) return Over(round);
        if (round.State != RoundState.Open) return Unknown;
        return today < round.OpensOn ? new("Code", $"This survey opens on {round.OpensOn}. Keep the code until then") : null;
    }

    private static Problem Used => new(
        "Code", $"This code has been used, or was given to nobody. Nothing was changed. If you have answered with it, the receipt shows that it counts");

    private static Problem Locked => new("Code", $"This code does not unlock the kiosk, or does no longer. Ask whoever runs the survey for a new one");

    /// <summary>What can be said of oneself, by the code of the question.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Questions(SurveyRound round, IReadOnlyList<RoundUnit> units)
    {
        var known = round.Background.ToDictionary(Background.Code, Background.Options);
        known[Background.Unit] = [.. units.Select(RoundRules.UnitCode)];
        return known.ToDictionary(q => q.Key, q => (IReadOnlyList<string>)[.. q.Value, Background.NotSaid]);
    }

    private async Task<IReadOnlyList<SurveyRound>> Rounds(string? receipt, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(receipt) || receipt.Length > LongestReceipt ? []
            : await db.Set<SurveyRound>().AsNoTracking().Where(r => r.State == RoundState.Open).ToListAsync(stop);
}
