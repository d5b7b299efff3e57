using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Sessions;

/// <summary>One session, as those two see it whom it is about, and their line of management.</summary>
/// <param name="Supervisor">Empty where it is not known.</param>
/// <param name="Actions">Agreed in it, in their order.</param>
public sealed record SessionView(
    SupervisionSession Session, Worker Worker, string Supervisor, IReadOnlyList<SessionAction> Actions, DateOnly Today, bool IsOwn,
    bool MayKeep);

/// <summary>What becomes of one session. Whoever comes second is told what is there now, and nothing of the first is lost.</summary>
public sealed class SupervisionSessionDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such session or the reader may not see it.</summary>
    public async Task<SessionView?> Show(Id<SupervisionSession> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervision);
        return await db.Set<SupervisionSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is { } session
            ? await Look(session, reader, stop) : null;
    }

    /// <param name="seen">The version that the reader looked at.</param>
    public Task<Result<SupervisionSession>> Move(
        Id<SupervisionSession> id, int seen, SessionPlan plan, Reader reader, CancellationToken stop) =>
        Keep(id, seen, "moved", session => session.Move(plan, Deed(reader)), reader, stop);

    public Task<Result<SupervisionSession>> Cancel(
        Id<SupervisionSession> id, int seen, CancelledBy? by, CancelledBecause? because, Reader reader, CancellationToken stop) =>
        Keep(id, seen, "cancelled", session => session.Cancel(by, because, Deed(reader)), reader, stop);

    /// <summary>Records what came of it, with the actions that take the place of those recorded before.</summary>
    /// <param name="actions">One a line.</param>
    public Task<Result<SupervisionSession>> Hold(
        Id<SupervisionSession> id, int seen, SessionHeld held, string actions, Reader reader, CancellationToken stop) =>
        db.Change(
            async () =>
            {
                var kept = await Find(id, seen, reader, stop);
                if (!kept.Try(out var session, out _)) return kept;
                var read = SessionAction.Read(id, actions);
                var done = session.Hold(held, Deed(reader));
                if (Problems(done, read) is { Count: > 0 } problems) return await Undone(problems);
                read.Try(out var now, out _);
                var before = await db.Set<SessionAction>().Where(a => a.SessionId == id).OrderBy(a => a.Number).ToListAsync(stop);
                if (!before.Select(a => a.Text).SequenceEqual(now!.Select(a => a.Text)))
                {
                    db.RemoveRange(before);
                    db.AddRange(now!);
                }

                await audit.Note(reader, AuditAction.SupervisionChanged, "supervision", id.ToString(), "recorded", stop);
                return session;
            },
            stop);

    /// <summary>The supervisor answers what the worker disputes.</summary>
    public Task<Result<SupervisionSession>> Respond(
        Id<SupervisionSession> id, int seen, string reply, Reader reader, CancellationToken stop) =>
        Keep(id, seen, "dispute answered", session => session.Respond(reply, Deed(reader)), reader, stop);

    /// <summary>The worker, and nobody else, says that the record is right.</summary>
    /// <param name="seen">What they read; a record that was changed since is not confirmed.</param>
    public Task<Result<SupervisionSession>> Confirm(Id<SupervisionSession> id, int seen, Reader reader, CancellationToken stop) =>
        Answer(id, seen, "confirmed", session => session.Confirm(clock.GetUtcNow().UtcDateTime), reader, stop);

    public Task<Result<SupervisionSession>> Contest(
        Id<SupervisionSession> id, int seen, string dispute, Reader reader, CancellationToken stop) =>
        Answer(id, seen, "disputed", session => session.Contest(dispute, clock.GetUtcNow().UtcDateTime), reader, stop);

    /// <summary>An agreed action is done, or not after all: by the worker or by who keeps the session.</summary>
    public Task<Result<SessionAction>> Tick(
        Id<SupervisionSession> id, Id<SessionAction> action, bool isDone, Reader reader, CancellationToken stop) =>
        db.Change<Result<SessionAction>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"supervision session {id}", stop);
                var one = await db.Set<SessionAction>().SingleOrDefaultAsync(a => a.Id == action && a.SessionId == id, stop);
                if (one is null || await Show(id, reader, stop) is not { } view || !(view.IsOwn || view.MayKeep))
                    return new Problem("", $"There is no such action, or it is not yours");
                one.Tick(isDone, Deed(reader));
                var detail = isDone ? "action done" : "action open";
                await audit.Note(reader, AuditAction.SupervisionChanged, "supervision", id.ToString(), detail, stop);
                return one;
            },
            stop);

    private SessionDeed Deed(Reader reader) => new(reader.Name, reader.Worker, clock.GetUtcNow().UtcDateTime, clock.UkToday);

    private async Task<SessionView?> Look(SupervisionSession session, Reader reader, CancellationToken stop)
    {
        var teams = await TeamsNow.Of(db, session.WorkerId, clock.UkToday, stop);
        var last = await db.Set<SupervisionAgreement>().AsNoTracking().Where(a => a.WorkerId == session.WorkerId)
            .OrderByDescending(a => a.Number).FirstOrDefaultAsync(stop);
        if (!reader.SeesSupervision(session.WorkerId, teams, last)) return null;
        var worker = await db.Workers.AsNoTracking().SingleAsync(w => w.Id == session.WorkerId, stop);
        var supervisor = session.SupervisorId is { } id ? await db.Workers.Where(w => w.Id == id).Select(w => w.Name).SingleAsync(stop)
            : "";
        var actions = await db.Set<SessionAction>().AsNoTracking().Where(a => a.SessionId == session.Id).OrderBy(a => a.Number)
            .ToListAsync(stop);
        return new(
            session, worker, supervisor, actions, clock.UkToday, reader.Worker == session.WorkerId,
            reader.KeepsSupervision(session.WorkerId, teams, last));
    }

    private Task<Result<SupervisionSession>> Keep(
        Id<SupervisionSession> id, int seen, string detail, Func<SupervisionSession, Result<Done>> verb, Reader reader,
        CancellationToken stop) => db.Change(
            async () =>
            {
                var kept = await Find(id, seen, reader, stop);
                if (!kept.Try(out var session, out _)) return kept;
                if (!verb(session).Try(out _, out var problems)) return await Undone(problems);
                await audit.Note(reader, AuditAction.SupervisionChanged, "supervision", id.ToString(), detail, stop);
                return session;
            },
            stop);

    private Task<Result<SupervisionSession>> Answer(
        Id<SupervisionSession> id, int seen, string detail, Func<SupervisionSession, Result<Done>> verb, Reader reader,
        CancellationToken stop) => db.Change(
            async () =>
            {
                await OneAtATime.Wait(db, $"supervision session {id}", stop);
                var session = await db.Set<SupervisionSession>().SingleOrDefaultAsync(s => s.Id == id, stop);
                if (session is null || session.WorkerId != reader.Worker)
                    return new Problem("", $"There is no such session, or it is not yours to confirm");
                if (session.Version != seen) return Meanwhile(session);
                if (!verb(session).Try(out _, out var problems)) return await Undone(problems);
                await audit.Note(reader, AuditAction.SupervisionChanged, "supervision", id.ToString(), detail, stop);
                return session;
            },
            stop);

    private async Task<Result<SupervisionSession>> Find(Id<SupervisionSession> id, int seen, Reader reader, CancellationToken stop)
    {
        await OneAtATime.Wait(db, $"supervision session {id}", stop);
        var session = await db.Set<SupervisionSession>().SingleOrDefaultAsync(s => s.Id == id, stop);
        if (session is null || await Look(session, reader, stop) is not { MayKeep: true })
            return new Problem("", $"There is no such session, or it is not yours to keep");
        return session.Version == seen ? session : Meanwhile(session);
    }

    private static Result<SupervisionSession> Meanwhile(SupervisionSession session) => new Problem(
        "", $"Somebody has changed this session while you looked at it ({session.EnteredBy}). Nothing of yours was stored: above stands what is there now, below what you wrote. Send it again if yours is right");

    private static List<Problem> Problems<TOne, TOther>(Result<TOne> one, Result<TOther> other) where TOne : notnull where TOther : notnull
    {
        var problems = new List<Problem>();
        if (!one.Try(out _, out var first)) problems.AddRange(first);
        if (!other.Try(out _, out var second)) problems.AddRange(second);
        return problems;
    }

    /// <summary>What a verb has changed before something else was refused is not stored.</summary>
    private Task<Result<SupervisionSession>> Undone(IReadOnlyList<Problem> problems)
    {
        db.ChangeTracker.Clear();
        return Task.FromResult<Result<SupervisionSession>>(problems.ToList());
    }
}
