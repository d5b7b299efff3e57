using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Sessions;

/// <summary>One person's supervision agreement with every version.</summary>
/// <param name="Versions">The latest first.</param>
/// <param name="InForce">The one the worker agreed to last; null for none.</param>
/// <param name="Supervisors">Who can be chosen: at work, of the same service or with a manager's job, in name order.</param>
/// <param name="NeedsProfessional">The worker is registered, the supervisor of the last version is not, and nobody else is named.</param>
public sealed record AgreementView(
    Worker Worker, IReadOnlyList<SupervisionAgreement> Versions, SupervisionAgreement? InForce,
    IReadOnlyDictionary<Id<Worker>, Worker> Named, IReadOnlyList<Worker> Supervisors, bool NeedsProfessional, DateOnly Today, bool IsOwn,
    bool MayKeep)
{
    public SupervisionAgreement? Last => Versions.Count > 0 ? Versions[0] : null;

    /// <summary>How many there were when it was looked at.</summary>
    public int Number => Last?.Number ?? 0;

    public bool WaitsForWorker => Last is { IsAgreed: false };
}

/// <summary>Supervision agreements: written by who keeps the supervision, agreed to by the worker, never changed.</summary>
public sealed class AgreementDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such person or the reader may not see their supervision.</summary>
    public async Task<AgreementView?> Of(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervision);
        var today = clock.UkToday;
        if (await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop) is not { } worker) return null;
        var teams = await TeamsNow.Of(db, id, today, stop);
        var versions = await db.Set<SupervisionAgreement>().AsNoTracking().Where(a => a.WorkerId == id).OrderByDescending(a => a.Number)
            .ToListAsync(stop);
        var last = versions.FirstOrDefault();
        if (!reader.SeesSupervision(id, teams, last)) return null;

        var ids = versions.SelectMany(v => new[] { v.SupervisorId, v.ProfessionalId }).OfType<Id<Worker>>().ToList();
        var named = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var mayKeep = reader.KeepsSupervision(id, teams, last) && !worker.HasLeft(today);
        return new(
            worker, versions, SupervisionAgreement.InForce(versions, today), named, mayKeep ? await Supervisors(worker, teams, stop) : [],
            last is { ProfessionalId: null } && worker.SweNumber is not null && named[last.SupervisorId].SweNumber is null, today,
            reader.Worker == id, mayKeep);
    }

    /// <summary>A new version, which the worker has to agree to. Refused where somebody else has written one since.</summary>
    /// <param name="seen">The number of the last version that was looked at; 0 for none.</param>
    public Task<Result<SupervisionAgreement>> Write(
        Id<Worker> id, int seen, AgreementTerms terms, Reader reader, CancellationToken stop) =>
        db.Change<Result<SupervisionAgreement>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"supervision agreement of {id}", stop);
                if (await Of(id, reader, stop) is not { MayKeep: true } view)
                    return new Problem("", $"There is no such person, or their supervision is not yours to keep");
                if (view.Last is { } last && last.Terms == terms) return last;
                if (view.Number != seen)
                    return new Problem("", $"{view.Last!.WrittenBy} has written another version while you looked at it. Nothing of yours was stored: read it above, and send yours again if it is right");
                if (!view.Supervisors.Any(s => s.Id == terms.Supervisor)) return new Problem("Supervisor", $"Choose who supervises");
                var professional = terms.Professional is { } p ? view.Supervisors.FirstOrDefault(s => s.Id == p) : null;
                var deed = new SessionDeed(reader.Name, reader.Worker, clock.GetUtcNow().UtcDateTime, view.Today);
                if (!SupervisionAgreement.Write(id, view.Number + 1, terms, professional?.SweNumber is not null, deed)
                    .Try(out var written, out var problems))
                {
                    return problems.ToList();
                }

                db.Add(written);
                await audit.Note(
                    reader, AuditAction.SupervisionChanged, "supervision agreement", written.Id.ToString(), $"version {written.Number}",
                        stop);
                return written;
            },
            stop);

    /// <summary>The worker agrees to the version that they read.</summary>
    public Task<Result<Done>> Agree(Id<Worker> id, int number, Reader reader, CancellationToken stop) => db.Change<Result<Done>>(
        async () =>
        {
            await OneAtATime.Wait(db, $"supervision agreement of {id}", stop);
            var last = await db.Set<SupervisionAgreement>().Where(a => a.WorkerId == id).OrderByDescending(a => a.Number)
                .FirstOrDefaultAsync(stop);
            if (last is null || reader.Worker != id) return new Problem("", $"There is no such agreement, or it is not yours to agree to");
            if (last.Number != number)
                return new Problem("", $"{last.WrittenBy} has written another version since you read it. Nothing was stored: read it first");
            last.Agree(clock.UkToday);
            await audit.Note(
                reader, AuditAction.SupervisionChanged, "supervision agreement", last.Id.ToString(), $"agreed {number}", stop);
            return default(Done);
        },
        stop);

    /// <summary>The own manager first comes to mind, but anybody at work in the service may supervise.</summary>
    private async Task<IReadOnlyList<Worker>> Supervisors(Worker worker, IReadOnlyList<Team> teams, CancellationToken stop)
    {
        var (today, services) = (clock.UkToday, teams.Select(t => t.Service).ToList());
        var near = db.Teams.Where(t => services.Contains(t.Service)).Select(t => t.Id);
        var here = await db.Memberships.Where(m => near.Contains(m.TeamId) && (m.ToOn == null || m.ToOn >= today)).Select(m => m.WorkerId)
            .ToListAsync(stop);
        var of = here.ToHashSet();
        return
        [
            .. (await db.Workers.AsNoTracking().Where(w => w.Id != worker.Id).ToListAsync(stop))
                .Where(w => !w.HasLeft(today) && (of.Contains(w.Id) || w.StaffNumber == worker.ManagerStaffNumber
                    || Core.Caseload.StaffKind.Of(w.Role, w.Level).IsManager))
                .OrderBy(w => w.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(w => w.StaffNumber, StringComparer.Ordinal),
        ];
    }
}
