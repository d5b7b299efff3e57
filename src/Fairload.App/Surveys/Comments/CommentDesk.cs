using System.Text.Json;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Comments;

/// <summary>
/// Two people read what was written in a closed round, one comment at a time, each in an order of their own, and leave out what could give
/// somebody away. Until the first has decided, nothing of a comment is outside the ballot store.
/// </summary>
public sealed class CommentDesk(
    FairloadDb db, BallotStore ballots, RoundReading rounds, SafePersonNotes notes, AuditTrail audit)
{
    /// <summary>What was let out; null where there is no such round.</summary>
    public async Task<CommentsView?> Show(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveyResults);
        if (await Round(id, stop) is not { } round) return null;
        var released = await db.Set<SurveyComments>().AsNoTracking().SingleOrDefaultAsync(c => c.RoundId == id, stop);
        var comments = released is null ? null : JsonSerializer.Deserialize<ReleasedComments>(released.Document);
        var mayRead = (await Rights(id, reader, stop)).Any;
        return new(round, await rounds.Asked(round, stop), comments, released?.ReleasedOn, mayRead, reader.May(Permission.PlanSurveys));
    }

    /// <summary>The comment that this reader reads next. Null where there is no such round, and for whoever
    /// was not named as a reader of it.</summary>
    public async Task<ReadingView?> Next(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReadComments);
        if (await Round(id, stop) is not { } round) return null;
        var rights = await Rights(id, reader, stop);
        if (!rights.Any) return null;
        await notes.Settle(id, stop);

        var asked = await rounds.Asked(round, stop);
        var begun = await db.Set<CommentReading>().AsNoTracking().Where(r => r.RoundId == id).ToDictionaryAsync(r => r.Id, stop);
        var isOut = await db.Set<SurveyComments>().AnyAsync(c => c.RoundId == id, stop);
        var keys = isOut ? [] : await ballots.CommentKeys(id, stop);
        var waiting = keys.Where(k => !begun.TryGetValue(k, out var b) || !b.IsRead).ToList();
        var mine = Mine(waiting, begun, rights, reader);

        var next = CommentTurns.Next(reader.Account!.Value, mine);
        var shown = next is { } key ? await ToRead(round, asked, key, begun.GetValueOrDefault(key), stop) : null;
        return new(
            round, asked, shown, mine.Count, waiting.Count - mine.Count, begun.Values.Count(b => b.IsRead),
            SafePersonNotes.IsReached(round));
    }

    /// <summary>How many comments of a closed round wait for this reader; 0 for whoever is none of its readers.</summary>
    internal async Task<int> Waiting(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        var rights = await Rights(id, reader, stop);
        if (!rights.Any) return 0;
        var begun = await db.Set<CommentReading>().AsNoTracking().Where(r => r.RoundId == id).ToDictionaryAsync(r => r.Id, stop);
        var waiting = (await ballots.CommentKeys(id, stop)).Where(k => !begun.TryGetValue(k, out var b) || !b.IsRead);
        return Mine(waiting, begun, rights, reader).Count;
    }

    /// <summary>Keeps what a reader decided. Sent twice, it is one. Whoever was overtaken by another reader is told, and decides nothing
    /// about what they did not see.</summary>
    public async Task<Result<CommentDecided>> Decide(Id<SurveyRound> id, CommentDecision what, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReadComments);
        var rights = await Rights(id, reader, stop);
        if (!(what.IsSecond ? rights.Second : rights.First)) throw new UnauthorizedAccessException("Not this reader of these comments.");
        if (await Round(id, stop) is not { } round || await ballots.Comment(id, what.Key, stop) is not { } original) return NotThere;
        var survey = (await rounds.Asked(round, stop)).Name;

        var decided = await db.Change<Result<CommentDecided>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"comments of {id}", stop);
                if (await db.Set<SurveyComments>().AnyAsync(c => c.RoundId == id, stop)) return NotThere;
                var begun = await db.Set<CommentReading>().SingleOrDefaultAsync(r => r.RoundId == id && r.Id == what.Key, stop);
                if (IsSentAgain(begun, what, reader)) return new CommentDecided(null);
                if (begun is not null != what.IsSecond) return Overtaken;
                var text = begun?.Text ?? original.Text;
                if (!Left(text, begun, what).Try(out var left, out var problems)) return problems.ToList();
                if (what.HasToAct is null && Harm(original, begun).Count > 0)
                    return new Problem("HasToAct", $"Say whether somebody may have to act on this");

                var passedOn = what.HasToAct == true && text.Length > 0 && begun is not { IsPassedOn: true };
                if (begun is null) db.Add(CommentReading.Begin(what.Key, id, original, left, passedOn, reader.Account!.Value));
                else if (!begun.End(left, passedOn, reader.Account!.Value).Try(out _, out problems)) return problems.ToList();
                var turn = what.IsSecond ? "read second" : "read first";
                await audit.Note(reader, AuditAction.CommentsChanged, "survey round", id.ToString(), turn, stop);
                if (passedOn) await notes.Hold(round, what.Key, survey, original.Service ?? "", text, stop);
                return new CommentDecided(passedOn && !SafePersonNotes.IsReached(round) ? text : null);
            },
            stop);
        await notes.Settle(id, stop);
        return decided;
    }

    private static Problem NotThere => new("", $"There is no such comment to read any more. Open the page again");

    private static Problem Overtaken => new("", $"Somebody else has read this comment meanwhile. Nothing of yours was kept; what is shown now waits for you");

    /// <summary>Nobody reads a comment twice.</summary>
    private static List<Id<CommentReading>> Mine(
        IEnumerable<Id<CommentReading>> waiting, Dictionary<Id<CommentReading>, CommentReading> begun, ReadingRights rights,
        Reader reader) =>
        [.. waiting.Where(k => begun.TryGetValue(k, out var b) ? rights.Second && b.FirstReader != reader.Account : rights.First)];

    private static bool IsSentAgain(CommentReading? begun, CommentDecision what, Reader reader) =>
        begun is not null && (what.IsSecond ? begun.SecondReader : begun.FirstReader) == reader.Account;

    private static Result<Redaction> Left(string text, CommentReading? begun, CommentDecision what)
    {
        if (begun is { IsWithheld: true }) return Redaction.Withhold(ReasonsOf(begun));
        return what.IsWithheld ? Redaction.Withhold(what.Reasons) : Redaction.Of(text, what.Text, what.Reasons);
    }

    private static IReadOnlyList<RedactionReason> ReasonsOf(CommentReading? begun) =>
        [.. (begun?.Reasons ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<RedactionReason>)];

    private async Task<CommentToRead?> ToRead(
        SurveyRound round, Questionnaire asked, Id<CommentReading> key, CommentReading? begun, CancellationToken stop)
    {
        if (await ballots.Comment(round.Id, key, stop) is not { } original) return null;
        return new(
            key, asked.Items.Single(i => i.Code == original.Item), begun is not null,
            begun?.Text ?? Redaction.Plain(original.Text), ReasonsOf(begun),
            Harm(original, begun), begun is { IsPassedOn: true });
    }

    /// <summary>Not asked again of what was passed on, nor of whoever has nothing before them.</summary>
    private static IReadOnlyList<HarmKind> Harm(BallotComment original, CommentReading? begun) =>
        begun is { IsPassedOn: true } or { IsWithheld: true } ? [] : ShippedWordsOfHarm.Words.In(original.Text);

    private async Task<ReadingRights> Rights(Id<SurveyRound> id, Reader reader, CancellationToken stop) => ReadingRights.Of(
        reader, reader.Account is { } me && await db.Set<CommentReader>().AnyAsync(r => r.RoundId == id && r.AccountId == me, stop));

    private Task<SurveyRound?> Round(Id<SurveyRound> id, CancellationToken stop) =>
        db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);
}
