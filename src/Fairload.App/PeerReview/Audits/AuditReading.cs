using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.PeerReview.Audits;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Audits;

/// <summary>What rounds of audits are made of: who may audit, which teams are whose, and which cases were held.</summary>
public sealed class AuditReading(FairloadDb db, TimeProvider clock)
{
    /// <summary>Everybody whose role audits files, with the teams of their own, in name order.</summary>
    internal async Task<IReadOnlyList<Auditor>> Auditors(CancellationToken stop)
    {
        var roles = Enum.GetValues<Role>().Where(r => AccessTable.Of(r, Permission.AuditFiles) != Reach.None).ToList();
        var held = await (from g in db.Set<AccountGrant>().AsNoTracking()
                          join a in db.Set<Account>() on g.AccountId equals a.Id
                          where roles.Contains(g.Role) && !a.Disabled
                          select new { g, a.Name, a.WorkerId }).ToListAsync(stop);
        var members = await Members(held.Select(h => h.WorkerId).OfType<Id<Worker>>().ToList(), stop);
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        return
        [
            .. held.GroupBy(h => h.g.AccountId).Select(account => new Auditor(
                account.Key, account.First().Name,
                account.SelectMany(h => Own(h.g.AsGrant(), teams))
                    .Concat(account.First().WorkerId is { } worker ? members[worker] : []).ToHashSet()))
                .OrderBy(a => a.Name, StringComparer.CurrentCulture).ThenBy(a => a.Account.ToString(), StringComparer.Ordinal),
        ];
    }

    /// <summary>Teams that somebody answers for: the one that they manage, those of their service; for a principal social worker none of
    /// these, who sees all by another right.</summary>
    internal async Task<IReadOnlySet<Id<Team>>> TeamsOf(Reader reader, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        return reader.Grants.SelectMany(g => Own(g, teams)).ToHashSet();
    }

    /// <summary>Cases held by somebody in a team, a service or the whole council, as far as they are open.</summary>
    internal async Task<IReadOnlyList<HeldFile>> Held(RoundPlanned plan, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        var wanted = teams.Where(t => plan.Team is { } team ? t.Id == team : plan.Service.Length == 0 || t.Service == plan.Service)
            .Select(t => (Id<Team>?)t.Id).ToList();
        var isWhole = plan.Team is null && plan.Service.Length == 0;
        var (from, last) = (plan.FromOn!.Value, plan.LastOn!.Value);
        return await (from a in db.Assignments.AsNoTracking()
                      join c in db.Cases on a.CaseId equals c.Id
                      where c.ClosedOn == null && !c.TypeCode.StartsWith(CaseType.Restricted + ":") && a.WorkerId != null
                          && a.FromOn <= last && (a.ToOn == null || a.ToOn > @from)
                          && (isWhole || wanted.Contains(a.TeamId))
                      select new HeldFile(c.Id, c.Reference, a.TeamId, a.FromOn, a.ToOn)).ToListAsync(stop);
    }

    /// <summary>Audits that have to be done again by a day and are in no round yet, the earliest first.</summary>
    internal async Task<IReadOnlyList<AuditFile>> ToBeAuditedAgain(DateOnly until, CancellationToken stop) =>
        await db.Set<AuditFile>().AsNoTracking()
            .Where(f => f.FinishedAt != null && f.ReauditOn <= until && !db.Set<AuditFile>().Any(a => a.ReauditOfId == f.Id))
            .OrderBy(f => f.ReauditOn).ThenBy(f => f.Reference).ToListAsync(stop);

    /// <summary>Whom an urgent concern about a file of a team is for: whoever manages the team, else whoever is head of its
    /// service.</summary>
    internal async Task<IReadOnlyList<string>> Managers(Id<Team>? team, CancellationToken stop)
    {
        var service = await db.Teams.Where(t => t.Id == team).Select(t => t.Service).SingleOrDefaultAsync(stop);
        var found = await (from g in db.Set<AccountGrant>()
                           join a in db.Set<Account>() on g.AccountId equals a.Id
                           where !a.Disabled && ((g.Role == Role.TeamManager && g.TeamId == team && team != null)
                               || (g.Role == Role.HeadOfService && g.Service == service && service != null))
                           select new { g.Role, a.Email }).ToListAsync(stop);
        var nearest = found.Any(f => f.Role == Role.TeamManager) ? found.Where(f => f.Role == Role.TeamManager) : found;
        return [.. nearest.Select(f => f.Email).Distinct()];
    }

    private static IEnumerable<Id<Team>> Own(Grant grant, IReadOnlyList<Team> teams) => grant.Role switch
    {
        Role.TeamManager when grant.Team is { } team => [team],
        Role.HeadOfService when grant.Service is { } service => teams.Where(t => t.Service == service).Select(t => t.Id),
        Role.HeadOfService when grant.Team is { } team => [team],
        _ => [],
    };

    private async Task<ILookup<Id<Worker>, Id<Team>>> Members(IReadOnlyList<Id<Worker>> workers, CancellationToken stop)
    {
        var today = clock.UkToday;
        var all = await db.Memberships.AsNoTracking().Where(m => workers.Contains(m.WorkerId)).ToListAsync(stop);
        return all.Where(m => m.IsOn(today)).ToLookup(m => m.WorkerId, m => m.TeamId);
    }
}
