using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Answers;

/// <summary>Who looks after a case while a reply is owed: somebody who manages, is at work, and is not the worker.</summary>
public sealed class InterimHolders(FairloadDb db)
{
    /// <summary>
    /// The line manager of the staff sheet; else who manages the team in Fairload; else a manager on the staff sheet of the team, then of
    /// the service; else the head of service or the principal social worker. Null where none of them is at work.
    /// </summary>
    internal async Task<Worker?> For(Worker worker, Id<Team>? lies, DateOnly today, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var theirs = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == worker.Id).ToListAsync(stop))
            .Where(m => m.IsOn(today)).OrderByDescending(m => m.Share).Select(m => m.TeamId).ToList();
        var home = lies ?? theirs.Select(t => (Id<Team>?)t).FirstOrDefault();
        var service = home is { } id ? teams[id].Service : "";
        var grants = await db.Set<AccountGrant>().AsNoTracking()
            .Join(db.Set<Account>().Where(a => !a.Disabled && a.WorkerId != null), g => g.AccountId, a => a.Id,
                (g, a) => new { g, a.WorkerId })
            .ToListAsync(stop);
        var atWork = await AtWork(worker, today, stop);

        IEnumerable<Id<Worker>?> Holding(Role role, Func<AccountGrant, bool> where) =>
            grants.Where(g => g.g.Role == role && where(g.g)).Select(g => g.WorkerId);

        IEnumerable<Id<Worker>?> Managers(Func<Team, bool> where) => atWork.Values
            .Where(p => StaffKind.Of(p.Worker.Role, p.Worker.Level).IsManager && p.Teams.Any(t => where(teams[t])))
            .OrderBy(p => p.Worker.StaffNumber, StringComparer.Ordinal).Select(p => (Id<Worker>?)p.Worker.Id);

        var manager = atWork.Values.Where(p => p.Worker.StaffNumber == worker.ManagerStaffNumber).Select(p => (Id<Worker>?)p.Worker.Id);
        return manager
            .Concat(Holding(Role.TeamManager, g => g.TeamId == home))
            .Concat(Managers(t => t.Id == home))
            .Concat(Managers(t => service.Length > 0 && t.Service == service))
            .Concat(Holding(Role.HeadOfService, g => service.Length > 0 && g.Service == service))
            .Concat(Holding(Role.PrincipalSocialWorker, _ => true))
            .Where(w => w is { } one && atWork.ContainsKey(one)).Select(w => atWork[w!.Value].Worker).FirstOrDefault();
    }

    private async Task<Dictionary<Id<Worker>, (Worker Worker, List<Id<Team>> Teams)>> AtWork(
        Worker but, DateOnly today, CancellationToken stop)
    {
        var away = db.Absences.Where(a => a.FromOn <= today && (a.ToOn == null || a.ToOn >= today)).Select(a => a.WorkerId);
        var workers = await db.Workers.AsNoTracking()
            .Where(w => w.Id != but.Id && !away.Contains(w.Id) && (w.EndsOn == null || w.EndsOn >= today)
                && (w.StartsOn == null || w.StartsOn <= today)).ToListAsync(stop);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(today))
            .ToLookup(m => m.WorkerId, m => m.TeamId);
        return workers.ToDictionary(w => w.Id, w => (w, members[w.Id].ToList()));
    }
}
