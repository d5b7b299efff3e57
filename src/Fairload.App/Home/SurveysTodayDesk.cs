using Fairload.App.Disclosure;
using Fairload.App.Surveys;
using Fairload.App.Surveys.Comments;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Returns;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Home;

/// <summary>A round as far as the first page needs it.</summary>
/// <param name="IsAsked">The reader is on the list of those who are asked. Whether they answered nobody knows, nor does this
/// program.</param>
/// <param name="PassedOn">Comments that a reader passed on to the safe person.</param>
/// <param name="ToRead">Comments that wait for this reader.</param>
public sealed record RoundToday(
    Id<SurveyRound> Id, Wording Name, RoundState State, RoundMode Mode, DateOnly OpensOn, DateOnly ClosesOn, DateOnly? ReleasedOn,
    string SafePerson, bool IsAsked, int PassedOn, int ToRead);

/// <summary>What surveys ask of a reader. What a reader may not see is not in it.</summary>
/// <param name="Open">Rounds that can be answered today and in which the reader is asked.</param>
/// <param name="Plans">What the organiser has to open, close or let out.</param>
/// <param name="PassedOn">Rounds of which something was passed on to the safe person and comments are not out yet.</param>
/// <param name="New">Rounds whose results were let out in the last days, for those who talk about them or watch over them.</param>
/// <param name="UnsignedReturn">The year for which the employer has signed nothing; null for none, and for whoever does not sign.</param>
/// <param name="NotProved">The last audit of the ledger where it failed.</param>
public sealed record SurveysToday(
    IReadOnlyList<RoundToday> Open, IReadOnlyList<RoundToday> Plans, IReadOnlyList<RoundToday> ToRead, IReadOnlyList<RoundToday> PassedOn,
    IReadOnlyList<RoundToday> New, int? UnsignedReturn, LedgerAudit? NotProved)
{
    public static SurveysToday Nothing { get; } = new([], [], [], [], [], null, null);
}

/// <summary>Asks one question about rounds, whoever reads, and few others of those who have more to do.</summary>
public sealed class SurveysTodayDesk(FairloadDb db, QuestionnaireDesk questionnaires, CommentDesk comments)
{
    /// <summary>So many days results count as new.</summary>
    private const int NewDays = 14;

    public async Task<SurveysToday> Of(Reader reader, DateOnly today, CancellationToken stop)
    {
        var rounds = await Rounds(reader, today, stop);
        var plans = reader.May(Permission.PlanSurveys);
        return new(
            [.. rounds.Where(r => r.IsAsked && r.State == RoundState.Open && r.OpensOn <= today && today < r.ClosesOn)],
            plans ? [.. rounds.Where(r => IsToDo(r, today))] : [],
            [.. rounds.Where(r => r.ToRead > 0)],
            plans ? [.. rounds.Where(r => r.PassedOn > 0)] : [],
            TalksAbout(reader) ? [.. rounds.Where(r => r.ReleasedOn > today.AddDays(-NewDays))] : [],
            await Unsigned(reader, today, stop),
            reader.May(Permission.SeeLedger) && await DisclosureDesk.LastAudit(db, stop) is { IsProved: false } failed ? failed : null);
    }

    private static bool IsToDo(RoundToday round, DateOnly today) => round.State switch
    {
        RoundState.Planned => round.OpensOn <= today,
        RoundState.Open => round.ClosesOn <= today,
        RoundState.Closed => round.ReleasedOn is null,
        _ => false,
    };

    private static bool TalksAbout(Reader reader) =>
        reader.Is(Role.TeamManager) || reader.Is(Role.HeadOfService) || reader.Is(Role.UnionRepresentative)
        || reader.Is(Role.ElectedMember);

    /// <summary>Those that are not over and done with.</summary>
    private async Task<List<RoundToday>> Rounds(Reader reader, DateOnly today, CancellationToken stop)
    {
        var (me, since) = (reader.Worker, today.AddDays(-NewDays));
        var (reads, plans) = (reader.May(Permission.ReadComments), reader.May(Permission.PlanSurveys));
        var found = await (
            from round in db.Set<SurveyRound>().AsNoTracking()
            join result in db.Set<SurveyResult>() on round.Id equals result.RoundId into results
            from result in results.DefaultIfEmpty()
            let isOut = db.Set<SurveyComments>().Any(c => c.RoundId == round.Id)
            where round.State == RoundState.Planned || round.State == RoundState.Open
                || (round.State == RoundState.Closed && (result == null || result.ReleasedOn > since || (reads && !isOut)))
            select new
            {
                round.Id,
                round.Questionnaire,
                round.QuestionnaireVersion,
                round.State,
                round.Mode,
                round.OpensOn,
                round.ClosesOn,
                ReleasedOn = result == null ? (DateOnly?)null : result.ReleasedOn,
                round.SafePerson,
                IsOut = isOut,
                IsAsked = me != null && db.Set<RoundPerson>().Any(p => p.RoundId == round.Id && p.WorkerId == me),
                PassedOn = plans && !isOut ? db.Set<CommentReading>().Count(r => r.RoundId == round.Id && r.IsPassedOn) : 0,
            }).ToListAsync(stop);

        var rounds = new List<RoundToday>();
        foreach (var one in found.OrderBy(r => r.ClosesOn).ThenBy(r => r.Id.ToString(), StringComparer.Ordinal))
        {
            var asked = await questionnaires.Find(one.Questionnaire, one.QuestionnaireVersion, stop);
            var toRead = reads && !one.IsOut && one.State == RoundState.Closed ? await comments.Waiting(one.Id, reader, stop) : 0;
            rounds.Add(new(
                one.Id, asked?.Name ?? new(one.Questionnaire, one.Questionnaire), one.State, one.Mode, one.OpensOn, one.ClosesOn,
                one.ReleasedOn, one.SafePerson, one.IsAsked, one.PassedOn, toRead));
        }

        return rounds;
    }

    private async Task<int?> Unsigned(Reader reader, DateOnly today, CancellationToken stop) =>
        reader.Is(Role.Director)
            && !await db.Set<EmployersReturn>().AnyAsync(r => r.Year == today.Year && r.SignedOn != null, stop) ? today.Year : null;
}
