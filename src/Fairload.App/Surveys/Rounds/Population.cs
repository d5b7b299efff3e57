using Fairload.App.Store;
using Fairload.Core.Caseload;
using Fairload.Core.Surveys.Rounds;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Surveys.Rounds;

/// <summary>Somebody at work who is asked.</summary>
/// <param name="Team">Where most of their time goes; null for nobody's.</param>
/// <param name="IsAway">On long leave: asked like everybody, and counted apart for the planner.</param>
internal sealed record StaffMember(Worker Worker, Team? Team, IReadOnlyDictionary<BackgroundQuestion, string> Values, bool IsAway);

/// <summary>Who is asked: everybody on the staff list who is at work on the day, agency and bank staff and those on long leave
/// included.</summary>
public sealed class Population(FairloadDb db, CouncilSettings settings)
{
    internal async Task<IReadOnlyList<StaffMember>> On(DateOnly day, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var homes = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(day) && teams[m.TeamId].Exists(day))
            .GroupBy(m => m.WorkerId).ToDictionary(
                g => g.Key,
                g => g.OrderByDescending(m => m.Share).ThenBy(m => teams[m.TeamId].Name, StringComparer.Ordinal).First().TeamId);
        var away = (await db.Absences.AsNoTracking().Where(a => a.FromOn <= day && (a.ToOn == null || a.ToOn >= day)).ToListAsync(stop))
            .Where(a => a.IsLong(settings.Limits.LongLeaveDays)).Select(a => a.WorkerId).ToHashSet();
        return
        [
            .. (await db.Workers.AsNoTracking().ToListAsync(stop)).Where(w => !w.HasLeft(day) && !w.HasNotStarted(day))
                .OrderBy(w => w.StaffNumber, StringComparer.Ordinal)
                .Select(w => new StaffMember(
                    w, homes.TryGetValue(w.Id, out var home) ? teams[home] : null, Values(w, day), away.Contains(w.Id))),
        ];
    }

    private static IReadOnlyDictionary<BackgroundQuestion, string> Values(Worker worker, DateOnly day)
    {
        var (facts, isManager) = (worker.Facts, StaffKind.Of(worker.Role, worker.Level).IsManager);
        return Enum.GetValues<BackgroundQuestion>().ToDictionary(q => q, q => Background.Of(q, facts, isManager, day));
    }
}
