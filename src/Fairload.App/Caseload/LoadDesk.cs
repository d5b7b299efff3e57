using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Everyone's load, as far as the reader may see it: for commands, files and the search for room.</summary>
public sealed class LoadDesk(FairloadDb db, LoadReading loads, TimeProvider clock)
{
    /// <summary>People at work, and those who are not but in whose name cases stand; in name order.</summary>
    /// <param name="team">Name of a team; null for every team.</param>
    public async Task<Result<PeopleLoads>> Loads(string? team, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var today = clock.UkToday;
        Id<Team>? only = null;
        if (team is not null)
        {
            var folded = PersonName.Fold(team);
            var found = (await db.Teams.AsNoTracking().ToListAsync(stop)).Find(t => PersonName.Fold(t.Name) == folded);
            if (found is null) return new Problem("team", $"There is no team called {team}. See the teams with `fairload load --json`, or on the Teams page.");
            only = found.Id;
        }

        var sight = reader.SightFor(Permission.SeeLoads);
        var people = await loads.Of(At(today), today, stop);
        return new PeopleLoads(
            [.. people.Where(p => (only is null || p.Teams.Any(t => t.Team.Id == only))
                && sight.SeesWorker(p.Worker.Id, p.Teams.Select(t => t.Team)))]);
    }

    private IQueryable<Worker> At(DateOnly day) => db.Workers.Where(w =>
        w.EndsOn == null || w.EndsOn >= day
            || db.Assignments.Any(a => a.WorkerId == w.Id && a.ToOn == null && db.Cases.Any(c => c.Id == a.CaseId && c.ClosedOn == null)));
}

/// <summary>Loads of several people, in name order and in no other.</summary>
public sealed record PeopleLoads(IReadOnlyList<PersonLoad> People);
