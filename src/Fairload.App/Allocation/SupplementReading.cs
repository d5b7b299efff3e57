using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>What was entered about some cases, read at once.</summary>
internal sealed record Supplements(
    IReadOnlyDictionary<Id<Case>, SupplementFacts> Facts, ILookup<Id<Case>, Id<Worker>> Conflicts, PracticeWords Words)
{
    public SupplementFacts Of(Id<Case> one) => Facts.GetValueOrDefault(one, SupplementFacts.Nothing);

    public CaseAsked Asked(Case one) => CaseAsked.Of(one).With(Facts.GetValueOrDefault(one.Id), Conflicts[one.Id], Words);
}

/// <summary>What was entered about cases and no extract tells, for whatever asks who takes them.</summary>
public sealed class SupplementReading(FairloadDb db, PracticeWords words)
{
    internal async Task<Supplements> Of(IQueryable<Id<Case>> cases, CancellationToken stop)
    {
        var facts = (await db.Set<CaseSupplement>().AsNoTracking().Where(s => s.ReplacedAt == null && cases.Contains(s.CaseId))
            .ToListAsync(stop)).ToDictionary(s => s.CaseId, s => s.Facts);
        var conflicts = (await db.Set<CaseConflict>().AsNoTracking().Where(c => c.ToOn == null && cases.Contains(c.CaseId))
            .Select(c => new { c.CaseId, c.WorkerId }).ToListAsync(stop)).ToLookup(c => c.CaseId, c => c.WorkerId);
        return new(facts, conflicts, words);
    }
}
