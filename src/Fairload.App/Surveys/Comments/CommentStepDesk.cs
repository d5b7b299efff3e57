using System.Security.Cryptography;
using System.Text.Json;
using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Surveys.Ballots;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Comments;

/// <summary>Names second readers, lets comments out once all are read by two, and destroys the originals.</summary>
public sealed class CommentStepDesk(FairloadDb db, BallotStore ballots, RoundReading rounds, AuditTrail audit, TimeProvider clock)
{
    private static readonly Role[] Nameable = [Role.HumanResources, Role.UnionRepresentative];

    /// <summary>Null where there is no such round.</summary>
    public async Task<CommentSteps?> Show(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        if (await Round(id, stop) is not { } round) return null;
        var waiting = await Waiting(id, stop);
        var named = await db.Set<CommentReader>().Where(r => r.RoundId == id).Select(r => r.AccountId).ToListAsync(stop);
        var released = await db.Set<SurveyComments>().AsNoTracking().SingleOrDefaultAsync(c => c.RoundId == id, stop);
        return new(
            round, await rounds.Asked(round, stop), waiting.First, waiting.Second, waiting.Read,
            [.. (await MayBeNamed(stop)).Select(a => new NameableReader(a.Id, a.Name, named.Contains(a.Id)))],
            await ReleaseDesk.Find(db, id, stop) is not null, released?.ReleasedOn, released?.PurgedOn);
    }

    /// <summary>These and nobody else are second readers beside principal social workers and the director.</summary>
    public Task<Result<Done>> Name(Id<SurveyRound> id, IReadOnlyList<Id<Account>> readers, Reader reader, CancellationToken stop) =>
        Alter(id, "readers named", reader, async _ =>
        {
            var known = (await MayBeNamed(stop)).Select(a => a.Id).ToHashSet();
            if (readers.Any(r => !known.Contains(r)))
                return new Problem("Readers", $"Choose from the list: only human resources and union representatives can be named");
            await db.Set<CommentReader>().Where(r => r.RoundId == id).ExecuteDeleteAsync(stop);
            db.AddRange(readers.Distinct().Select(r => new CommentReader(id, r, reader.Name)));
            return default(Done);
        }, stop);

    /// <summary>Lets them out, once; a second time changes nothing. Refuses while one waits for a reader, and before the results.</summary>
    public async Task<Result<Done>> Release(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        if (await ReleaseDesk.Find(db, id, stop) is not { } result)
            return new Problem("", $"Let the results of this round out first: they say of which services enough is shown");
        var services = await Services(id, result, stop);
        return await Alter(id, "let out", reader, async round =>
        {
            if (await db.Set<SurveyComments>().AnyAsync(c => c.RoundId == id, stop)) return default(Done);
            var waiting = await Waiting(id, stop);
            if (waiting.First + waiting.Second > 0)
                return new Problem("", $"{waiting.First + waiting.Second} comments have not been read by two people yet. None is shown before all are read");

            var readings = await db.Set<CommentReading>().Where(r => r.RoundId == id).ToArrayAsync(stop);
            RandomNumberGenerator.Shuffle<CommentReading>(readings);
            var groups = CommentLevels.Of(
                services, result.Whole.Hidden is null, round.CommentFloor,
                [.. readings.Where(r => !r.IsWithheld).Select(r => new ReadComment(r.Id, r.Item, r.Service, r.Text))]);

            var byService = groups.Where(g => g.Service is not null).SelectMany(g => g.Comments).Select(c => c.Id).ToHashSet();
            foreach (var reading in readings.Where(r => !byService.Contains(r.Id))) reading.ForgetService();
            var document = JsonSerializer.Serialize(ReleasedComments.From(round.CommentFloor, groups));
            db.Add(SurveyComments.Of(id, document, reader.Name, clock.UkToday));
            return default(Done);
        }, stop);
    }

    /// <summary>Destroys what was written as it was written; what readers left is kept. Refuses before comments are let out.</summary>
    public async Task<Result<Done>> Purge(Id<SurveyRound> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        if (!await db.Set<SurveyComments>().AnyAsync(c => c.RoundId == id, stop))
            return new Problem("", $"The comments have not been let out yet, so what was written is still needed. Let them out first");
        if (!(await ballots.PurgeComments(id, stop)).Try(out _, out var problems)) return problems.ToList();
        return await Alter(id, "originals destroyed", reader, async _ =>
        {
            (await db.Set<SurveyComments>().SingleAsync(c => c.RoundId == id, stop)).Purged(reader.Name, clock.UkToday);
            return default(Done);
        }, stop);
    }

    private Task<Result<Done>> Alter(
        Id<SurveyRound> id, string what, Reader reader, Func<SurveyRound, Task<Result<Done>>> alter, CancellationToken stop)
    {
        reader.Demand(Permission.PlanSurveys);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"comments of {id}", stop);
                if (await Round(id, stop) is not { } round) return RoundDesk.NotThere;
                var altered = await alter(round);
                if (altered.Try(out _, out _))
                    await audit.Note(reader, AuditAction.CommentsChanged, "survey round", id.ToString(), what, stop);
                return altered;
            },
            stop);
    }

    /// <summary>By the ballots themselves: the results may not say how many answered where that would tell who did not.</summary>
    private async Task<IReadOnlyList<ServiceBallots>> Services(Id<SurveyRound> id, RoundResult result, CancellationToken stop)
    {
        var services = (await rounds.UnitsOf(id, stop)).ToDictionary(RoundRules.UnitCode, u => u.Service);
        var shown = result.Lines.Where(l => l.Level == ResultLevel.Service && l.Hidden is null).Select(l => l.Name).ToHashSet();
        return
        [
            .. (await ballots.Ballots(id, stop))
                .GroupBy(b => services.GetValueOrDefault(b.Background.GetValueOrDefault(Background.Unit, ""), ""))
                .Select(s => new ServiceBallots(s.Key, s.Count(), shown.Contains(s.Key))),
        ];
    }

    private async Task<Counts> Waiting(Id<SurveyRound> id, CancellationToken stop)
    {
        var isRead = await db.Set<CommentReading>().Where(r => r.RoundId == id).Select(r => new { r.Id, IsRead = r.SecondReader != null })
            .ToDictionaryAsync(r => r.Id, r => r.IsRead, stop);
        var isOut = await db.Set<SurveyComments>().AnyAsync(c => c.RoundId == id, stop);
        var first = isOut ? 0 : (await ballots.CommentKeys(id, stop)).Count(k => !isRead.ContainsKey(k));
        return new(first, isRead.Values.Count(r => !r), isRead.Values.Count(r => r));
    }

    private async Task<IReadOnlyList<Account>> MayBeNamed(CancellationToken stop)
    {
        var held = db.Set<AccountGrant>().Where(g => Nameable.Contains(g.Role)).Select(g => g.AccountId);
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => !a.Disabled && held.Contains(a.Id)).ToListAsync(stop);
        return [.. accounts.OrderBy(a => a.Name, StringComparer.CurrentCulture).ThenBy(a => a.Email, StringComparer.Ordinal)];
    }

    private Task<SurveyRound?> Round(Id<SurveyRound> id, CancellationToken stop) =>
        db.Set<SurveyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop);

    private sealed record Counts(int First, int Second, int Read);
}
