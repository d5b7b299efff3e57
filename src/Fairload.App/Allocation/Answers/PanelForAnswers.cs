using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Answers;

/// <summary>What became of a "not safe" that was sent to the complex case panel.</summary>
/// <param name="Booking">The slot that is booked; null while no session has a free one.</param>
/// <param name="Told">Who has been told and can open a session; empty where nobody in Fairload can.</param>
public sealed record AnswerAtPanel(PanelBooking? Booking, PanelSession? Session, IReadOnlyList<string> Told);

/// <summary>Brings what is not safe to the complex case panel: to the next free slot, or to the next session that is opened.</summary>
public sealed class PanelForAnswers(FairloadDb db, PanelDesk panel, PanelNotices notices)
{
    /// <summary>Inside the change in which the worker answers. Null where no session has a free slot.</summary>
    internal async Task<Id<PanelBooking>?> Book(AllocationAnswer answer, Id<Case> one, Reader by, CancellationToken stop)
    {
        var words = answer.Words.Length <= PanelBooking.LongestText ? answer.Words : answer.Words[..(PanelBooking.LongestText - 1)] + "…";
        return (await panel.BookNext(new(one, answer.WorkerId, words), by, stop)).Try(out var booked, out _) ? booked.Id : null;
    }

    /// <summary>Inside the change that opens a session: whatever waits for one, the longest first.</summary>
    internal async Task<IReadOnlyList<Id<PanelBooking>>> BookWaiting(Reader by, CancellationToken stop)
    {
        var waits = await (from a in db.Set<AllocationAnswer>().AsNoTracking()
                           join d in db.Set<AllocationDecision>() on a.DecisionId equals d.Id
                           where a.Kind == AnswerKind.NotSafe && a.ToRole == Replier.Panel && a.RepliedAt == null
                               && db.Cases.Any(c => c.Id == d.CaseId && c.ClosedOn == null)
                               && !db.Set<PanelBooking>().Any(b => b.CaseId == d.CaseId && b.FreedAt == null && b.BookedAt >= a.AnsweredAt)
                           orderby a.AnsweredAt
                           select new { Answer = a, d.CaseId }).ToListAsync(stop);
        var booked = new List<Id<PanelBooking>>();
        foreach (var one in waits)
            if (await Book(one.Answer, one.CaseId, by, stop) is { } id) booked.Add(id);
        return booked;
    }

    /// <summary>After the change: letters with nothing about the case.</summary>
    internal async Task Mail(IEnumerable<Id<PanelBooking>> booked, CancellationToken stop)
    {
        foreach (var id in booked) await notices.Mail(id, NoticeKind.PanelBooked, stop);
    }

    /// <summary>Null for what was not sent to the panel.</summary>
    internal async Task<AnswerAtPanel?> Of(AllocationAnswer? answer, Id<Case> one, CancellationToken stop)
    {
        if (answer is not { Kind: AnswerKind.NotSafe, ToRole: Replier.Panel }) return null;
        var booking = await db.Set<PanelBooking>().AsNoTracking()
            .Where(b => b.CaseId == one && b.WorkerId == answer.WorkerId && b.FreedAt == null
                && (b.AdvisedAt == null || b.AdvisedAt >= answer.AnsweredAt))
            .OrderByDescending(b => b.BookedAt).FirstOrDefaultAsync(stop);
        var session = booking is null ? null
            : await db.Set<PanelSession>().AsNoTracking().SingleAsync(s => s.Id == booking.SessionId, stop);
        var told = (await WhoCanOpen(answer.WorkerId, stop)).Select(a => a.Name).Order(StringComparer.CurrentCulture);
        return new(booking, session, [.. told]);
    }

    /// <summary>The principal social worker; where there is none, those who hold the panel for the worker's service.</summary>
    internal async Task<IReadOnlyList<Account>> WhoCanOpen(Id<Worker> worker, CancellationToken stop)
    {
        var teams = db.Memberships.Where(m => m.WorkerId == worker).Select(m => m.TeamId);
        var services = await db.Teams.Where(t => teams.Contains(t.Id)).Select(t => t.Service).Distinct().ToListAsync(stop);
        var held = await (from g in db.Set<AccountGrant>().AsNoTracking()
                          join a in db.Set<Account>() on g.AccountId equals a.Id
                          where !a.Disabled && (g.Role == Role.PrincipalSocialWorker || g.Role == Role.Director
                              || (g.Role == Role.HeadOfService && g.Service != null && services.Contains(g.Service)))
                          select new { g.Role, Account = a }).ToListAsync(stop);
        var principal = held.Where(h => h.Role == Role.PrincipalSocialWorker).ToList();
        return [.. (principal.Count > 0 ? principal : held).Select(h => h.Account).DistinctBy(a => a.Id)];
    }
}
