using Fairload.App.Caseload;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>How evenly the loads of a team or service lay over six months.</summary>
/// <param name="Past">What its teams were before reorganisations: their figures from then are in the line.</param>
public sealed record FairnessView(
    string Name, DateOnly Today, DateOnly From, AsOfDays AsOf, IReadOnlyList<FairnessPoint> Points, IReadOnlyList<TeamPast> Past);

/// <summary>Evenness of loads over time, of a team or a service.</summary>
public sealed class FairnessDesk(FairloadDb db, LoadSnapshots snapshots, LineageDesk lineage, AsOfDesk asOf, TimeProvider clock)
{
    private const int Months = 6;

    /// <summary>Teams that the reader may ask about, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var sight = reader.SightFor(Permission.SeeLoads);
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam)
            .OrderBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Null where the reader sees no such team, or not the whole of the service.</summary>
    public async Task<FairnessView?> Of(Reader reader, Id<Team>? team, string? service, CancellationToken stop)
    {
        var teams = (await Teams(reader, stop)).Where(t => team is { } id ? t.Id == id : t.Service == service).ToList();
        var sight = reader.SightFor(Permission.SeeLoads);
        if (teams.Count == 0 || (team is null && !sight.Everything && !sight.Services.Contains(service!))) return null;

        var (today, now) = (clock.UkToday, teams.Select(t => t.Id).ToList());
        var ids = await lineage.WithPredecessors(now, stop);
        var from = today.AddMonths(-Months);
        var managers = await Managers(db, stop);
        var kept = (await snapshots.InTeams(ids, from, stop)).Where(s => s.Cases > 0 || !managers.Contains(s.WorkerId));
        return new(team is null ? service! : teams[0].Name, today, from, await asOf.Days(stop), FairnessOverTime.Of(kept),
            await lineage.Past(now, stop));
    }

    /// <summary>A manager without cases is no room: what stands in a manager's name waits.</summary>
    internal static async Task<HashSet<Id<Worker>>> Managers(FairloadDb db, CancellationToken stop) =>
        (await db.Workers.AsNoTracking().Select(w => new { w.Id, w.Role, w.Level }).ToListAsync(stop))
        .Where(w => StaffKind.Of(w.Role, w.Level).IsManager).Select(w => w.Id).ToHashSet();
}
