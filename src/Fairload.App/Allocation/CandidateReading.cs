using Fairload.App.Caseload;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>One case as the rules ask about it, with those who might take it.</summary>
/// <param name="Entered">What was entered about it.</param>
/// <param name="People">In name order.</param>
internal sealed record CaseCandidates(
    CaseAsked Case, SupplementFacts Entered, IReadOnlyList<(PersonLoad Person, Candidate Candidate)> People);

/// <summary>People as candidates for one case: what they are, what they carry, and what they would carry with it.</summary>
public sealed class CandidateReading(
    FairloadDb db, LoadReading loads, AskedReading asked, SupplementReading supplements, CaseloadSettings caseload)
{
    internal async Task<CaseCandidates> For(
        Case one, IQueryable<Worker> people, ReservedFunctions statement, DateOnly today, CancellationToken stop)
    {
        var weights = await caseload.WeightsOn(today, stop);
        var read = await loads.Of(people, today, stop);
        var facts = await asked.Of(read, today, stop);
        var just = db.Cases.Where(c => c.Id == one.Id).Select(c => c.Id);
        var before = await asked.HeldBefore(just, stop);
        var entered = await supplements.Of(just, stop);

        var lies = await db.Assignments.AsNoTracking().Where(a => a.CaseId == one.Id && a.ToOn == null && a.TeamId != null)
            .Select(a => a.TeamId!.Value).ToListAsync(stop);
        var it = entered.Asked(one) with { HeldBefore = before[one.Id].ToHashSet(), LiesIn = lies };
        return new(
            it, entered.Of(one.Id), [.. read.Zip(facts, (person, fact) => (person, fact.For(it, statement.JointPart, weights)))]);
    }
}
