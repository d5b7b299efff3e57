using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Agreed scores that are due again, because something happened in the case since.</summary>
internal static class StaleScores
{
    public static async Task<IReadOnlyDictionary<Id<Case>, IReadOnlyList<CaseEventKind>>> Of(
        FairloadDb db, IQueryable<Id<Case>> cases, DateOnly today, CancellationToken stop)
    {
        var scored = await db.Scores.AsNoTracking().Where(s => s.By == ScoreBy.Agreed && cases.Contains(s.CaseId))
            .GroupBy(s => s.CaseId).Select(g => new { CaseId = g.Key, On = g.Max(s => s.ScoredOn) }).ToListAsync(stop);
        var events = (await db.CaseEvents.AsNoTracking().Where(e => cases.Contains(e.CaseId)).ToListAsync(stop)).ToLookup(e => e.CaseId);
        return scored.Select(s => (s.CaseId, Because: ScoreAge.FallsDueBecause(s.On, events[s.CaseId], today)))
            .Where(s => s.Because.Count > 0).ToDictionary(s => s.CaseId, s => s.Because);
    }

    /// <summary>The same, only which cases, told by the database: for counts over many.</summary>
    public static async Task<IReadOnlySet<Id<Case>>> Ids(FairloadDb db, IQueryable<Id<Case>> cases, DateOnly today, CancellationToken stop)
    {
        var matters = ScoreAge.Matters.ToList();
        var stale = db.CaseEvents.Where(e => cases.Contains(e.CaseId) && matters.Contains(e.Kind) && e.HappenedOn <= today
            && db.Scores.Any(s => s.CaseId == e.CaseId && s.By == ScoreBy.Agreed)
            && !db.Scores.Any(s => s.CaseId == e.CaseId && s.By == ScoreBy.Agreed && s.ScoredOn >= e.HappenedOn));
        return (await stale.Select(e => e.CaseId).Distinct().ToListAsync(stop)).ToHashSet();
    }
}
