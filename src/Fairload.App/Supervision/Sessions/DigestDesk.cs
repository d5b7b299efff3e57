using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Sessions;

/// <summary>What two people look at before they meet.</summary>
/// <param name="Before">The load four weeks ago; null where no extract tells.</param>
/// <param name="Last">The last session that was held with the worker alone; null for none.</param>
/// <param name="Actions">What was agreed in it.</param>
public sealed record DigestView(
    PersonLoad Person, LoadSnapshot? Before, SupervisionSession? Last, IReadOnlyList<SessionAction> Actions, SessionDigest Digest,
    DateOnly Today, AsOfDays AsOf);

/// <summary>The digest before a supervision, for the worker and for who supervises: made anew each time, and never stored.</summary>
public sealed class DigestDesk(FairloadDb db, PersonDesk people, TimeProvider clock)
{
    private const int FourWeeks = 28;

    /// <summary>Null when there is no such person or the reader may not see their cases.</summary>
    public async Task<DigestView?> Of(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervision);
        if (await people.Person(id, reader, stop) is not { SeesCases: true } view) return null;

        var today = clock.UkToday;
        var last = await db.Set<SupervisionSession>().AsNoTracking()
            .Where(s => s.WorkerId == id && s.State == SessionState.Held && s.Kind != SessionKind.Group)
            .OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.EnteredAt).FirstOrDefaultAsync(stop);
        var actions = last is null ? []
            : await db.Set<SessionAction>().AsNoTracking().Where(a => a.SessionId == last.Id).OrderBy(a => a.Number).ToListAsync(stop);
        var before = view.Past.Where(p => p.AsOf <= today.AddDays(-FourWeeks)).MaxBy(p => p.AsOf);
        return new(view.Person, before, last, actions, SessionDigest.Of(await Cases(view, stop), last?.HeldOn, today), today, view.AsOf);
    }

    private async Task<IReadOnlyList<DigestCase>> Cases(PersonView view, CancellationToken stop)
    {
        var ids = view.Cases.Select(c => c.Held.CaseId).ToList();
        var heard = (await db.CaseEvents.AsNoTracking().Where(e => ids.Contains(e.CaseId) && e.HappenedOn <= view.Today)
                .GroupBy(e => e.CaseId).Select(g => new { g.Key, Last = g.Max(e => e.HappenedOn) }).ToListAsync(stop))
            .ToDictionary(g => g.Key, g => g.Last);
        TransferState[] underWay =
            [TransferState.Proposed, TransferState.Accepted, TransferState.Ready, TransferState.Returned, TransferState.WithHead];
        var onTheWay = (await db.Set<Transfer>().AsNoTracking()
                .Where(t => ids.Contains(t.CaseId) && underWay.Contains(t.State))
                .Select(t => t.CaseId).ToListAsync(stop)).ToHashSet();
        var hearings = await db.Set<CaseSupplement>().AsNoTracking()
            .Where(s => s.ReplacedAt == null && s.HearingOn != null && ids.Contains(s.CaseId))
            .ToDictionaryAsync(s => s.CaseId, s => s.HearingOn, stop);
        return
        [
            .. view.Cases.Select(c => new DigestCase(
                c.Held.CaseId, c.Held.Reference, c.Held.TypeCode, c.Held.Tier, c.Points.Points,
                c.Held.FromIsKnown || c.Held.FromOn > view.AsOf.First ? c.Held.FromOn : null,
                heard.TryGetValue(c.Held.CaseId, out var on) ? on : null, c.NextClock?.Due.IsOverdue(view.Today) == true,
                onTheWay.Contains(c.Held.CaseId), c.Held.Tier is null || c.StaleBecause.Count > 0)
            {
                IsInCourt = c.Held.InCourt,
                HearingOn = hearings.GetValueOrDefault(c.Held.CaseId),
            }),
        ];
    }
}
