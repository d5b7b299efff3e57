using System.Globalization;
using System.Text.Json;
using Fairload.App.Disclosure;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Results;

/// <summary>
/// Lets the results of a closed round out, once. First who was asked in this round and those before is held together, so that whoever
/// joined or left is not told apart; then who answered. What neither hides is kept as it will be read from then on.
/// </summary>
public sealed class ReleaseDesk(FairloadDb db, BallotStore ballots, DisclosureDesk disclosure, TimeProvider clock)
{
    /// <summary>A second time gives the same results again.</summary>
    public async Task<Result<RoundResult>> Release(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        if (await Find(db, id, stop) is { } already) return already;
        if (await db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round)
            return new Problem("Round", $"There is no such round. See which there are with the round status command");
        if (round.State != RoundState.Closed)
            return new Problem("Round", $"This round is not closed, and nothing is told of one before. Close it first");
        if (await ballots.Record(id, stop) is null)
            return new Problem("Round", $"The ballots of this round are not opened yet. Close it once more; nothing is lost");

        var (units, people) = await AskedOf(id, stop);
        var form = new TallyForm(QuestionnaireDesk.Sound(round.Document));
        var questions = round.Background.Select(Background.Code).ToList();
        if (!DisclosureRule.Of(round.Floor, round.CommentFloor).Try(out var rule, out var problems)) return problems.ToList();
        var cells = round.IsOfPeople ? units.Where(u => u.Asked is not null).Select(u => new AskedInCell(u.Number, u.Asked!.Value))
            : people.GroupBy(p => p.Cell).Select(p => new AskedInCell(p.Key, p.Count()));
        var structured = RoundStructure.Of(
            id.ToString(), units, await ballots.Ballots(id, stop), questions, [.. cells], rule, round.Respondents);
        if (!structured.Try(out var structure, out problems)) return problems.ToList();

        // Of people and carers nobody knows who was asked, so there is no list to hold two rounds together by.
        var asked = round.IsOfPeople ? new Release(rule, [], new(true, 0, 0, 0))
            : await HoldTogether(round, structure, people, rule, reader, stop);
        if (!asked.Try(out var together, out problems)) return problems.ToList();
        var held = together.Groups.Where(g => !g.IsShown).Select(g => g.Group.Name).ToHashSet();
        var wanted = structure.Wanted.Where(g => !held.Contains(g.Name)).ToList();
        var released = await disclosure.Release(
            new($"round {id}", id.ToString(), "Results", structure.Population, wanted, rule), reader, stop);
        if (!released.Try(out var release, out problems)) return problems.ToList();
        return await Keep(id, RoundResult.From(structure, release, form, together), reader, stop);
    }

    /// <summary>Null where nothing was let out.</summary>
    internal static async Task<RoundResult?> Find(FairloadDb db, Id<SurveyRound> id, CancellationToken stop) =>
        await db.Set<SurveyResult>().AsNoTracking().Where(r => r.RoundId == id).Select(r => r.Document).SingleOrDefaultAsync(stop)
            is { } text ? JsonSerializer.Deserialize<RoundResult>(text) : null;

    private async Task<RoundResult> Keep(Id<SurveyRound> id, RoundResult result, Reader reader, CancellationToken stop)
    {
        return await db.Change(
            async () =>
            {
                // Two at once: whoever was first has let out the same.
                if (await Find(db, id, stop) is { } already) return already;
                db.Add(new SurveyResult(id, JsonSerializer.Serialize(result), result.Floor, result.Figures, reader.Name, clock.UkToday));
                return result;
            },
            stop);
    }

    /// <summary>The groups that may be shown beside those of earlier rounds of the same questionnaire, by everybody who was asked in any of
    /// them: a difference between two rounds would tell of the few who came or went.</summary>
    private async Task<Result<Release>> HoldTogether(
        SurveyRound round, RoundStructure structure, IReadOnlyList<PersonInRound> people, DisclosureRule rule, Reader reader,
        CancellationToken stop)
    {
        var earlier = await db.Set<SurveyRound>().AsNoTracking()
            .Where(r => r.Questionnaire == round.Questionnaire && r.Id != round.Id && db.Set<SurveyResult>().Any(s => s.RoundId == r.Id))
            .ToListAsync(stop);
        var all = people.ToList();
        foreach (var other in earlier) all.AddRange((await AskedOf(other.Id, stop)).People);
        if (!AskedTogether.Of(all).Try(out var population, out var problems)) return problems.ToList();

        var wanted = AskedTogether.Wanted(structure, people);
        return await disclosure.Release(
            new($"people of {round.Questionnaire}", round.Id.ToString(), "Who was asked", population, wanted, rule), reader, stop);
    }

    private async Task<AskedStaff> AskedOf(Id<SurveyRound> id, CancellationToken stop)
    {
        var round = await db.Set<SurveyRound>().AsNoTracking().SingleAsync(r => r.Id == id, stop);
        var units = await db.Set<RoundUnit>().AsNoTracking().Where(u => u.RoundId == id).OrderBy(u => u.Number).ToListAsync(stop);
        var numbers = units.ToDictionary(u => u.Id, u => u.Number.ToString(CultureInfo.InvariantCulture));
        var handedOut = await db.Set<HandedOut>().AsNoTracking().Where(h => h.RoundId == id).ToDictionaryAsync(h => h.UnitId, stop);
        var people = await db.Set<RoundPerson>().AsNoTracking().Where(p => p.RoundId == id).ToListAsync(stop);
        return new(
            units.ConvertAll(u => new ResultUnit(
                numbers[u.Id], u.Name, u.Service, round.IsOfPeople ? handedOut.GetValueOrDefault(u.Id)?.Sheets : u.People,
                Math.Max(1, u.TeamIds.Count()))),
            people.ConvertAll(p => new PersonInRound(
                p.WorkerId.ToString(), id.ToString(), CellOf(p, numbers[p.UnitId], round.Background))));
    }

    private static string CellOf(RoundPerson person, string unit, IReadOnlyList<BackgroundQuestion> questions)
    {
        var said = questions.ToDictionary(Background.Code, q => q switch
        {
            BackgroundQuestion.RoleGroup => person.RoleGroup,
            BackgroundQuestion.LengthOfService => person.LengthOfService,
            BackgroundQuestion.Experience => person.Experience,
            _ => person.Contract,
        });
        said[Background.Unit] = unit;
        return RoundStructure.CellOf(said, [.. questions.Select(Background.Code)]);
    }

    private sealed record AskedStaff(IReadOnlyList<ResultUnit> Units, IReadOnlyList<PersonInRound> People);
}
