using Fairload.App.Access;
using Fairload.App.Allocation.Answers;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision;

/// <summary>A session as those see it who sit on it.</summary>
/// <param name="Bookings">In the order of their slots; without those that were taken back.</param>
public sealed record SessionView(PanelSession Session, DateTime Now, IReadOnlyList<BookingView> Bookings)
{
    /// <summary>The session has begun and nobody has recorded yet what was advised.</summary>
    public int NotRecorded => Session.HasBegun(Now) ? Bookings.Count(b => b.Booking.Stands) : 0;
}

/// <summary>A theme and the days of the panels to which it came. Nobody is counted.</summary>
/// <param name="Code">Empty for a theme in the panel's own words.</param>
public sealed record ThemeDays(string Code, string Words, IReadOnlyList<DateOnly> Days);

/// <summary>The complex case panel for those who hold it.</summary>
public sealed class PanelSessionDesk(
    FairloadDb db, PanelDesk panel, PanelForAnswers waiting, PanelNotices notices, AuditTrail audit, TimeProvider clock)
{
    private const int DaysBack = 92;

    /// <summary>Services for which this reader may open a session; empty stands for the whole council.</summary>
    public async Task<IReadOnlyList<string>> Services(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.HoldPanel);
        var sight = reader.SightFor(Permission.HoldPanel);
        var all = await db.Teams.AsNoTracking().Select(t => t.Service).Where(s => s != "").Distinct().ToListAsync(stop);
        var theirs = all.Where(s => sight.Everything || sight.Services.Contains(s)).Order(StringComparer.CurrentCulture);
        return sight.Everything ? ["", .. theirs] : [.. theirs];
    }

    /// <summary>Those to come and those of the last three months, as far as the reader holds them; the latest first.</summary>
    public async Task<IReadOnlyList<SessionView>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.HoldPanel);
        var from = clock.UkToday.AddDays(-DaysBack);
        var sessions = await db.Set<PanelSession>().AsNoTracking().Where(s => s.HeldOn >= from).ToListAsync(stop);
        var seen = new List<SessionView>();
        foreach (var session in sessions.Where(s => PanelDesk.Holds(reader, s)).OrderByDescending(s => s.HeldOn).ThenBy(s => s.Begins))
            seen.Add(await View(session, reader, stop));

        return seen;
    }

    /// <summary>Sessions that have begun, of the reader's own, in which something is not recorded yet; the oldest first.</summary>
    public async Task<IReadOnlyList<PanelSession>> NotRecorded(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.HoldPanel)) return [];
        var (today, now) = (clock.UkToday, clock.UkNow);
        var sessions = await db.Set<PanelSession>().AsNoTracking()
            .Where(s => s.HeldOn <= today
                && db.Set<PanelBooking>().Any(b => b.SessionId == s.Id && b.FreedAt == null && b.AdvisedAt == null))
            .ToListAsync(stop);
        return [.. sessions.Where(s => s.HasBegun(now) && PanelDesk.Holds(reader, s)).OrderBy(s => s.HeldOn).ThenBy(s => s.Begins)];
    }

    /// <summary>Null when there is none or the reader does not hold it.</summary>
    public async Task<SessionView?> Show(Id<PanelSession> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.HoldPanel);
        return await db.Set<PanelSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is { } session
            && PanelDesk.Holds(reader, session) ? await View(session, reader, stop) : null;
    }

    /// <summary>Opens a session, and brings to it what is not safe and waits for one. Refuses what Core refuses and a service that is
    /// not the reader's. Sent twice, it is one.</summary>
    public async Task<Result<PanelSession>> Open(PanelOffer offer, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.HoldPanel);
        IReadOnlyList<Id<PanelBooking>> booked = [];
        var opened = await db.Change<Result<PanelSession>>(
            async () =>
            {
                await OneAtATime.Wait(db, "panel sessions", stop);
                if (!(await Services(reader, stop)).Contains(offer.Service))
                    return new Problem("Service", $"Choose for whom the session is");
                if (!PanelSession.Open(offer, reader.Worker, panel.Deed(reader)).Try(out var session, out var problems))
                    return problems.ToList();
                var twice = await db.Set<PanelSession>().SingleOrDefaultAsync(
                    s => s.HeldOn == session.HeldOn && s.Begins == session.Begins && s.Place == session.Place
                        && s.Service == session.Service && s.CalledOffAt == null, stop);
                if (twice is not null)
                {
                    return twice.OpenedBy == reader.Name ? twice
                        : new Problem("", $"{twice.OpenedBy} has opened a session for that time and place already. Nothing was changed.");
                }

                db.Add(session);
                await audit.Note(reader, AuditAction.PanelChanged, "panel session", session.Id.ToString(), "opened", stop);
                await db.SaveChangesAsync(stop);
                booked = await waiting.BookWaiting(reader, stop);
                return session;
            },
            stop);
        await waiting.Mail(booked, stop);
        return opened;
    }

    /// <summary>It does not take place: every slot is free, and who had booked one is told.</summary>
    public async Task<Result<PanelSession>> CallOff(Id<PanelSession> id, string reason, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.HoldPanel);
        var freed = new List<PanelBooking>();
        var done = await db.Change<Result<PanelSession>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"panel session {id}", stop);
                var session = await db.Set<PanelSession>().SingleOrDefaultAsync(s => s.Id == id, stop);
                if (session is null || !PanelDesk.Holds(reader, session))
                    return new Problem("", $"There is no such session, or it is not yours");
                if (session.IsCalledOff) return session;
                if (!session.CallOff(reason, panel.Deed(reader)).Try(out _, out var problems)) return problems.ToList();
                freed.AddRange(await db.Set<PanelBooking>().Where(b => b.SessionId == id && b.FreedAt == null && b.AdvisedAt == null)
                    .ToListAsync(stop));
                foreach (var booking in freed)
                {
                    booking.CalledOff(panel.Deed(reader));
                    notices.CalledOff(booking, reader);
                }

                await audit.Note(reader, AuditAction.PanelChanged, "panel session", id.ToString(), "called off", stop);
                return session;
            },
            stop);
        foreach (var booking in freed) await notices.Mail(booking.Id, NoticeKind.PanelCalledOff, stop);
        return done;
    }

    /// <summary>Records what the panel advised and decided. The same record of the same person sent twice is one.</summary>
    public async Task<Result<PanelBooking>> Record(Id<PanelBooking> id, PanelOutcome outcome, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.HoldPanel);
        var recorded = await db.Change<Result<PanelBooking>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"panel booking {id}", stop);
                var booking = await db.Set<PanelBooking>().SingleOrDefaultAsync(b => b.Id == id, stop);
                if (booking is null || await panel.Look(booking, reader, stop) is not { Holds: true } view)
                    return new Problem("", $"There is no such booking, or it is not yours to record");
                if (booking.IsAdvised && booking.AdvisedBy == reader.Name && booking.Decision == outcome.Decision.Trim()) return booking;
                if (!booking.Advise(view.Session, outcome, panel.Deed(reader)).Try(out _, out var problems)) return problems.ToList();
                await notices.Advised(booking, reader, stop);
                await audit.Note(reader, AuditAction.PanelChanged, "panel booking", id.ToString(), "recorded", stop);
                return booking;
            },
            stop);
        if (recorded.Try(out var done, out _)) await notices.Mail(done.Id, NoticeKind.PanelAdvised, stop);
        return recorded;
    }

    /// <summary>Which themes came, and on which days of panels: over the whole council, without a count, a person or a team.</summary>
    public async Task<IReadOnlyList<ThemeDays>> Themes(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeePanelThemes);
        if (!reader.SightFor(Permission.SeePanelThemes).Everything) return [];
        var all = await (from b in db.Set<PanelBooking>().AsNoTracking()
                         join s in db.Set<PanelSession>() on b.SessionId equals s.Id
                         where b.AdvisedAt != null
                         select new { b.Themes, b.OwnTheme, s.HeldOn }).ToListAsync(stop);
        var coded = all.SelectMany(b => b.Themes.Split(' ', StringSplitOptions.RemoveEmptyEntries), (b, code) => (code, "", b.HeldOn));
        var own = all.Where(b => b.OwnTheme.Length > 0).Select(b => ("", b.OwnTheme, b.HeldOn));
        return
        [
            .. coded.Concat(own).GroupBy(t => (t.Item1, t.Item2), t => t.HeldOn)
                .Select(g => new ThemeDays(g.Key.Item1, g.Key.Item2, [.. g.Distinct().OrderDescending()]))
                .OrderBy(t => t.Code.Length == 0).ThenBy(t => PanelTheme.Codes.ToList().IndexOf(t.Code))
                .ThenBy(t => t.Words, StringComparer.CurrentCulture),
        ];
    }

    private async Task<SessionView> View(PanelSession session, Reader reader, CancellationToken stop)
    {
        var bookings = await db.Set<PanelBooking>().AsNoTracking().Where(b => b.SessionId == session.Id && b.FreedAt == null)
            .OrderBy(b => b.Slot).ToListAsync(stop);
        var seen = new List<BookingView>();
        foreach (var booking in bookings) seen.Add((await panel.Look(booking, reader, stop))!);

        return new(session, clock.UkNow, seen);
    }
}
