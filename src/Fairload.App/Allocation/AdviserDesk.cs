using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>Who advises on a case, or has to.</summary>
/// <param name="Adviser">Null where nobody is named.</param>
/// <param name="Must">Who has to advise by the statement, in its words; empty for nobody.</param>
/// <param name="IsOpen">The case is open: nobody advises on a closed one.</param>
public sealed record AdviserView(Case Case, CaseAdviser? Adviser, Worker? Worker, IReadOnlyList<string> Must, decimal Part, bool IsOpen);

/// <summary>The same with those who may be named.</summary>
/// <param name="People">At work, of the services that the reader allocates for, in name order; where somebody must advise only those who
/// may.</param>
public sealed record AdviserChoice(AdviserView Now, IReadOnlyList<Worker> People);

/// <summary>Who advises the holder of a case. It is entered by whoever may allocate it, and weighs in the adviser's load.</summary>
public sealed class AdviserDesk(FairloadDb db, CaseDesk cases, StatementSettings statements, AuditTrail audit, TimeProvider clock)
{
    /// <summary>For everyone who may see the case; null for others.</summary>
    public async Task<AdviserView?> Of(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeCases);
        return await Find(id, Permission.SeeCases, reader, stop);
    }

    /// <summary>Null when there is no such open case or the reader may not allocate it.</summary>
    public async Task<AdviserChoice?> Choice(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return await Find(id, Permission.Allocate, reader, stop) is { IsOpen: true } now ? new(now, await People(now, reader, stop)) : null;
    }

    /// <summary>Names who advises from today; whoever did before does no more. Null for nobody. Refuses somebody whom the statement does
    /// not let advise, and who is not at work there. The same person again changes nothing.</summary>
    public Task<Result<Done>> Name(Id<Case> id, Id<Worker>? worker, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"adviser of {id}", stop);
                if (await Choice(id, reader, stop) is not { } choice)
                    return new Problem("", $"This case is closed, or not yours to allocate any more. Nothing was changed.");
                if (choice.Now.Adviser?.WorkerId == worker) return default(Done);
                if (worker is { } named && choice.People.All(w => w.Id != named))
                    return new Problem("Worker", $"Choose somebody from the list: they are at work and may advise by the statement of reserved functions");

                if (await db.Set<CaseAdviser>().SingleOrDefaultAsync(a => a.CaseId == id && a.ToOn == null, stop) is { } before)
                {
                    before.End(clock.UkToday);
                    await db.SaveChangesAsync(stop);
                }

                if (worker is { } next) db.Add(CaseAdviser.Name(id, next, clock.UkToday, reader.Name));
                await audit.Note(reader, AuditAction.AdviserNamed, "case", id.ToString(), stop);
                return default(Done);
            },
            stop);
    }

    private async Task<AdviserView?> Find(Id<Case> id, Permission permission, Reader reader, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, permission, assignments, stop)) return null;

        var adviser = await db.Set<CaseAdviser>().AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == id && a.ToOn == null, stop);
        var worker = adviser is null ? null : await db.Workers.AsNoTracking().SingleAsync(w => w.Id == adviser.WorkerId, stop);
        var statement = await statements.On(clock.UkToday, stop);
        return new(
            one, adviser, worker, statement.For(one.TypeCode, one.Tier).MustAdvise, statement.AdvicePart, one.ClosedOn is null);
    }

    private async Task<IReadOnlyList<Worker>> People(AdviserView now, Reader reader, CancellationToken stop)
    {
        var today = clock.UkToday;
        var sight = reader.SightFor(Permission.Allocate);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today)).ToList();
        var services = teams.Where(sight.SeesTeam).Select(t => t.Service).ToHashSet();
        var around = teams.Where(t => sight.SeesTeam(t) || (t.Service.Length > 0 && services.Contains(t.Service))).Select(t => t.Id)
            .ToList();
        var holders = await db.Assignments.Where(a => a.CaseId == now.Case.Id && a.ToOn == null).Select(a => a.WorkerId).ToListAsync(stop);
        return
        [
            .. (await MembersNow.Of(db, around, today).AsNoTracking().ToListAsync(stop))
                .Where(w => !w.HasNotStarted(today) && !holders.Contains(w.Id) && MayAdvise(w))
                .InNameOrder(),
        ];

        bool MayAdvise(Worker worker)
        {
            if (now.Must.Count == 0) return true;
            var are = Qualifications.Of(worker, today);
            return now.Must.Any(are.Contains);
        }
    }
}
