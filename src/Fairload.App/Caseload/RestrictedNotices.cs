using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Somebody was told that a restricted case was opened.</summary>
public sealed class RestrictedNotice
{
    public Id<RestrictedOpening> OpeningId { get; init; }
    public Id<Account> AccountId { get; init; }
    public DateTime? SeenAt { get; set; }
}

/// <param name="Name">What the case is called where its reference may not stand.</param>
public sealed record OpeningLine(RestrictedOpening Opening, string Name, string Who, DateTime? SeenAt);

/// <summary>A restricted case in the reader's reach, without its reference.</summary>
public sealed record RestrictedLine(Id<Case> Case, string Name, RestrictionKind Why, DateTime RestrictedAt, bool IsOpenToReader);

/// <summary>Somebody opened the page of a case.</summary>
public sealed record CaseLookedAt(DateTime At, string Who, bool ByReason);

/// <summary>Who opened which case: for those who restricted it, and for the manager of every case.</summary>
public sealed class RestrictedNotices(FairloadDb db, CaseDesk cases, TimeProvider clock)
{
    private const int Kept = 50;

    /// <summary>Openings of which this reader was told, those not seen first.</summary>
    public async Task<IReadOnlyList<OpeningLine>> Mine(Reader reader, CancellationToken stop)
    {
        if (reader.Account is not { } me) return [];
        var told = await (from n in db.Set<RestrictedNotice>().AsNoTracking()
                          join o in db.Set<RestrictedOpening>() on n.OpeningId equals o.Id
                          join c in db.Cases on o.CaseId equals c.Id
                          join a in db.Set<Account>() on o.AccountId equals a.Id
                          where n.AccountId == me
                          orderby n.SeenAt != null, o.OpenedAt descending
                          select new { o, c.Reference, a.Name, n.SeenAt }).Take(Kept).ToListAsync(stop);
        return [.. told.Select(t => new OpeningLine(t.o, t.Reference, t.Name, t.SeenAt))];
    }

    public async Task<int> Unseen(Reader reader, CancellationToken stop) =>
        reader.Account is { } me ? await db.Set<RestrictedNotice>().CountAsync(n => n.AccountId == me && n.SeenAt == null, stop) : 0;

    /// <summary>The reader says that they have seen all of them up to now.</summary>
    public Task<Done> Seen(Reader reader, CancellationToken stop) => db.Change(
        async () =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var unseen = db.Set<RestrictedNotice>().Where(n => n.AccountId == reader.Account && n.SeenAt == null);
            foreach (var notice in await unseen.ToListAsync(stop)) notice.SeenAt = now;
            return default(Done);
        },
        stop);

    /// <summary>Restricted cases that the reader reaches, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<RestrictedLine>> InReach(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.BreakGlass);
        var lines = new List<RestrictedLine>();
        foreach (var one in await db.Set<RestrictedCase>().AsNoTracking().OrderBy(r => r.Number).ToListAsync(stop))
        {
            var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == one.CaseId).ToListAsync(stop);
            if (await cases.Reaches(one.CaseId, reader, Permission.BreakGlass, assignments, stop))
                lines.Add(new(one.CaseId, one.Name, one.Why, one.RestrictedAt, !await cases.IsShut(one.CaseId, reader, stop)));
        }

        return lines;
    }

    /// <summary>Who opened the page of this case, the latest first: for whoever manages it, null for everybody else.</summary>
    public async Task<IReadOnlyList<CaseLookedAt>?> Reads(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.Allocate)) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.Allocate, assignments, stop)) return null;
        var subject = id.ToString();
        return
        [
            .. (await db.Set<AuditEntry>().AsNoTracking()
                .Where(e => e.SubjectKind == "case" && e.SubjectId == subject
                    && (e.Action == AuditAction.Read || e.Action == AuditAction.RestrictedOpened))
                .OrderByDescending(e => e.Sequence).Take(Kept).ToListAsync(stop))
                .Select(e => new CaseLookedAt(e.At, e.Who, e.Action == AuditAction.RestrictedOpened)),
        ];
    }

    /// <summary>Inside the change that opens it: who restricted it, who manages the teams in which it stands, else the heads of their
    /// services; but not whoever opens it.</summary>
    internal async Task Tell(RestrictedOpening opening, CancellationToken stop)
    {
        var teams = await (from a in db.Assignments
                           join t in db.Teams on a.TeamId equals t.Id
                           where a.CaseId == opening.CaseId && a.ToOn == null
                           select new { t.Id, t.Service }).ToListAsync(stop);
        var (ids, services) = (teams.Select(t => (Id<Core.Workforce.Team>?)t.Id).ToList(), teams.Select(t => t.Service).ToList());
        var managers = await (from g in db.Set<AccountGrant>()
                              join a in db.Set<Account>() on g.AccountId equals a.Id
                              where !a.Disabled && a.Id != opening.AccountId
                                  && ((g.Role == Role.TeamManager && ids.Contains(g.TeamId))
                                      || (g.Role == Role.HeadOfService && services.Contains(g.Service!)))
                              select new { g.Role, a.Id }).ToListAsync(stop);
        var nearest = managers.Any(m => m.Role == Role.TeamManager) ? managers.Where(m => m.Role == Role.TeamManager) : managers;
        var by = await db.Set<RestrictedCase>().Where(r => r.CaseId == opening.CaseId).Select(r => r.RestrictedBy).SingleAsync(stop);
        foreach (var account in nearest.Select(m => m.Id).Append(by).Where(a => a != opening.AccountId).Distinct())
            db.Add(new RestrictedNotice { OpeningId = opening.Id, AccountId = account });
    }
}
