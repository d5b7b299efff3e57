using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>One case on the scoring page: the three scores as they stand.</summary>
public sealed record ScoringLine(HeldNow Held, FactorSet FactorSet, Score? Practitioner, Score? Supervisor, Score? Agreed,
    IReadOnlyList<CaseEventKind> StaleBecause);

/// <summary>A whole caseload to be scored in one sitting, and whose views this reader may enter.</summary>
public sealed record ScoringView(Worker Worker, IReadOnlyList<ScoringLine> Lines, IReadOnlyList<ScoreBy> MayEnter);

/// <summary>What was entered for one case.</summary>
/// <param name="Seen">The score of that kind that the person saw when they began; null for none. Tells when somebody else was
/// first.</param>
public sealed record ScoreEntry(Id<Case> CaseId, ScoreBy By, IReadOnlyList<int?> Factors, Id<Score>? Seen);

/// <summary>Scores by hand. The worker's and the supervisor's views are kept apart beside the agreed one.</summary>
public sealed partial class ScoreDesk(FairloadDb db, LoadReading loads, CaseDesk cases, CaseloadSettings caseload, AuditTrail audit,
    TimeProvider clock)
{
    public async Task<ScoringView?> Caseload(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ScoreCases);
        var today = clock.UkToday;
        if (!reader.SightFor(Permission.ScoreCases).SeesWorker(id, await TeamsNow.Of(db, id, today, stop))) return null;

        if ((await loads.Of(db.Workers.Where(w => w.Id == id), today, stop)).SingleOrDefault() is not { } person) return null;
        var ids = person.Held.Select(h => h.CaseId).Distinct().ToList();
        var scores = (await db.Scores.AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToListAsync(stop)).ToLookup(s => s.CaseId);
        var areas = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Area, stop);
        var stale = await StaleScores.Of(db, db.Cases.Where(c => ids.Contains(c.Id)).Select(c => c.Id), today, stop);
        var sets = new Dictionary<Area, FactorSet>
        {
            [Area.Children] = await caseload.FactorSetOn(Area.Children, today, stop),
            [Area.Adults] = await caseload.FactorSetOn(Area.Adults, today, stop),
        };
        var shut = await cases.Shut(ids, reader, stop);
        var lines = person.Held.DistinctBy(h => h.CaseId).Where(h => !shut.Contains(h.CaseId))
            .OrderBy(h => h.Reference, StringComparer.Ordinal).Select(h => new ScoringLine(
            h, sets[areas[h.CaseId]], Latest(h, ScoreBy.Practitioner), Latest(h, ScoreBy.Supervisor), Latest(h, ScoreBy.Agreed),
                stale.GetValueOrDefault(h.CaseId) ?? []));
        return new(person.Worker, [.. lines], MayEnter(reader, id));

        Score? Latest(HeldNow held, ScoreBy by) => CurrentTier.Latest(scores[held.CaseId], by);
    }

    /// <summary>All of the entries or none. A case that somebody else scored meanwhile is named, and nothing is stored.</summary>
    public async Task<Result<Done>> Enter(Id<Worker> worker, IReadOnlyList<ScoreEntry> entries, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ScoreCases);
        var may = MayEnter(reader, worker);
        if (entries.Any(e => !may.Contains(e.By)))
            throw new UnauthorizedAccessException("This view of a score is not the reader's to enter.");

        return await db.Change<Result<Done>>(
            async () =>
            {
                var problems = new List<Problem>();
                foreach (var entry in entries) await Enter(entry, reader, problems, stop);
                if (problems.Count == 0) return default(Done);
                db.ChangeTracker.Clear();
                return problems;
            },
            stop);
    }

    private async Task Enter(ScoreEntry entry, Reader reader, List<Problem> problems, CancellationToken stop)
    {
        var field = $"{entry.By}.{entry.CaseId}";
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == entry.CaseId && c.ClosedOn == null, stop) is not { } scored)
        {
            problems.Add(new(field, $"A case on this page has been closed since you opened it. Open the page again."));
            return;
        }

        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == scored.Id).ToListAsync(stop);
        if (!await cases.MaySee(scored.Id, reader, Permission.ScoreCases, assignments, stop))
            throw new UnauthorizedAccessException("This case is not the reader's to score.");
        if (entry.Factors.Count != 6 || entry.Factors.Any(f => f is < 1 or > 3))
        {
            problems.Add(new(field, $"Case {scored.Reference}: give each factor 1, 2 or 3, or leave it out."));
            return;
        }

        var today = clock.UkToday;
        var scores = await db.Scores.AsNoTracking().Where(s => s.CaseId == scored.Id).ToListAsync(stop);
        var latest = CurrentTier.Latest(scores, entry.By);
        if (latest?.Id != entry.Seen)
        {
            problems.Add(
                new(field,
                $"Case {scored.Reference} has been scored by {latest?.ScoredBy
                    ?? "somebody else"} since you opened this page. Open it again and see their score first."));
            return;
        }

        var set = await caseload.FactorSetOn(scored.Area, today, stop);
        var given = Score.Give(scored.Id, entry.By, set.Code, entry.Factors, today, reader.Name, clock.GetUtcNow().UtcDateTime, null);
        if (latest is not null && latest.Factors == given.Factors && latest.FactorSet == given.FactorSet && latest.ScoredOn == today)
            return;

        db.Add(given);
        scored.Tiered(await CurrentTier.Of([.. scores, given], caseload, stop));
        await audit.Note(reader, AuditAction.Scored, "case", scored.Id.ToString(), stop);
    }

    /// <summary>One's own cases as practitioner; everybody else's as their supervisor, and the agreed score.</summary>
    private static IReadOnlyList<ScoreBy> MayEnter(Reader reader, Id<Worker> worker)
    {
        var reachesOthers = reader.Grants.Any(g => AccessTable.Of(g.Role, Permission.ScoreCases) > Reach.Own);
        if (reader.Worker == worker) return reachesOthers ? [ScoreBy.Practitioner, ScoreBy.Agreed] : [ScoreBy.Practitioner];
        return reachesOthers ? [ScoreBy.Supervisor, ScoreBy.Agreed] : [];
    }
}
