using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Core.Workforce.Posts;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>How much a reorganisation took along.</summary>
internal sealed record TakenAlong(int People, int Cases);

/// <summary>Does what a reorganisation says, inside the caller's change: all of it or nothing. What was before is ended and
/// stays.</summary>
public sealed class ReorganisationApplying(FairloadDb db, ReorganisationReading reading, AuditTrail audit, TimeProvider clock)
{
    internal async Task<TakenAlong> Do(Reorganisation one, Reader reader, CancellationToken stop)
    {
        var plan = one.Plan;
        var touched = plan.Touches;
        var teams = await db.Teams.Where(t => touched.Contains(t.Id)).ToDictionaryAsync(t => t.Id, stop);
        switch (plan.Kind)
        {
            case ReorganisationKind.Rename:
                Rename(one, teams[plan.From[0].Id]);
                return new(0, 0);
            case ReorganisationKind.MoveService:
                return new(await Move(plan, teams, stop), 0);
            default:
                await Begin(one, stop);
                var people = await Memberships(plan, stop);
                await Posts(plan, stop);
                var cases = await Assignments(plan, stop);
                await Transfers(plan, stop);
                await Grants(plan, reader, stop);
                await Initiatives(plan, reader, stop);
                foreach (var ending in plan.Ending) teams[ending.Id].End(plan.LastDay, plan.Follows(ending.Id, null));
                return new(people, cases);
        }
    }

    private void Rename(Reorganisation one, Team team)
    {
        db.Add(new FormerTeamName(
            Id<FormerTeamName>.New(), team.Id, Written.Fold(team.Name), team.Name, one.Plan.LastDay, one.Id));
        team.Rename(one.Plan.Into[0].Name);
    }

    /// <summary>Whoever the old employer employed in the service goes along; agency staff keep their agency.</summary>
    private async Task<int> Move(ReorganisationPlan plan, Dictionary<Id<Team>, Team> teams, CancellationToken stop)
    {
        var before = plan.From.ToDictionary(f => f.Id, f => f.Employer);
        var ids = before.Keys.ToList();
        foreach (var id in ids) teams[id].GoTo(plan.Employer);
        var on = plan.On;
        var members = (await db.Memberships.AsNoTracking()
                .Where(m => ids.Contains(m.TeamId) && (m.FromOn == null || m.FromOn <= on) && (m.ToOn == null || m.ToOn >= on))
                    .ToListAsync(stop))
            .ToLookup(m => m.WorkerId, m => before[m.TeamId]);
        var people = members.Select(m => m.Key).ToList();
        var moved = 0;
        foreach (var worker in await db.Workers.Where(w => people.Contains(w.Id) && (w.EndsOn == null || w.EndsOn >= on)).ToListAsync(stop))
        {
            if (worker.IsAgency || !members[worker.Id].Contains(worker.Employer)) continue;
            if (worker.Amend(worker.Facts with { Employer = plan.Employer })) moved++;
        }

        return moved;
    }

    private async Task Begin(Reorganisation one, CancellationToken stop)
    {
        var plan = one.Plan;
        db.AddRange(plan.Into.Where(i => i.IsNew).Select(i => Team.Begin(i.Id, i.Name, i.Service, i.Employer, plan.On)));
        await db.SaveChangesAsync(stop);
        db.AddRange(
            from ending in plan.Ending
            from next in plan.Into
            select new TeamLine(Id<TeamLine>.New(), ending.Id, next.Id, plan.On, one.Id));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>A membership that stands on the day ends and another begins. Two of one person that come together are one; what begins
    /// later
    /// begins in the team that follows.</summary>
    private async Task<int> Memberships(ReorganisationPlan plan, CancellationToken stop)
    {
        var (ids, on) = (plan.Touches, plan.On);
        var all = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.TeamId) && (m.ToOn == null || m.ToOn >= on))
            .ToListAsync(stop);
        var moved = 0;
        foreach (var later in all.Where(m => m.FromOn >= on && plan.Follows(m.TeamId, m.WorkerId) is { } to && to != m.TeamId))
        {
            db.Update(later with { TeamId = plan.Follows(later.TeamId, later.WorkerId)!.Value });
            moved++;
        }

        foreach (var then in all.Where(m => !(m.FromOn >= on)).GroupBy(m => (m.WorkerId, Team: plan.Follows(m.TeamId, m.WorkerId))))
        {
            if (then.Key.Team is { } same && then.All(m => m.TeamId == same)) continue;
            foreach (var old in then) db.Update(old with { ToOn = plan.LastDay });

            // Nobody is left in a team that closes but those who have left the department.
            if (then.Key.Team is not { } to) continue;
            db.Add(new Membership(
                Id<Membership>.New(), then.Key.WorkerId, to, Math.Min(1, then.Sum(m => m.Share)), on,
                then.Any(m => m.ToOn is null) ? null : then.Max(m => m.ToOn), null));
            moved++;
        }

