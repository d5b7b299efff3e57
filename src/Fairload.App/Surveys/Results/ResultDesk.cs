using System.Text.Json;
using Fairload.App.Surveys.Earlier;
using Fairload.App.Surveys.Returns;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Results;

/// <summary>The results of a round as anybody reads them who may.</summary>
/// <param name="Before">Of the round of the same questionnaire before it; null where there is none with results.</param>
/// <param name="Notes">By key of the group.</param>
/// <param name="Earlier">Figures of surveys before this program was there.</param>
/// <param name="Employer">The return that was signed for the year in which the round ended; null for none.</param>
public sealed record ResultView(
    SurveyRound Round, Questionnaire Asked, RoundResult Result, DateOnly ReleasedOn, EarlierResult? Before,
    IReadOnlyDictionary<string, ContextNote> Notes, IReadOnlyList<EarlierBeside> Earlier, ReturnBeside? Employer, bool MayWrite)
{
    /// <summary>The round asks staff about something that is expected of an employer.</summary>
    public bool HasExpectations => Asked.For == Respondents.Practitioners
        && Asked.Items.Any(i => i is { Kind: ItemKind.Scale, Expectation: not null });

    /// <summary>All that was let out, of which <see cref="Result"/> may be an edition. Whether two figures can be told apart is decided
    /// here: decided by rounded ones, an edition would deny what another says.</summary>
    private RoundResult Finest { get; init; } = Result;

    private RoundResult? FinestBefore { get; init; } = Before?.Result;

    /// <summary>The same in a coarser edition, made from what was let out and nothing else. Notes and earlier surveys are about groups that
    /// it may not have.</summary>
    public ResultView As(Edition edition) => edition == Edition.Internal ? this : this with
    {
        Result = Editions.Of(Finest, edition, Asked),
        Before = Before is { } before ? before with { Result = Editions.Of(before.Result, edition, before.Asked) } : null,
        Notes = new Dictionary<string, ContextNote>(),
        Earlier = [],
        MayWrite = false,
    };

    /// <summary>What became of a theme since the round before; null where this edition does not show both.</summary>
    public ChangeKind? Change(ResultLine line, string theme)
    {
        var isShown = line.Theme(theme) is not null && Before?.Result.Line(line.Key)?.Theme(theme) is not null;
        return isShown && Finest.Line(line.Key)?.Theme(theme) is { } now && FinestBefore?.Line(line.Key)?.Theme(theme) is { } before
            ? ChangeSince.Of(before, now) : null;
    }

    /// <summary>Both sides of each expectation; empty without a signed return and for a group that is hidden.</summary>
    public IReadOnlyList<Gap> Gaps(ResultLine line)
    {
        if (!HasExpectations || Employer is not { } employer || line.Hidden is not null) return [];
        var told = Core.Surveys.Returns.Gaps.Of(employer.Asked, employer.Answers, Asked, Finest.Line(line.Key)!);
        return
        [
            .. Core.Surveys.Returns.Gaps.Of(employer.Asked, employer.Answers, Asked, line)
                .Zip(told, (seen, finest) => seen with { Kind = finest.Kind, Apart = finest.Apart }),
        ];
    }
}

/// <summary>The round before.</summary>
public sealed record EarlierResult(SurveyRound Round, Questionnaire Asked, RoundResult Result);

/// <summary>How many groups of a round are shown and how many are not, for the ledger.</summary>
/// <param name="Joined">Of those shown: small teams that are shown together.</param>
public sealed record GroupsOut(Wording Survey, int Year, int Shown, int Joined, int Hidden);

