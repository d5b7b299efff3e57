using Fairload.App.Access;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>One thing somebody has to be told.</summary>
/// <param name="Holder">Who was given the case.</param>
/// <param name="With">Who holds it beside them.</param>
public sealed record NoticeView(Notice Notice, AllocationDecision Decision, Case Case, Worker Holder, Worker? With)
{
    /// <summary>The reader is asked what they say to it.</summary>
    public bool IsAsked => Decision.AsksForAnAnswer && Notice.Kind is (NoticeKind.Given or NoticeKind.GivenBeside or NoticeKind.Replied);
}

/// <summary>One thing about the complex case panel that somebody has to be told.</summary>
public sealed record PanelNoticeView(Notice Notice, PanelBooking Booking, PanelSession Session, Case Case);

/// <summary>Notices: in the program with their content, by mail without any.</summary>
public sealed class NoticeDesk(FairloadDb db, Outbox outbox, TimeProvider clock)
{
    private const int Kept = 50;

    /// <summary>The reader's own, those not seen first, then the latest; at most fifty.</summary>
    public async Task<IReadOnlyList<NoticeView>> Mine(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        if (reader.Worker is not { } me) return [];
        var read = await (from n in db.Set<Notice>().AsNoTracking()
                          join d in db.Set<AllocationDecision>() on n.DecisionId equals d.Id
                          join c in db.Cases on d.CaseId equals c.Id
                          join w in db.Workers on d.WorkerId equals w.Id
                          where n.WorkerId == me
                          orderby n.SeenAt != null, n.CreatedAt descending
                          select new { n, d, c, w }).Take(Kept).ToListAsync(stop);
        var ids = read.Select(r => r.d.WithId).OfType<Id<Worker>>().ToList();
        var beside = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        return [.. read.Select(r => new NoticeView(r.n, r.d, r.c, r.w, r.d.WithId is { } with ? beside[with] : null))];
    }

    /// <summary>The reader's own about the panel, in the same order.</summary>
    public async Task<IReadOnlyList<PanelNoticeView>> MineOfPanels(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        if (reader.Worker is not { } me) return [];
        var read = await (from n in db.Set<Notice>().AsNoTracking()
                          join b in db.Set<PanelBooking>() on n.BookingId equals b.Id
                          join s in db.Set<PanelSession>() on b.SessionId equals s.Id
                          join c in db.Cases on b.CaseId equals c.Id
                          where n.WorkerId == me
                          orderby n.SeenAt != null, n.CreatedAt descending
                          select new { n, b, s, c }).Take(Kept).ToListAsync(stop);
        return [.. read.Select(r => new PanelNoticeView(r.n, r.b, r.s, r.c))];
    }

    /// <summary>How many the reader has not seen.</summary>
    public async Task<int> Unseen(Reader reader, CancellationToken stop) =>
        reader.Worker is { } me && reader.May(Permission.SeeOwnWork)
            ? await db.Set<Notice>().CountAsync(n => n.WorkerId == me && n.SeenAt == null, stop) : 0;

    /// <summary>The reader says that they have seen it. Somebody else's is left as it is.</summary>
    public async Task<bool> Seen(Id<Notice> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        return await db.Change(
            async () =>
            {
                var notice = await db.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id && n.WorkerId == reader.Worker, stop);
                notice?.Seen(clock.GetUtcNow().UtcDateTime);
                return notice is not null;
            },
            stop);
    }

    /// <summary>Inside the change that decides.</summary>
    internal void Tell(AllocationDecision decision, IReadOnlyList<Id<Worker>> heldBefore)
    {
        db.Add(Notice.To(decision.WorkerId, decision.Kind == DecisionKind.Interim ? NoticeKind.LookAfter : NoticeKind.Given, decision));
        if (decision.WithId is { } second) db.Add(Notice.To(second, NoticeKind.GivenBeside, decision));
        foreach (var before in heldBefore.Where(w => w != decision.WorkerId && w != decision.WithId))
            db.Add(Notice.To(before, NoticeKind.TakenOver, decision));
    }

    /// <summary>After decisions are stored: one letter to each, with nothing about the cases. A letter that can not be written loses
    /// nothing: the notice stands in the program.</summary>
    internal Task Mail(IReadOnlyList<Id<AllocationDecision>> decisions, CancellationToken stop) =>
        MailOf(db.Set<Notice>().Where(n => n.DecisionId != null && decisions.Contains(n.DecisionId.Value)), stop);

    /// <summary>The same for whatever else somebody has to be told.</summary>
    internal async Task MailOf(IQueryable<Notice> told, CancellationToken stop)
    {
        var today = clock.UkToday;
        var people = await (from n in told
                            join w in db.Workers on n.WorkerId equals w.Id
                            where w.Email != null && (w.EndsOn == null || w.EndsOn >= today)
                            select w.Email!).Distinct().ToListAsync(stop);
        await Letter(people, stop);
    }

    /// <summary>The same few words to each, with nothing about anybody.</summary>
    internal async Task Letter(IEnumerable<string> addresses, CancellationToken stop)
    {
        foreach (var to in addresses.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await outbox.Post(to, "Something waits for you in Fairload / Mae rhywbeth yn aros amdanoch yn Fairload",
                "There is something for you in Fairload. Sign in to read it.\n\nMae rhywbeth i chi yn Fairload. Mewngofnodwch i'w ddarllen.",
                stop);
        }
    }
}
