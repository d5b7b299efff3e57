using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>Somebody who was in post, with the team that counts them.</summary>
internal sealed record SickPerson(Team? Team, SickWorker Worker);

/// <summary>Reads work and sickness of the staff list; the absences are those that it brings already.</summary>
public sealed class SicknessReading(FairloadDb db, CouncilSettings settings)
{
    /// <summary>Everybody in post on some day of the time, counted once: in the team with the largest share of their time, on the last of
    /// these days on which they belonged to any. Hours are those of today: the staff list keeps no earlier ones.</summary>
    internal async Task<IReadOnlyList<SickPerson>> People(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var homes = await Homes(from, to, stop);
        var absences = (await db.Absences.AsNoTracking().Where(a => a.FromOn <= to && (a.ToOn == null || a.ToOn >= from)).ToListAsync(stop))
            .ToLookup(a => a.WorkerId);
        var workers = await db.Workers.AsNoTracking()
            .Where(w => (w.StartsOn == null || w.StartsOn <= to) && (w.EndsOn == null || w.EndsOn >= from)).ToListAsync(stop);
        return
        [
            .. workers.OrderBy(w => w.StaffNumber, StringComparer.Ordinal).Select(w => new SickPerson(
                homes.GetValueOrDefault(w.Id),
                new(w.Fte ?? w.Hours / settings.Limits.FullTimeHours, new(w.StartsOn, w.EndsOn), [.. Spells(absences[w.Id])]))),
        ];
    }

    /// <summary>The team that counts each person, of those who belonged to any.</summary>
    internal async Task<IReadOnlyDictionary<Id<Worker>, Team?>> Homes(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var members = await db.Memberships.AsNoTracking()
            .Where(m => (m.FromOn == null || m.FromOn <= to) && (m.ToOn == null || m.ToOn >= from)).ToListAsync(stop);
        return members.GroupBy(m => m.WorkerId).ToDictionary(g => g.Key, g => Home(g, teams));
    }

    internal WorkingCalendar Calendar => ReferenceData.Calendar(settings.Nation);

    internal decimal? Target => settings.Limits.SicknessTargetDays;

    private static Team? Home(IEnumerable<Membership> members, Dictionary<Id<Team>, Team> teams)
    {
        var home = members.OrderByDescending(m => m.ToOn ?? DateOnly.MaxValue).ThenByDescending(m => m.Share)
            .ThenBy(m => teams[m.TeamId].Name, StringComparer.Ordinal).FirstOrDefault();
        return home is null ? null : teams[home.TeamId];
    }

    private static IEnumerable<SickSpell> Spells(IEnumerable<Absence> absences) =>
        from a in absences
        let what = SicknessFigure.Read(a.Category)
        where what != AbsenceIs.NotSickness
        select new SickSpell(a.FromOn, a.ToOn, what == AbsenceIs.Stress);
}
