using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload.Plans;

/// <summary>What was asked about the score of a case.</summary>
/// <param name="Open">The question that waits; null for none.</param>
/// <param name="Past">Those that were answered, the latest first.</param>
/// <param name="MayAsk">The reader holds the case, and no question waits.</param>
/// <param name="MayReply">The reader scores for who holds it, and did not ask.</param>
public sealed record ScoreQuestionView(
    Case Case, AskedScore? Open, IReadOnlyList<AskedScore> Past, bool MayAsk, bool MayReply, Id<Worker>? Holder, DateOnly Today);

/// <summary>A question with who asked it.</summary>
public sealed record AskedScore(ScoreQuestion Question, Worker By);

/// <summary>A score to be looked at again.</summary>
/// <param name="Because">What happened since the agreed score; empty where only somebody asked.</param>
/// <param name="Asked">What the holder says that it misses; null where nobody asked.</param>
public sealed record DueScore(
    Id<Case> CaseId, string Reference, string TypeCode, Worker Holder, Team? Team, IReadOnlyList<CaseEventKind> Because,
    ScoreQuestion? Asked);

/// <summary>What the score misses: asked by who holds the case, answered with a reason by who scores it, and the scores that are due
/// again.</summary>
public sealed class ScoreQuestionDesk(
    FairloadDb db, CaseDesk cases, LoadReading loads, AuditTrail audit, CouncilSettings settings, TimeProvider clock)
{
    /// <summary>Null when there is no such case or the reader may not see it.</summary>
    public async Task<ScoreQuestionView?> Of(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.SeeCases)) return null;
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.SeeCases, assignments, stop)) return null;
        var asked = await (from q in db.Set<ScoreQuestion>().AsNoTracking()
                           join w in db.Workers.AsNoTracking() on q.WorkerId equals w.Id
                           where q.CaseId == id
                           orderby q.AskedAt descending
                           select new AskedScore(q, w)).ToListAsync(stop);
        var open = asked.Find(a => a.Question.IsOpen);
        var holders = assignments.Where(a => a.ToOn is null).Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
        var holds = one.ClosedOn is null && reader.Worker is { } me && holders.Contains(me);
        var scores = open is not null && open.Question.WorkerId != reader.Worker && reader.May(Permission.ScoreCases)
            && await cases.MaySee(id, reader, Permission.ScoreCases, assignments, stop) && !holds;
        return new(
            one, open, [.. asked.Where(a => !a.Question.IsOpen)], holds && open is null, scores, holders.FirstOrDefault(), clock.UkToday);
    }

    /// <summary>The same words twice are one question.</summary>
    public Task<Result<Done>> Ask(Id<Case> id, string misses, Reader reader, CancellationToken stop) => db.Change<Result<Done>>(
        async () =>
        {
            await Access.OneAtATime.Wait(db, $"score question of {id}", stop);
            if (await Of(id, reader, stop) is not { } view || reader.Worker is not { } me)
                return new Problem("", $"This case is not with you any more. Nothing was stored");
            if (view.Open is { } open)
            {
                if (open.Question.WorkerId == me && open.Question.Misses == misses.Trim()) return default(Done);
                return new Problem("", $"{open.By.Name} has asked about this score already, and the answer is due on {open.Question.DueOn:d MMMM yyyy}");
            }

            if (!view.MayAsk) return new Problem("", $"Only who holds a case can ask about its score");
            var today = clock.UkToday;
            var due = ReferenceData.Calendar(settings.Nation).AddWorkingDays(today, settings.Limits.ScoreReplyDays)
                ?? today.AddDays(settings.Limits.ScoreReplyDays);
            if (!ScoreQuestion.Ask(id, me, misses, clock.GetUtcNow().UtcDateTime, due).Try(out var asked, out var problems))
                return problems.ToList();
            db.Add(asked);
            await audit.Note(reader, AuditAction.ScoreAsked, "case", id.ToString(), "asked", stop);
            return default(Done);
        },
        stop);

    public Task<Result<Done>> Reply(
        Id<Case> id, Id<ScoreQuestion> question, ScoreAnswer answer, string reason, Reader reader, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                if (await Of(id, reader, stop) is not { } view
                    || await db.Set<ScoreQuestion>().SingleOrDefaultAsync(q => q.Id == question && q.CaseId == id, stop) is not { } asked)
                {
                    return new Problem("", $"This case is not with you any more. Nothing was stored");
                }

                if (asked.IsOpen && !view.MayReply)
                    return new Problem("", $"Whoever scores the case answers this, and nobody answers their own question");
                var last = await db.Scores.Where(s => s.CaseId == id && s.By != ScoreBy.Practitioner)
                    .MaxAsync(s => (DateTime?)s.EnteredAt, stop);
                var said = asked.Reply(answer, reason, last, reader.Name, clock.GetUtcNow().UtcDateTime);
                if (said.Try(out _, out _)) await audit.Note(reader, AuditAction.ScoreAsked, "case", id.ToString(), "answered", stop);
                return said;
            },
            stop);

    /// <summary>Questions that wait for this reader, by their day.</summary>
    public async Task<IReadOnlyList<ScoreQuestion>> Waiting(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ScoreCases);
        var open = await db.Set<ScoreQuestion>().AsNoTracking().Where(q => q.AnsweredAt == null && q.WorkerId != reader.Worker)
            .OrderBy(q => q.DueOn).ToListAsync(stop);
        if (open.Count == 0) return [];
        var sight = reader.SightFor(Permission.ScoreCases);
        var seen = (await loads.Everybody(clock.UkToday, stop))
            .Where(p => sight.SeesWorker(p.Worker.Id, p.Teams.Select(t => t.Team))).SelectMany(p => p.Held)
            .Select(h => h.CaseId).ToHashSet();
        return [.. open.Where(q => seen.Contains(q.CaseId))];
    }

    /// <summary>Scores to be looked at again among the cases of those for whom the reader scores: questions first, by the day on which
    /// they are due, then by reference.</summary>
    public async Task<IReadOnlyList<DueScore>> Due(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ScoreCases);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.ScoreCases));
        var people = (await loads.Everybody(today, stop)).Where(p => sight.SeesWorker(p.Worker.Id, p.Teams.Select(t => t.Team))).ToList();
        var stale = await StaleScores.Of(db, db.Cases.Where(c => c.ClosedOn == null).Select(c => c.Id), today, stop);
        var asked = await db.Set<ScoreQuestion>().AsNoTracking().Where(q => q.AnsweredAt == null).ToDictionaryAsync(q => q.CaseId, stop);
        return
        [
            .. people.SelectMany(p => p.Held, (p, h) => (Person: p, Held: h)).DistinctBy(x => x.Held.CaseId)
                .Where(x => stale.ContainsKey(x.Held.CaseId) || asked.ContainsKey(x.Held.CaseId))
                .Select(x => new DueScore(
                    x.Held.CaseId, x.Held.Reference, x.Held.TypeCode, x.Person.Worker, x.Person.Team?.Team,
                    stale.GetValueOrDefault(x.Held.CaseId) ?? [], asked.GetValueOrDefault(x.Held.CaseId)))
                .OrderBy(d => d.Asked?.DueOn ?? DateOnly.MaxValue).ThenBy(d => d.Reference, StringComparer.Ordinal),
        ];
    }
}
