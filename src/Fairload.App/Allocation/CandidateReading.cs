using Fairload.App.Caseload;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>People as candidates for one case: what they are, what they carry, and what they would carry with it.</summary>
public sealed class CandidateReading(FairloadDb db, LoadReading loads, AskedReading asked, CaseloadSettings caseload)
{
    /// <summary>In name order.</summary>
    internal async Task<IReadOnlyList<(PersonLoad Person, Candidate Candidate)>> For(
        Case one, IQueryable<Worker> people, ReservedFunctions statement, DateOnly today, CancellationToken stop)
    {
        var weights = await caseload.WeightsOn(today, stop);
        var read = await loads.Of(people, today, stop);
        var facts = await asked.Of(read, today, stop);
        var before = await asked.HeldBefore(db.Cases.Where(c => c.Id == one.Id).Select(c => c.Id), stop);

        var lies = await db.Assignments.AsNoTracking().Where(a => a.CaseId == one.Id && a.ToOn == null && a.TeamId != null)
            .Select(a => a.TeamId!.Value).ToListAsync(stop);
        var it = CaseAsked.Of(one) with { HeldBefore = before[one.Id].ToHashSet(), LiesIn = lies };
        return [.. read.Zip(facts, (person, fact) => (person, fact.For(it, statement.JointPart, weights)))];
    }
}
