using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>Who has worked in one of some teams on a day and has not left: those who left appear under the cases that they left
/// behind.</summary>
internal static class MembersNow
{
    public static IQueryable<Worker> Of(FairloadDb db, IReadOnlyList<Id<Team>> teams, DateOnly day) => db.Workers.Where(w =>
        (w.EndsOn == null || w.EndsOn >= day)
        && db.Memberships.Where(m => teams.Contains(m.TeamId) && (m.FromOn == null || m.FromOn <= day) && (m.ToOn == null || m.ToOn >= day))
            .Select(m => m.WorkerId).Contains(w.Id));
}
