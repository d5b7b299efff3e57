using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>One case in a person's list, with what is due in it.</summary>
/// <param name="StaleBecause">What happened since the agreed score; empty while it is good.</param>
/// <param name="NextClock">The running clock that is due first.</param>
public sealed record CaseLine(HeldNow Held, CaseLoad Points, IReadOnlyList<CaseEventKind> StaleBecause, ClockLine? NextClock);

/// <summary>A clock of one case.</summary>
public sealed record ClockLine(Clock Clock, ClockDue Due);

/// <summary>A case that came to a person or went from them.</summary>
public sealed record CaseMoved(Id<Case> CaseId, string Reference, DateOnly On, bool Came);

/// <summary>The same figures for the worker and for the manager: load with its parts, cases, clocks, what changed.</summary>
/// <param name="Past">One load an extract, oldest first.</param>
/// <param name="Moved">In the last 28 days, the latest first.</param>
/// <param name="Advises">Cases that others hold and on which the person advises, by reference.</param>
public sealed record PersonView(
    PersonLoad Person, DateOnly Today, AsOfDays AsOf, Weights Weights, IReadOnlyList<CaseLine> Cases, IReadOnlyList<LoadSnapshot> Past,
        int RedWeeks,
    Worker? Manager, IReadOnlyList<Worker> Supervises, bool SeesCases, IReadOnlyList<CaseMoved> Moved,
    IReadOnlyList<Case> Advises);

/// <summary>One person's work, as they and their line of management see it.</summary>
public sealed class PersonDesk(
    FairloadDb db, LoadReading loads, LoadSnapshots snapshots, RedWeeks redWeeks, AsOfDesk asOf, CaseloadSettings caseload,
    CouncilSettings settings, TimeProvider clock)
{
    /// <summary>The reader's own work; null when the account belongs to nobody on the staff sheet.</summary>
    public async Task<PersonView?> MyWork(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        return reader.Worker is { } me ? await View(me, seesCases: true, stop) : null;
    }

    /// <summary>Null when there is no such person or the reader may not see them. HR sees the person and no cases.</summary>
    public async Task<PersonView?> Person(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        var today = clock.UkToday;
        var teams = await TeamsNow.Of(db, id, today, stop);
        var loads = reader.SightFor(Permission.SeeLoads).SeesWorker(id, teams);
        var own = reader.Worker == id && reader.May(Permission.SeeOwnWork);
        return loads || own ? await View(id, own || reader.SightFor(Permission.SeeCases).SeesWorker(id, teams), stop) : null;
    }

    private async Task<PersonView?> View(Id<Worker> id, bool seesCases, CancellationToken stop)
    {
        var today = clock.UkToday;
        var me = db.Workers.Where(w => w.Id == id);
        if ((await loads.Of(me, today, stop)).SingleOrDefault() is not { } person) return null;

        var days = await asOf.Days(stop);
        var past = await snapshots.Since(me.Select(w => w.Id), today.AddYears(-1), stop);
        var red = await redWeeks.Of(me.Select(w => w.Id), today, stop);
        var manager = person.Worker.ManagerStaffNumber is { } number ? await db.Workers.AsNoTracking()
            .SingleOrDefaultAsync(w => w.StaffNumber == number, stop) : null;
        var supervises = await db.Workers.AsNoTracking()
            .Where(w => w.ManagerStaffNumber == person.Worker.StaffNumber && (w.EndsOn == null || w.EndsOn >= today)).ToListAsync(stop);
        return new(
            person, today, days, await caseload.WeightsOn(today, stop), seesCases ? await Lines(person, today, stop) : [], past,
            red.GetValueOrDefault(id), manager, [.. supervises.InNameOrder()], seesCases,
            seesCases ? await Moved(id, today.AddDays(-TeamDesk.ChangesOver), days.First, stop) : [],
            seesCases ? await Advises(person, stop) : []);
    }

    private async Task<IReadOnlyList<Case>> Advises(PersonLoad person, CancellationToken stop)
    {
        if (person.Load.Parts.All(p => p.Kind != LoadPart.Advice)) return [];
        var held = person.Held.Select(h => h.CaseId).ToList();
        return await db.Cases.AsNoTracking().Where(c => c.ClosedOn == null && !held.Contains(c.Id)
                && db.Set<CaseAdviser>().Any(a => a.CaseId == c.Id && a.WorkerId == person.Worker.Id && a.ToOn == null))
            .OrderBy(c => c.Reference).ToListAsync(stop);
    }

    /// <summary>What the very first extract showed did not come: it was there.</summary>
    private async Task<IReadOnlyList<CaseMoved>> Moved(Id<Worker> id, DateOnly since, DateOnly? first, CancellationToken stop)
    {
        var moves = await (from a in db.Assignments.AsNoTracking()
                           join c in db.Cases on a.CaseId equals c.Id
                           where a.WorkerId == id
                               && ((a.ToOn > since && !a.WorkerStays)
                               || (a.FromOn > since && a.HeldSinceOn == a.FromOn && (a.FromIsKnown || a.FromOn > first)))
                           select new
                           {
                               a.CaseId,
                               c.Reference,
                               a.FromOn,
                               a.FromIsKnown,
                               Went = a.WorkerStays ? null : a.ToOn,
                               Came =
                               a.HeldSinceOn == a.FromOn
                           }).ToListAsync(stop);
        var came = moves.Where(m => m.Came && m.FromOn > since && (m.FromIsKnown || m.FromOn > first))
            .Select(m => new CaseMoved(m.CaseId, m.Reference, m.FromOn, true));
        var went = moves.Where(m => m.Went > since).Select(m => new CaseMoved(m.CaseId, m.Reference, m.Went!.Value, false));
        return [.. came.Concat(went).OrderByDescending(m => m.On).ThenBy(m => m.Reference, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<CaseLine>> Lines(PersonLoad person, DateOnly today, CancellationToken stop)
    {
        var ids = person.Held.Select(h => h.CaseId).ToList();
        var events = (await db.CaseEvents.AsNoTracking().Where(e => ids.Contains(e.CaseId)).ToListAsync(stop)).ToLookup(e => e.CaseId);
        var stale = await StaleScores.Of(db, db.Cases.Where(c => ids.Contains(c.Id)).Select(c => c.Id), today, stop);
        var points = person.Load.CaseLoads.ToDictionary(c => c.Case);
        var clocks = Clocks.For(settings.Nation);
        return
        [
            .. person.Held.DistinctBy(h => h.CaseId).OrderBy(h => h.Reference, StringComparer.Ordinal)
                .Select(h =>
                    CaseType.IsRestricted(h.TypeCode) ? new CaseLine(h, points[h.CaseId], [], null)
                        : new CaseLine(h, points[h.CaseId], stale.GetValueOrDefault(h.CaseId) ?? [],
                            clocks.Next(h.TypeCode, events[h.CaseId]))),
        ];
    }
}
