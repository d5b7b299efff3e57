using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>People as candidates for one case: what they are, what they carry, and what they would carry with it.</summary>
public sealed class CandidateReading(FairloadDb db, LoadReading loads, CaseloadSettings caseload, CouncilSettings settings)
{
    private const int Week = 7;

    /// <summary>In name order.</summary>
    internal async Task<IReadOnlyList<(PersonLoad Person, Candidate Candidate)>> For(
        Case one, IQueryable<Worker> people, ReservedFunctions statement, DateOnly today, CancellationToken stop)
    {
        var weights = await caseload.WeightsOn(today, stop);
        var read = await loads.Of(people, today, stop);
        var ids = read.Select(p => p.Worker.Id).ToList();
        var visit = ReferenceData.Calendar(settings.Nation).AddWorkingDays(today, settings.Limits.FirstVisitDays)
            ?? today.AddDays(settings.Limits.FirstVisitDays);
        var away = (await db.Absences.AsNoTracking()
            .Where(a => ids.Contains(a.WorkerId) && a.FromOn <= visit && (a.ToOn == null || a.ToOn >= visit))
            .Select(a => a.WorkerId).ToListAsync(stop)).ToHashSet();
        var came = await db.Assignments.Where(a => a.WorkerId != null && ids.Contains(a.WorkerId.Value) && a.FromIsKnown
                && a.HeldSinceOn == a.FromOn && a.FromOn > today.AddDays(-Week))
            .GroupBy(a => a.WorkerId!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var before = (await db.Assignments.AsNoTracking().Where(a => a.CaseId == one.Id && a.WorkerId != null && a.ToOn != null)
            .Select(a => a.WorkerId!.Value).ToListAsync(stop)).ToHashSet();
        var lies = (await db.Assignments.AsNoTracking().Where(a => a.CaseId == one.Id && a.ToOn == null && a.TeamId != null)
            .Select(a => a.TeamId!.Value).ToListAsync(stop)).ToHashSet();
        return [.. read.Select(p => (p, Candidate(p)))];

        Candidate Candidate(PersonLoad person)
        {
            var (worker, load) = (person.Worker, person.Load);
            return new(
                worker.Id, Qualifications.Of(worker, today), !worker.HasLeft(today) && !worker.HasNotStarted(today),
                away.Contains(worker.Id), load.Capacity, load.Points,
                With(person, 1), With(person, statement.JointPart), With(person, 1 - statement.JointPart),
                came.GetValueOrDefault(worker.Id), person.Held.Any(h => h.CaseId == one.Id),
                HeldBefore: before.Contains(worker.Id),
                HoldsSibling: one.Family.Length > 0 && person.Held.Any(h => h.Family == one.Family),
                InItsTeam: person.Teams.Any(t => lies.Contains(t.Team.Id)));
        }

        // The whole load is worked out again: beside a brother or sister the same case weighs less.
        decimal With(PersonLoad person, decimal share)
        {
            var more = new HeldCase(one.Id, one.TypeCode, one.Tier, one.Marks, share);
            return CaseLoad.Of([.. person.Held.Where(h => h.CaseId != one.Id).Select(h => h.AsLoad), more], weights).Sum(c => c.Points)
                + person.Load.Points - person.Load.CaseLoads.Sum(c => c.Points);
        }
    }
}
