using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision;

/// <summary>Who has to be told what about the panel.</summary>
public sealed class PanelNotices(FairloadDb db, NoticeDesk notices, TimeProvider clock)
{
    /// <summary>Inside the change: whose case it is, unless they booked it themselves, and who opened the session.</summary>
    internal void Booked(PanelBooking booking, PanelSession session, Reader by) =>
        Tell([booking.WorkerId, session.OpenedById], NoticeKind.PanelBooked, booking, by);

    /// <summary>Inside the change: whose case it is, who booked it, and the managers of the team in which the case lies.</summary>
    internal async Task Advised(PanelBooking booking, Reader by, CancellationToken stop)
    {
        var lies = db.Assignments.Where(a => a.CaseId == booking.CaseId && a.ToOn == null).Select(a => a.TeamId);
        var managers = await (from g in db.Set<AccountGrant>()
                              join a in db.Set<Account>() on g.AccountId equals a.Id
                              where g.Role == Role.TeamManager && g.TeamId != null && lies.Contains(g.TeamId) && a.WorkerId != null
                                  && !a.Disabled
                              select a.WorkerId).ToListAsync(stop);
        Tell([booking.WorkerId, booking.BookedById, .. managers], NoticeKind.PanelAdvised, booking, by);
    }

    /// <summary>Inside the change: whose case it is, and who booked it.</summary>
    internal void CalledOff(PanelBooking booking, Reader by) =>
        Tell([booking.WorkerId, booking.BookedById], NoticeKind.PanelCalledOff, booking, by);

    /// <summary>After the change, as for decisions: a letter with nothing about the case.</summary>
    internal Task Mail(Id<PanelBooking> booking, NoticeKind kind, CancellationToken stop) => notices.MailOf(
        db.Set<Notice>().Where(n => n.BookingId == booking && n.Kind == kind), stop);

    private void Tell(IEnumerable<Id<Worker>?> whom, NoticeKind kind, PanelBooking booking, Reader by)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        foreach (var worker in whom.OfType<Id<Worker>>().Where(w => w != by.Worker).Distinct())
            db.Add(Notice.To(worker, kind, booking.Id, at));
    }
}
