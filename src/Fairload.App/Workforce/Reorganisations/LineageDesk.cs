using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce.Reorganisations;

/// <summary>What teams were before reorganisations, for figures that go further back than they do.</summary>
public sealed class LineageDesk(FairloadDb db)
{
    /// <summary>Of each of these teams that was something else before, in name order. Whoever asks may see the teams.</summary>
    public async Task<IReadOnlyList<TeamPast>> Past(IReadOnlyList<Id<Team>> these, CancellationToken stop)
    {
        var lineage = await TeamBook.Lines(db, stop);
        var done = await db.Set<Reorganisation>().AsNoTracking().Where(r => r.State == ReorganisationState.Applied).ToListAsync(stop);
        var moves = done.Where(r => r.Plan.Kind == ReorganisationKind.MoveService).OrderByDescending(r => r.DueOn)
            .ThenByDescending(r => r.SettledAt).ToList();
        var teams = await db.Teams.AsNoTracking().Where(t => these.Contains(t.Id)).ToListAsync(stop);
        return
        [
            .. teams.OrderBy(t => t.Name, StringComparer.CurrentCulture)
                .Select(t => new TeamPast(t, lineage.Before(t.Id), Employers(t.Id, lineage, moves))).Where(p => !p.IsEmpty),
        ];
    }

    /// <summary>These teams and all whose work went to them.</summary>
    internal async Task<IReadOnlyList<Id<Team>>> WithPredecessors(IEnumerable<Id<Team>> these, CancellationToken stop) =>
        (await TeamBook.Lines(db, stop)).WithPredecessors(these);

    /// <summary>A team that others became was employed by whoever employed them.</summary>
    private static IReadOnlyList<EmployedUntil> Employers(Id<Team> team, TeamLineage lineage, IEnumerable<Reorganisation> moves)
    {
        var line = lineage.WithPredecessors([team]);
        return
        [
            .. from move in moves
               from was in move.Plan.From.Where(f => line.Contains(f.Id)).Select(f => f.Employer).Distinct()
               select new EmployedUntil(move.Plan.LastDay, was),
        ];
    }
}