/// <summary>Reads what was let out, and nothing else: it never asks the ballot store.</summary>
public sealed class ResultDesk(FairloadDb db, TimeProvider clock)
{
    /// <summary>Null where there is no such round, or nothing of it was let out.</summary>
    public Task<ResultView?> Show(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSurveyResults);
        return Read(id, reader, stop);
    }

    /// <summary>The edition that is asked for, or the finest that this reader may see.</summary>
    public static Edition Finest(Edition asked, Reader reader) =>
        asked == Edition.Internal && !reader.May(Permission.SeeSurveyResults) ? Edition.Members : asked;

    private async Task<ResultView?> Read(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        var round = await db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);
        if (round is null || await ReleaseDesk.Find(db, id, stop) is not { } result) return null;
        var on = await db.Set<SurveyResult>().Where(r => r.RoundId == id).Select(r => r.ReleasedOn).SingleAsync(stop);
        var notes = await db.Set<ContextNote>().AsNoTracking().Where(n => n.RoundId == id).ToDictionaryAsync(n => n.GroupKey, stop);
        var before = await Before(round, stop);
        var asked = QuestionnaireDesk.Sound(round.Document);
        var earlier = EarlierYears.Beside(asked, result, await EarlierDesk.Figures(db, stop), await EarlierDesk.Said(db, asked.Code, stop));
        var employer = await ReturnDesk.InForce(db, round.LastDay.Year, stop);
        return new(round, asked, result, on, before, notes, earlier, employer, reader.May(Permission.PlanSurveys));
    }

    /// <summary>By round, for all that was let out.</summary>
    public async Task<IReadOnlyDictionary<string, GroupsOut>> GroupsOut(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLedger);
        var all = await (
            from result in db.Set<SurveyResult>().AsNoTracking()
            join round in db.Set<SurveyRound>().AsNoTracking() on result.RoundId equals round.Id
            select new { result.Document, Round = round }).ToListAsync(stop);
        return all.ToDictionary(a => a.Round.Id.ToString(), a =>
        {
            var lines = JsonSerializer.Deserialize<RoundResult>(a.Document)!.Lines;
            var shown = lines.Where(l => l.Hidden is null).ToList();
            return new GroupsOut(
                QuestionnaireDesk.Sound(a.Round.Document).Name, a.Round.LastDay.Year, shown.Count, shown.Count(l => l.IsJoined),
                lines.Count - shown.Count);
        });
    }

    /// <summary>In the edition that is asked for, or the finest that this reader may see.</summary>
    public async Task<ResultView?> Show(Id<SurveyRound> id, Edition edition, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeEditions);
        return (await Read(id, reader, stop))?.As(Finest(edition, reader));
    }

    /// <summary>What should be said beside the figures of a group that stands out. Empty takes it away.</summary>
    /// <param name="version">Of the note as it was read; 0 for none.</param>
    public Task<Result<string>> Say(Id<SurveyRound> id, string group, string text, int version, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        var said = text.Trim();
        return db.Change<Result<string>>(
            async () =>
            {
                if (await ReleaseDesk.Find(db, id, stop) is not { } result || result.Line(group) is null)
                    return new Problem("Text", $"There is no such group in the results of this round. Open its page again");
                if (said.Length > ContextNote.MostText)
                    return new Problem("Text", $"The note has {said.Length} characters; shorten it to {ContextNote.MostText} or fewer");
                var note = await db.Set<ContextNote>().SingleOrDefaultAsync(n => n.RoundId == id && n.GroupKey == group, stop);
                if ((note?.Version ?? 0) != version)
                    return new Problem("Text", $"Somebody has changed this note meanwhile. It now says: {note?.Text ?? "–"}");
                if (said.Length == 0)
                {
                    if (note is not null) db.Remove(note);
                    return said;
                }

                if (note is null) db.Add(note = ContextNote.Of(id, group));
                note.Say(said, reader.Name, clock.GetUtcNow().UtcDateTime);
                return said;
            },
            stop);
    }

    private async Task<EarlierResult?> Before(SurveyRound round, CancellationToken stop)
    {
        var before = await db.Set<SurveyRound>().AsNoTracking()
            .Where(r => r.Questionnaire == round.Questionnaire && r.Id != round.Id && r.ClosesOn <= round.OpensOn
                && db.Set<SurveyResult>().Any(s => s.RoundId == r.Id))
            .OrderByDescending(r => r.ClosesOn).FirstOrDefaultAsync(stop);
        return before is null ? null
            : new(before, QuestionnaireDesk.Sound(before.Document), (await ReleaseDesk.Find(db, before.Id, stop))!);
    }
}
