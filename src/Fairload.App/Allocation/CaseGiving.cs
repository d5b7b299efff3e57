using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>
/// The one place where a case goes from hand to hand: who held it holds it no more, who takes it holds it from today, both are told, and
/// it is written down who decided it. Whether it may be done is for the desk that asks.
/// </summary>
public sealed class CaseGiving(FairloadDb db, StatementSettings statements, NoticeDesk notices, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Inside a change. <see cref="NoticeDesk.Mail"/> comes after it.</summary>
    /// <param name="team">The team in which the case is to lie if its holder works there; null for the one in which it lies.</param>
    internal async Task<Result<AllocationDecision>> Give(Deciding what, Id<Team>? team, Reader reader, CancellationToken stop)
    {
        await OneCaseAtATime(what.Case, stop);
        var today = clock.UkToday;
        var standing = await db.Assignments.Where(a => a.CaseId == what.Case && a.ToOn == null).ToListAsync(stop);
        var held = standing.Select(a => a.WorkerId).OfType<Id<Worker>>().Distinct().ToList();
        var before = await db.Set<AllocationDecision>().AsNoTracking().Where(d => d.CaseId == what.Case)
            .OrderByDescending(d => d.DecidedAt).FirstOrDefaultAsync(stop);
        var made = AllocationDecision.Make(what, held, before, today, clock.GetUtcNow().UtcDateTime, reader.Name);
        if (!made.Try(out var decision, out var problems)) return problems.ToList();

        var lies = team ?? standing.Select(a => a.TeamId).FirstOrDefault(t => t is not null);
        foreach (var one in standing) one.End(one.FromOn > today ? one.FromOn : today);
        await CoWorking.EndAll(db, what.Case, today, reader.Name, stop);
        var part = what.With is null ? 1 : (await statements.On(today, stop)).JointPart;
        await Begin(what.Worker, part);
        if (what.With is { } second) await Begin(second, 1 - part);
        db.Add(decision);
        await db.SaveChangesAsync(stop);
        foreach (var note in await db.Set<HandoverNote>().Where(n => n.CaseId == what.Case && n.DecisionId == null).ToListAsync(stop))
            if (note.WorkerId != what.Worker && note.WorkerId != what.With) note.GoesWith(decision);
        notices.Tell(decision, held);
        await audit.Note(reader, AuditAction.Allocated, "case", what.Case.ToString(), stop);
        return decision;

        async Task Begin(Id<Worker> id, decimal share)
        {
            var name = await db.Workers.Where(w => w.Id == id).Select(w => w.Name).SingleAsync(stop);
            var home = await Home(id, lies, today, stop);
            db.Add(Assignment.Begin(
                what.Case, id, name, home?.Id, home?.Name ?? "", share, today, true, null, standing.Find(a => a.WorkerId == id)));
        }
    }

    /// <summary>
    /// Inside a change: those who held it before a decision hold it again, with the same parts and since when they held it. Null where
    /// somebody has decided since, or an extract has shown another holder.
    /// </summary>
    internal async Task<AllocationDecision?> GiveBack(Id<AllocationDecision> id, Reader reader, CancellationToken stop)
    {
        var today = clock.UkToday;
        var done = await db.Set<AllocationDecision>().AsNoTracking().SingleAsync(d => d.Id == id, stop);
        await OneCaseAtATime(done.CaseId, stop);
        var latest = await db.Set<AllocationDecision>().AsNoTracking().Where(d => d.CaseId == done.CaseId)
            .OrderByDescending(d => d.DecidedAt).FirstAsync(stop);
        var all = await db.Assignments.Where(a => a.CaseId == done.CaseId).ToListAsync(stop);
        var standing = all.Where(a => a.ToOn is null).ToList();
        var before = all.Where(a => a.ToOn is not null && a.WorkerId is { } w && done.HeldJustBefore.Contains(w))
            .GroupBy(a => a.WorkerId).Select(g => g.MaxBy(a => a.ToOn)!).OrderByDescending(a => a.Share).ToList();
        var isAsGiven = standing.All(a => a.WorkerId == done.WorkerId || a.WorkerId == done.WithId);
        if (latest.Id != id || before.Count == 0 || !isAsGiven) return null;

        var what = new Deciding(
            done.CaseId, DecisionKind.TakenBack, before[0].WorkerId!.Value, before.Skip(1).Select(a => a.WorkerId).FirstOrDefault(), []);
        var held = standing.Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
        var made = AllocationDecision.Make(what, held, latest, today, clock.GetUtcNow().UtcDateTime, reader.Name);
        if (!made.Try(out var decision, out var problems)) throw new InvalidOperationException(problems[0].Message);
        foreach (var one in standing) one.End(one.FromOn > today ? one.FromOn : today);
        await CoWorking.Resume(db, done.CaseId, done.DecidedOn, before, today, reader.Name, stop);
        foreach (var one in before)
        {
            db.Add(Assignment.Begin(
                done.CaseId, one.WorkerId, one.WorkerName, one.TeamId, one.TeamName, one.Share, today, true, null, one));
        }

        db.Add(decision);
        await db.SaveChangesAsync(stop);
        notices.Tell(decision, held);
        await audit.Note(reader, AuditAction.Allocated, "case", done.CaseId.ToString(), stop);
        return decision;
    }

    /// <summary>The team in which the case lies, if the person works in it; else the one with most of the person's time.</summary>
    private async Task<Team?> Home(Id<Worker> worker, Id<Team>? lies, DateOnly today, CancellationToken stop)
    {
        var member = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == worker).ToListAsync(stop)).Where(m => m.IsOn(today))
            .OrderByDescending(m => m.TeamId == lies).ThenByDescending(m => m.Share).Select(m => (Id<Team>?)m.TeamId).FirstOrDefault();
        return (member ?? lies) is { } home ? await db.Teams.SingleAsync(t => t.Id == home, stop) : null;
    }

    /// <summary>Inside a change: whoever decides about the same case waits until the first has.</summary>
    internal Task OneCaseAtATime(Id<Case> id, CancellationToken stop) => OneAtATime.Wait(db, $"allocation of {id}", stop);
}