        await db.SaveChangesAsync(stop);
        return moved;
    }

    private async Task Posts(ReorganisationPlan plan, CancellationToken stop)
    {
        var ending = plan.Ending.Select(e => e.Id).ToList();
        foreach (var post in await db.Posts.AsNoTracking().Where(p => ending.Contains(p.TeamId)).ToListAsync(stop))
            if (plan.Follows(post.TeamId, null) is { } to) db.Update(post with { TeamId = to });
        foreach (var vacancy in await db.Set<Vacancy>().Where(v => ending.Contains(v.TeamId)).ToListAsync(stop))
            if (plan.Follows(vacancy.TeamId, null) is { } to) vacancy.GoesTo(to);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Everybody goes on holding what they hold, since the day on which they began to.</summary>
    private async Task<int> Assignments(ReorganisationPlan plan, CancellationToken stop)
    {
        var ending = plan.Ending.Select(e => e.Id).ToList();
        var names = plan.Into.ToDictionary(i => i.Id, i => i.Name);
        var open = await db.Assignments.Where(a => a.ToOn == null && a.TeamId != null && ending.Contains(a.TeamId.Value)).ToListAsync(stop);
        foreach (var old in open)
        {
            var to = plan.Follows(old.TeamId!.Value, old.WorkerId) ?? throw new InvalidOperationException("A case would lie in no team.");
            if (old.FromOn >= plan.On)
            {
                old.IsReally(to);
                continue;
            }

            old.End(plan.On, workerStays: true);
            db.Add(Assignment.Begin(old.CaseId, old.WorkerId, old.WorkerName, to, names[to], old.Share, plan.On, true, null, old));
        }

        await db.SaveChangesAsync(stop);
        return open.Select(a => a.CaseId).Distinct().Count();
    }

    /// <summary>A case on its way goes on its way, between the teams that follow. Its history names the teams of its days.</summary>
    private async Task Transfers(ReorganisationPlan plan, CancellationToken stop)
    {
        foreach (var (one, from, to) in await reading.UnderWay(plan, stop))
        {
            var (sender, receiver) = (from!.Value, to!.Value);
            var owner = one.OwnerTeamId == one.FromTeamId ? sender : receiver;
            await db.Set<Transfer>().Where(t => t.Id == one.Id).ExecuteUpdateAsync(
                t => t.SetProperty(x => x.FromTeamId, sender).SetProperty(x => x.ToTeamId, receiver)
                    .SetProperty(x => x.OwnerTeamId, owner), stop);
        }
    }

    /// <summary>Whoever holds a role in a team that ends holds it in those that follow.</summary>
    private async Task Grants(ReorganisationPlan plan, Reader reader, CancellationToken stop)
    {
        var ending = plan.Ending.Select(e => e.Id).ToList();
        if (plan.Into.Count == 0) return;
        var into = plan.Into.Select(i => i.Id).ToList();
        var held = await db.Set<AccountGrant>()
            .Where(g => g.TeamId != null && (ending.Contains(g.TeamId.Value) || into.Contains(g.TeamId.Value)))
            .ToListAsync(stop);
        var has = held.Where(g => into.Contains(g.TeamId!.Value)).Select(g => (g.AccountId, g.Role, g.TeamId!.Value)).ToHashSet();
        foreach (var old in held.Where(g => ending.Contains(g.TeamId!.Value)))
        {
            db.Remove(old);
            await audit.Note(reader, AuditAction.GrantTaken, "account", old.AccountId.ToString(), $"{old.Role} reorganised", stop);
            foreach (var team in into.Where(t => has.Add((old.AccountId, old.Role, t))))
            {
                db.Add(AccountGrant.Give(old.AccountId, new(old.Role, team)));
                await audit.Note(reader, AuditAction.GrantGiven, "account", old.AccountId.ToString(), $"{old.Role} reorganised", stop);
            }
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>What is asked of a team that ends is asked of those that have its work.</summary>
    private async Task Initiatives(ReorganisationPlan plan, Reader reader, CancellationToken stop)
    {
        var deed = new InitiativeDeed(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
        var running = await db.Set<Initiative>()
            .Where(i => i.ReplacedAt == null && i.EndedOn == null && i.Reach == InitiativeReach.Teams).ToListAsync(stop);
        var next = running.Select(i => i.Follow(plan, deed)).OfType<Initiative>().ToList();
        // Those that counted go first: one at a time counts.
        await db.SaveChangesAsync(stop);
        db.AddRange(next);
        foreach (var one in next)
            await audit.Note(reader, AuditAction.InitiativeChanged, "initiative", one.FirstId.ToString(), "reorganised", stop);
        await db.SaveChangesAsync(stop);
    }
}
