using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision;

/// <summary>A session that is to come, with the slots that nobody has.</summary>
public sealed record OpenSession(PanelSession Session, IReadOnlyList<int> Free);

/// <summary>The page on which a slot is chosen for a case.</summary>
/// <param name="Whose">Whose case it is; null where nobody holds it.</param>
/// <param name="Booked">The booking that stands already; then there can not be another.</param>
/// <param name="Sessions">In time order, those that are full too.</param>
public sealed record PanelChoice(Case Case, Worker? Whose, PanelBooking? Booked, IReadOnlyList<OpenSession> Sessions)
{
    /// <summary>The first session with a free slot; null where every one is full.</summary>
    public OpenSession? NextFree => Sessions.FirstOrDefault(s => s.Free.Count > 0);
}

/// <summary>One booking, as a reader sees it.</summary>
/// <param name="Holds">The reader records what the panel advised.</param>
/// <param name="MayTakeBack">It stands, the session has not begun, and it is the reader's or of the reader's team.</param>
/// <param name="MayOpenCase">The reader sees the case itself.</param>
public sealed record BookingView(
    PanelBooking Booking, PanelSession Session, Case Case, Worker Worker, DateTime Now, bool Holds, bool MayTakeBack, bool MayOpenCase);

/// <summary>The complex case panel for those who bring a case: choose a slot, ask, read what came of it.</summary>
public sealed class PanelDesk(
    FairloadDb db, CaseDesk cases, PanelNotices notices, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such open case or the reader may not bring it.</summary>
    public async Task<PanelChoice?> Choosing(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.BringToPanel);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ClosedOn == null, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.BringToPanel, assignments, stop)) return null;

        var standing = assignments.Where(a => a.ToOn is null).ToList();
        var whose = standing.FirstOrDefault(a => a.WorkerId is { } w && w == reader.Worker)?.WorkerId
            ?? standing.Where(a => a.WorkerId is not null).OrderByDescending(a => a.Share).FirstOrDefault()?.WorkerId ?? reader.Worker;
        return new(
            one, await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == whose, stop),
            await db.Set<PanelBooking>().AsNoTracking()
                .SingleOrDefaultAsync(b => b.CaseId == id && b.FreedAt == null && b.AdvisedAt == null, stop),
            await Sessions(id, stop));
    }

    /// <summary>Books the slot. Refuses what Core refuses, a case that nobody holds, and a second booking of it. The same one sent twice
    /// by the same person is one.</summary>
    public async Task<Result<PanelBooking>> Book(
        Id<Case> id, Id<PanelSession> session, int slot, string question, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.BringToPanel);
        var isNew = false;
        var booked = await db.Change<Result<PanelBooking>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"panel for {id}", stop);
                if (await Choosing(id, reader, stop) is not { } choice)
                    return new Problem("", $"This case is closed, or is not yours to bring any more. Nothing was booked.");
                if (choice.Booked is { } stands)
                    return IsTheSame(stands, session, slot, question, reader) ? stands : AlreadyBooked(stands);
                if (choice.Whose is not { } whose)
                    return new Problem("", $"Nobody holds this case, so nobody could bring it. Give it to somebody first.");
                isNew = true;
                return await Put(session, slot, new(id, whose.Id, question), reader, stop);
            },
            stop);
        if (isNew && booked.Try(out var booking, out _)) await notices.Mail(booking.Id, NoticeKind.PanelBooked, stop);
        return booked;
    }

    /// <summary>
    /// Inside a change of the desk that sends a case there on behalf of its worker, whose right it is to say so: the next free slot of a
    /// session that is for this case. Refuses where none is free, and gives back the booking that stands already.
    /// </summary>
    internal async Task<Result<PanelBooking>> BookNext(PanelQuestion what, Reader by, CancellationToken stop)
    {
        await OneAtATime.Wait(db, $"panel for {what.Case}", stop);
        var stands = await db.Set<PanelBooking>().SingleOrDefaultAsync(
            b => b.CaseId == what.Case && b.FreedAt == null && b.AdvisedAt == null, stop);
        if (stands is not null) return stands;
        return (await Sessions(what.Case, stop)).FirstOrDefault(s => s.Free.Count > 0) is { } next
            ? await Put(next.Session.Id, next.Free[0], what, by, stop)
            : new Problem("", $"No session of the complex case panel has a free slot. Ask the principal social worker to open one.");
    }

    /// <summary>Null when there is none or the reader may not see it.</summary>
    public async Task<BookingView?> Show(Id<PanelBooking> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.BringToPanel);
        return await db.Set<PanelBooking>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, stop) is { } booking
            ? await Look(booking, reader, stop) : null;
    }

    /// <summary>Those of the reader and of the reader's teams, the latest session first; at most fifty.</summary>
    public async Task<IReadOnlyList<BookingView>> Mine(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.BringToPanel);
        var all = await (from b in db.Set<PanelBooking>().AsNoTracking()
                         join s in db.Set<PanelSession>() on b.SessionId equals s.Id
                         where b.FreedAt == null
                         orderby s.HeldOn descending, b.Slot
                         select b).ToListAsync(stop);
        var seen = new List<BookingView>();
        foreach (var booking in all)
        {
            if (seen.Count == 50) break;
            if (await Look(booking, reader, stop) is { } view) seen.Add(view);
        }

        return seen;
    }

    /// <summary>Those of the reader's own cases whose session is to come, up to a day.</summary>
    public async Task<IReadOnlyList<BookingView>> Soon(Reader reader, DateOnly until, CancellationToken stop)
    {
        if (!reader.May(Permission.BringToPanel) || reader.Worker is not { } me) return [];
        var today = clock.UkToday;
        var all = await (from b in db.Set<PanelBooking>().AsNoTracking()
                         join s in db.Set<PanelSession>() on b.SessionId equals s.Id
                         where b.WorkerId == me && b.FreedAt == null && b.AdvisedAt == null && s.HeldOn >= today && s.HeldOn <= until
                         orderby s.HeldOn, b.Slot
                         select b).ToListAsync(stop);
        var seen = new List<BookingView>();
        foreach (var booking in all)
            if (await Look(booking, reader, stop) is { } view) seen.Add(view);

        return seen;
    }

    /// <summary>Frees the slot.</summary>
    public Task<Result<PanelBooking>> TakeBack(Id<PanelBooking> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.BringToPanel);
        return db.Change<Result<PanelBooking>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"panel booking {id}", stop);
                var booking = await db.Set<PanelBooking>().SingleOrDefaultAsync(b => b.Id == id, stop);
                if (booking is null || await Look(booking, reader, stop) is not { } view)
                    return new Problem("", $"There is no such booking, or it is not yours to see");
                if (booking.IsFreed && booking.FreedBy == reader.Name) return booking;
                if (!view.MayTakeBack && booking.Stands && !view.Session.HasBegun(view.Now))
                    return new Problem("", $"Only whose case it is, or their manager, takes a booking back");
                if (!booking.TakeBack(view.Session, Deed(reader)).Try(out _, out var problems)) return problems.ToList();
                await audit.Note(reader, AuditAction.PanelChanged, "panel booking", id.ToString(), "taken back", stop);
                return booking;
            },
            stop);
    }

    internal PanelDeed Deed(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkNow);

    internal static bool Holds(Reader reader, PanelSession session)
    {
        if (!reader.May(Permission.HoldPanel)) return false;
        var sight = reader.SightFor(Permission.HoldPanel);
        return sight.Everything || (session.Service.Length > 0 && sight.Services.Contains(session.Service));
    }

    internal async Task<BookingView?> Look(PanelBooking booking, Reader reader, CancellationToken stop)
    {
        var session = await db.Set<PanelSession>().AsNoTracking().SingleAsync(s => s.Id == booking.SessionId, stop);
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == booking.CaseId).ToListAsync(stop);
        var brings = booking.WorkerId == reader.Worker
            || await cases.MaySee(booking.CaseId, reader, Permission.BringToPanel, assignments, stop);
        var holds = Holds(reader, session);
        if (!brings && !holds) return null;
        var now = clock.UkNow;
        return new(
            booking, session, await db.Cases.AsNoTracking().SingleAsync(c => c.Id == booking.CaseId, stop),
            await db.Workers.AsNoTracking().SingleAsync(w => w.Id == booking.WorkerId, stop), now, holds,
            brings && booking.Stands && !session.HasBegun(now),
            reader.May(Permission.SeeCases) && await cases.MaySee(booking.CaseId, reader, Permission.SeeCases, assignments, stop));
    }

    /// <summary>Sessions to come for the whole council and for the service in which the case lies.</summary>
    private async Task<IReadOnlyList<OpenSession>> Sessions(Id<Case> id, CancellationToken stop)
    {
        var (today, now) = (clock.UkToday, clock.UkNow);
        var standing = db.Assignments.Where(a => a.CaseId == id && a.ToOn == null);
        var services = await db.Teams.Where(t => standing.Any(a => a.TeamId == t.Id)
                || db.Memberships.Any(m => m.TeamId == t.Id && standing.Any(a => a.WorkerId == m.WorkerId)
                    && (m.FromOn == null || m.FromOn <= today) && (m.ToOn == null || m.ToOn >= today)))
            .Select(t => t.Service).Distinct().ToListAsync(stop);
        var sessions = await db.Set<PanelSession>().AsNoTracking()
            .Where(s => s.CalledOffAt == null && s.HeldOn >= today && (s.Service == "" || services.Contains(s.Service))).ToListAsync(stop);
        var ids = sessions.Select(s => s.Id).ToList();
        var booked = await db.Set<PanelBooking>().AsNoTracking().Where(b => ids.Contains(b.SessionId)).ToListAsync(stop);
        return
        [
            .. sessions.Where(s => s.IsOpen(now)).OrderBy(s => s.HeldOn).ThenBy(s => s.Begins)
                .Select(s => new OpenSession(s, PanelBooking.Free(s, booked))),
        ];
    }

    private async Task<Result<PanelBooking>> Put(
        Id<PanelSession> id, int slot, PanelQuestion what, Reader reader, CancellationToken stop)
    {
        await OneAtATime.Wait(db, $"panel session {id}", stop);
        if ((await Sessions(what.Case, stop)).All(s => s.Session.Id != id))
            return new Problem("Slot", $"That session has begun, was called off, or is not for this case. Choose another");
        var session = await db.Set<PanelSession>().SingleAsync(s => s.Id == id, stop);
        var others = await db.Set<PanelBooking>().AsNoTracking().Where(b => b.SessionId == id).ToListAsync(stop);
        var made = PanelBooking.Book(session, slot, others, what, reader.Worker, Deed(reader));
        if (!made.Try(out var booking, out _)) return made;
        db.Add(booking);
        await db.SaveChangesAsync(stop);
        notices.Booked(booking, session, reader);
        await audit.Note(reader, AuditAction.PanelChanged, "panel booking", booking.Id.ToString(), "booked", stop);
        return booking;
    }

    private static bool IsTheSame(PanelBooking stands, Id<PanelSession> session, int slot, string question, Reader reader) =>
        (stands.SessionId, stands.Slot, stands.Question, stands.BookedBy) == (session, slot, question.Trim(), reader.Name);

    private static Problem AlreadyBooked(PanelBooking stands) =>
        new("", $"{stands.BookedBy} has booked a slot for this case already. Take that booking back first, or leave it.");
}
