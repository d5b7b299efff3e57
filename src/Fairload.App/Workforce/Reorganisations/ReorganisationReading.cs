using Fairload.App.Caseload;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>What a reorganisation would find if it were done now.</summary>
public sealed class ReorganisationReading(FairloadDb db, LoadReading loads, TimeProvider clock)
{
    internal async Task<ReorganisationWorld> World(CancellationToken stop) => new(
        await db.Teams.AsNoTracking().ToListAsync(stop),
        await db.Set<Reorganisation>().AsNoTracking().Where(r => r.State == ReorganisationState.Prepared).ToListAsync(stop),
        clock.UkToday);

    /// <summary>What would be left in no team, and what is under way there.</summary>
    internal async Task<LeftBehind> Left(ReorganisationPlan plan, CancellationToken stop)
    {
        var ending = plan.Ending.Select(e => e.Id).ToList();
        if (ending.Count == 0) return new(0, 0, 0, 0, 0);

        var meetings = await db.Set<AllocationMeeting>().CountAsync(
            m => m.TeamId != null && ending.Contains(m.TeamId.Value)
                && (m.State == MeetingState.Preparing || m.State == MeetingState.Open), stop);
        var transfers = (await UnderWay(plan, stop)).Count(t => t.From == t.To);
        if (plan.Into.Count > 0) return new(0, 0, 0, meetings, transfers);

        var on = plan.On;
        var people = await db.Memberships
            .Where(m => ending.Contains(m.TeamId) && (m.ToOn == null || m.ToOn >= on)
                && db.Workers.Any(w => w.Id == m.WorkerId && (w.EndsOn == null || w.EndsOn >= on)))
            .Select(m => m.WorkerId).Distinct().CountAsync(stop);
        var cases = await db.Assignments.Where(a => a.ToOn == null && a.TeamId != null && ending.Contains(a.TeamId.Value))
            .Select(a => a.CaseId).Distinct().CountAsync(stop);
        var posts = (await db.Posts.AsNoTracking().Where(p => ending.Contains(p.TeamId)).ToListAsync(stop)).Sum(p => p.EstablishedFte);
        return new(people, cases, posts, meetings, transfers);
    }

    /// <summary>Cases on their way from or to a team that ends, and between which teams they would be afterwards.</summary>
    internal async Task<IReadOnlyList<(Transfer One, Id<Team>? From, Id<Team>? To)>> UnderWay(
        ReorganisationPlan plan, CancellationToken stop)
    {
        var ending = plan.Ending.Select(e => e.Id).ToList();
        var open = await db.Set<Transfer>().AsNoTracking()
            .Where(t => t.EndedOn == null && (ending.Contains(t.FromTeamId) || ending.Contains(t.ToTeamId))).ToListAsync(stop);
        var cases = open.ConvertAll(t => t.CaseId);
        var holders = (await db.Assignments.AsNoTracking().Where(a => a.ToOn == null && cases.Contains(a.CaseId)).ToListAsync(stop))
            .ToLookup(a => a.CaseId, a => a.WorkerId);
        return [.. open.Select(
            t => (t, plan.Follows(t.FromTeamId, holders[t.CaseId].FirstOrDefault()), plan.Follows(t.ToTeamId, t.WorkerId)))];
    }

    internal async Task<ReorganisationPreview> Preview(ReorganisationPlan plan, CancellationToken stop)
    {
        var today = clock.UkToday;
        var touched = plan.Touches;
        var here = MembersNow.Of(db, touched, today).Select(w => w.Id);
        var holding = db.Assignments.Where(
            a => a.ToOn == null && a.WorkerId != null && a.TeamId != null && touched.Contains(a.TeamId.Value))
            .Select(a => a.WorkerId!.Value);
        var people = await loads.Of(db.Workers.Where(w => here.Contains(w.Id) || holding.Contains(w.Id)), today, stop);
        var points = people.SelectMany(p => p.Load.CaseLoads, (p, c) => (Key: (p.Worker.Id, c.Case), c.Points))
            .GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Points));
        var open = await (
            from a in db.Assignments.AsNoTracking()
            where a.ToOn == null && a.TeamId != null && touched.Contains(a.TeamId.Value)
            join c in db.Cases.AsNoTracking() on a.CaseId equals c.Id
            where c.ClosedOn == null
            select new { a.CaseId, c.Reference, a.WorkerId, Team = a.TeamId!.Value }).ToListAsync(stop);
        var work = open.ConvertAll(a => new WorkNow(
            a.Reference, a.WorkerId, a.Team, a.WorkerId is { } who ? points.GetValueOrDefault((who, a.CaseId)) : 0));
        var ofPerson = work.Where(w => w.Worker is not null).ToLookup(w => w.Worker!.Value, w => w.Points);
        return ReorganisationPreview.Of(plan, [.. people.SelectMany(Places)], work);

        IEnumerable<PlaceNow> Places(PersonLoad person) => person.Teams.Where(t => touched.Contains(t.Team.Id)).Select(t => new PlaceNow(
            person.Worker.Id, person.Worker.Name, t.Team.Id, person.Load.CapacityIn(t.Share),
            person.Teams.Count == 1 ? person.Load.Points - ofPerson[person.Worker.Id].Sum() : 0));
    }
}
