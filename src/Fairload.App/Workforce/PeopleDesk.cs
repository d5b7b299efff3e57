using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>One person of the staff sheet, without a word about cases.</summary>
public sealed record StaffLine(Worker Worker, IReadOnlyList<Team> Teams, IReadOnlyList<Absence> Absences, bool HasLeft);

/// <summary>Staff facts, for HR and for the line of management.</summary>
public sealed class PeopleDesk(FairloadDb db, TimeProvider clock)
{
    /// <summary>In name order. <paramref name="find"/> looks in names and staff numbers; empty finds everyone at work.</summary>
    public async Task<IReadOnlyList<StaffLine>> People(string find, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeePeople);
        var today = clock.UkToday;
        var sight = reader.SightFor(Permission.SeePeople);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(today))
            .ToLookup(m => m.WorkerId, m => teams[m.TeamId]);
        var absences =
            (await db.Absences.AsNoTracking().Where(a => a.FromOn <= today && (a.ToOn == null || a.ToOn >= today)).ToListAsync(stop))
            .ToLookup(a => a.WorkerId);
        var folded = PersonName.Fold(find);
        return
        [
            .. (await db.Workers.AsNoTracking().ToListAsync(stop))
                .Where(w => Wanted(w) && sight.SeesWorker(w.Id, members[w.Id]))
                .OrderBy(w => w.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(w => w.StaffNumber, StringComparer.Ordinal)
                .Select(w => new StaffLine(w, [.. members[w.Id]], [.. absences[w.Id]], w.HasLeft(today))),
        ];

        bool Wanted(Worker w) => folded.Length == 0
            ? !w.HasLeft(today)
            : PersonName.Fold(w.Name).Contains(folded, StringComparison.Ordinal) || PersonName.Fold(w.OtherNames)
                .Contains(folded, StringComparison.Ordinal)
                || string.Equals(w.StaffNumber, find.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null when there is no such person or the reader may not see them.</summary>
    public async Task<StaffLine?> Person(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeePeople);
        var today = clock.UkToday;
        if (await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop) is not { } worker) return null;
        var members = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == id).ToListAsync(stop)).Where(m => m.IsOn(today))
            .Select(m => m.TeamId).ToList();
        var teams = await db.Teams.AsNoTracking().Where(t => members.Contains(t.Id)).ToListAsync(stop);
        if (!reader.SightFor(Permission.SeePeople).SeesWorker(id, teams)) return null;
        return new(worker, teams,
            [.. (await db.Absences.AsNoTracking().Where(a => a.WorkerId == id).ToListAsync(stop)).Where(a => a.IsOn(today))],
            worker.HasLeft(today));
    }
}
