using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>The teams that a person is in now: whoever manages a team that they have left sees them no more.</summary>
internal static class TeamsNow
{
    public static async Task<IReadOnlyList<Team>> Of(FairloadDb db, Id<Worker> worker, DateOnly today, CancellationToken stop) => await (
        from m in db.Memberships
        where m.WorkerId == worker && (m.FromOn == null || m.FromOn <= today) && (m.ToOn == null || m.ToOn >= today)
        join t in db.Teams on m.TeamId equals t.Id
        select t).AsNoTracking().ToListAsync(stop);
}
