using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>One incident, as a reader sees it.</summary>
/// <param name="Worker">To whom it happened, where they chose to be named.</param>
/// <param name="MayFollowUp">The reader records what came of it.</param>
public sealed record IncidentLine(Incident Incident, Team Team, Worker? Worker, bool MayFollowUp);

/// <summary>The log of incidents.</summary>
/// <param name="Lines">The latest first: those of the last twelve months, and older ones that nobody has followed up.</param>
/// <param name="MayReport">Some team of the reader's can be chosen.</param>
public sealed record IncidentLog(DateOnly Today, IReadOnlyList<IncidentLine> Lines, bool MayReport);

/// <summary>Incidents: reported by anybody, followed up by who manages the team, seen by the line of management.</summary>
public sealed class IncidentDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    private const string Kind = "incident";

    public async Task<IncidentLog> Log(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeIncidents);
        var today = clock.UkToday;
        var sight = await UnitSight.Of(db, reader, Permission.SeeIncidents, today, stop);
        var keeps = await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop);
        var (seen, own, since) = (sight.All, sight.Own, today.AddYears(-1));
        var all = await db.Set<Incident>().AsNoTracking()
            .Where(i => (seen.Contains(i.TeamId) || (own != null && i.WorkerId == own)) && (i.HappenedOn > since || i.FollowedUpOn == null))
            .ToListAsync(stop);
        var people = await People(all, stop);
        return new(
            today,
            [.. all.OrderByDescending(i => i.HappenedOn).ThenBy(i => i.Id.Value).Select(i => Line(i, sight, people, keeps))],
            reader.May(Permission.ReportAtWork) && (await Teams(reader, stop)).Count > 0);
    }

    /// <summary>Null when there is none or the reader may not see it.</summary>
    public async Task<IncidentLine?> Show(Id<Incident> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeIncidents);
        var today = clock.UkToday;
        if (await db.Set<Incident>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, stop) is not { } one) return null;
        var sight = await UnitSight.Of(db, reader, Permission.SeeIncidents, today, stop);
        if (!sight.Sees(one.TeamId) && (one.WorkerId is not { } worker || worker != sight.Own)) return null;
        return Line(one, sight, await People([one], stop), await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop));
    }

    /// <summary>About which the reader may report, in name order.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReportAtWork);
        return (await UnitSight.Of(db, reader, Permission.ReportAtWork, clock.UkToday, stop)).Now;
    }

    /// <summary>It happened to the reader, or the reader reports it for the team.</summary>
    /// <param name="named">Whether the reader wants to stand beside it. Otherwise neither the record nor the audit trail tells who.</param>
    public Task<Result<Incident>> Report(
        IncidentKind kind, DateOnly happenedOn, Id<Team> team, bool named, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.ReportAtWork);
        return db.Change<Result<Incident>>(
            async () =>
            {
                if (!(await UnitSight.Of(db, reader, Permission.ReportAtWork, clock.UkToday, stop)).Sees(team))
                    return RegisterProblems.NoSuchTeam;
                if (named && reader.Worker is null)
                    return new Problem("Named", $"You are not on the staff list, so you can not be named here. Report it without a name");
                var made = Incident.Report(new(kind, happenedOn, team, named ? reader.Worker : null), Deed(reader));
                if (!made.Try(out var incident, out _)) return made;
                db.Add(incident);
                var (id, what) = (incident.Id.ToString(), $"reported {kind}");
                await (named ? audit.Note(reader, AuditAction.WorkplaceChanged, Kind, id, what, stop)
                    : audit.NoteUnnamed(AuditAction.WorkplaceChanged, Kind, id, what, stop));
                return made;
            },
            stop);
    }

    /// <param name="version">As it was read.</param>
    public Task<Result<Done>> FollowUp(Id<Incident> id, IncidentFollowUp what, int version, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepWorkplace);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"incident {id}", stop);
                if (await db.Set<Incident>().SingleOrDefaultAsync(i => i.Id == id, stop) is not { } one) return RegisterProblems.NotThere;
                var keeps = await UnitSight.Of(db, reader, Permission.KeepWorkplace, clock.UkToday, stop);
                if (!keeps.Sees(one.TeamId)) return RegisterProblems.NotYours;
                var before = one.Version;
                var done = one.FollowUp(what, version, Deed(reader));
                if (one.Version != before)
                    await audit.Note(reader, AuditAction.WorkplaceChanged, Kind, id.ToString(), $"followed up {what.Outcome}", stop);
                return done;
            },
            stop);
    }

    private async Task<Dictionary<Id<Worker>, Worker>> People(IReadOnlyCollection<Incident> all, CancellationToken stop)
    {
        var ids = all.Select(r => r.WorkerId).OfType<Id<Worker>>().Distinct().ToList();
        return await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
    }

    private static IncidentLine Line(Incident one, UnitSight sight, Dictionary<Id<Worker>, Worker> people, UnitSight? keeps) =>
        new(one, sight.Team(one.TeamId), one.WorkerId is { } worker ? people[worker] : null, keeps?.Sees(one.TeamId) == true);

    private RegisterDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);
}
