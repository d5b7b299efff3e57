using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Answers;

/// <summary>A decision about which a worker is asked, with what they have answered and what came of it.</summary>
/// <param name="DueOn">The last day to answer.</param>
/// <param name="IsWithMe">The case is still with the worker by this very decision.</param>
/// <param name="Interim">Who looks after it meanwhile.</param>
/// <param name="Panel">Null for what was not sent to the complex case panel.</param>
/// <param name="Above">Who was told that the reply is late.</param>
/// <param name="Handover">What those wrote who held it before.</param>
public sealed record AskedView(
    AllocationDecision Decision, Case Case, DateOnly Today, DateOnly DueOn, AllocationAnswer? Answer, bool IsWithMe, Worker? Interim,
    AnswerAtPanel? Panel, IReadOnlyList<ToldAbove> Above, IReadOnlyList<NoteView> Handover)
{
    public bool IsLate => Answer is null && DueOn < Today;

    /// <summary>One may say another thing after a talk; what is not safe waits for its reply.</summary>
    public bool CanAnswer => IsWithMe && Answer?.Kind != AnswerKind.NotSafe;
}

/// <summary>What a worker says to the cases that are given to them.</summary>
public sealed class AnswerDesk(
    FairloadDb db, CaseGiving giving, InterimHolders interims, PanelForAnswers panel, LateReplyDesk late, HandoverDesk handover,
    NoticeDesk notices, CouncilSettings settings, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the reader has not answered yet, the longest due first.</summary>
    public async Task<IReadOnlyList<AskedView>> ToAnswer(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.SeeOwnWork) || reader.Worker is not { } me) return [];
        var mine = db.Assignments.Where(a => a.ToOn == null && a.WorkerId == me).Select(a => a.CaseId);
        var asked = await db.Set<AllocationDecision>().AsNoTracking()
            .Where(d => mine.Contains(d.CaseId) && (d.WorkerId == me || d.WithId == me) && d.Kind != DecisionKind.Interim
                && d.Kind != DecisionKind.TakenBack
                && !db.Set<AllocationDecision>().Any(later => later.CaseId == d.CaseId && later.DecidedAt > d.DecidedAt)
                && !db.Set<AllocationAnswer>().Any(a => a.DecisionId == d.Id && a.WorkerId == me))
            .ToListAsync(stop);
        var views = new List<AskedView>();
        foreach (var decision in asked)
            if (await Asked(decision.Id, reader, stop) is { } view) views.Add(view);
        return [.. views.OrderBy(v => v.DueOn).ThenBy(v => v.Case.Reference, StringComparer.Ordinal)];
    }

    /// <summary>Null unless it was this reader's to answer.</summary>
    public async Task<AskedView?> Asked(Id<AllocationDecision> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        var decision = await db.Set<AllocationDecision>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop);
        if (decision is not { AsksForAnAnswer: true } || reader.Worker is not { } me || (decision.WorkerId != me && decision.WithId != me))
            return null;
        var one = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == decision.CaseId, stop);
        var answer = await db.Set<AllocationAnswer>().AsNoTracking().Where(a => a.DecisionId == id && a.WorkerId == me)
            .OrderByDescending(a => a.AnsweredAt).FirstOrDefaultAsync(stop);
        var interim = answer?.InterimId is { } by
            ? await db.Set<AllocationDecision>().Where(d => d.Id == by).Join(db.Workers, d => d.WorkerId, w => w.Id, (d, w) => w)
                .AsNoTracking().SingleAsync(stop) : null;
        return new(
            decision, one, clock.UkToday, Days(decision.DecidedOn, settings.Limits.AnswerDays), answer,
            await IsWith(decision, me, one, stop), interim, await panel.Of(answer, one.Id, stop),
            answer is null ? [] : await late.Told(answer.Id, stop), [.. (await handover.For([], [id], stop))[one.Id]]);
    }

    /// <summary>Managers whom somebody may choose to reply, in name order; never themselves.</summary>
    public async Task<IReadOnlyList<Worker>> Managers(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        var today = clock.UkToday;
        var ids = db.Set<AccountGrant>().Where(g => g.Role == Role.TeamManager || g.Role == Role.HeadOfService)
            .Join(db.Set<Account>().Where(a => !a.Disabled && a.WorkerId != null), g => g.AccountId, a => a.Id,
                (g, a) => a.WorkerId!.Value);
        return [.. (await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id) && w.Id != reader.Worker
                && (w.EndsOn == null || w.EndsOn >= today)).ToListAsync(stop)).InNameOrder()];
    }

    /// <summary>
    /// Stores the answer. With "not safe" the case goes at once to somebody who looks after it. Refuses a case that is not with the reader
    /// any more, and a second answer while a reply is owed.
    /// </summary>
    public async Task<Result<AllocationAnswer>> Answer(Id<AllocationDecision> id, Answering answer, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeOwnWork);
        var (mail, booked) = (new List<Id<AllocationDecision>>(), new List<Id<PanelBooking>>());
        var done = await db.Change(() => Store(id, answer, reader, mail, booked, stop), stop);
        if (!done.Try(out var stored, out _)) return done;
        await notices.Mail(mail, stop);
        await panel.Mail(booked, stop);
        if (stored.IsOpen) await notices.Letter(await Repliers(stored, stop), stop);
        return done;
    }

    private async Task<Result<AllocationAnswer>> Store(
        Id<AllocationDecision> id, Answering answer, Reader reader, List<Id<AllocationDecision>> mail, List<Id<PanelBooking>> booked,
        CancellationToken stop)
    {
        if (await Asked(id, reader, stop) is not { } asked) return new Problem("", $"There is no such case to answer about");
        await giving.OneCaseAtATime(asked.Case.Id, stop);
        if (await Asked(id, reader, stop) is not { CanAnswer: true } now)
            return new Problem("", $"This case is not with you by this decision any more. Nothing was stored; your own work shows what is");
        if (answer is { To: Replier.AnotherManager, Manager: { } chosen } && (await Managers(reader, stop)).All(m => m.Id != chosen))
            return new Problem("Manager", $"Choose which manager is to reply");

        var (me, at) = (reader.Worker!.Value, clock.GetUtcNow().UtcDateTime);
        var given = AllocationAnswer.Give(answer, id, me, Days(now.Today, settings.Limits.ReplyDays), at);
        if (!given.Try(out var stored, out var problems)) return problems.ToList();
        db.Add(stored);
        var told = await db.Set<Notice>().Where(n => n.DecisionId == id && n.WorkerId == me && n.SeenAt == null).ToListAsync(stop);
        foreach (var notice in told) notice.Seen(at);
        if (stored.ToRole == Replier.Panel && await panel.Book(stored, now.Case.Id, reader, stop) is { } slot) booked.Add(slot);
        if (stored.IsOpen && await LookAfter(now, me, reader, stop) is { } interim)
        {
            stored.LooksAfterIt(interim);
            mail.Add(interim.Id);
        }

        await audit.Note(reader, AuditAction.Answered, "case", now.Case.Id.ToString(), stored.Kind.ToString(), stop);
        return stored;
    }

    /// <summary>Whoever holds it beside the worker goes on. Null where nobody can be found: then the case stays in the worker's name,
    /// and those above are told to name somebody.</summary>
    private async Task<AllocationDecision?> LookAfter(AskedView asked, Id<Worker> me, Reader reader, CancellationToken stop)
    {
        var worker = await db.Workers.AsNoTracking().SingleAsync(w => w.Id == me, stop);
        var lies = await db.Assignments.Where(a => a.CaseId == asked.Case.Id && a.ToOn == null).Select(a => a.TeamId)
            .FirstOrDefaultAsync(stop);
        if (await interims.For(worker, lies, asked.Today, stop) is not { } interim) return null;
        var beside = asked.Decision.WorkerId == me ? asked.Decision.WithId : asked.Decision.WorkerId;
        var what = new Deciding(asked.Case.Id, DecisionKind.Interim, interim.Id, beside == interim.Id ? null : beside, []);
        return (await giving.Give(what, lies, reader, stop)).Try(out var decision, out var problems) ? decision
            : throw new InvalidOperationException(problems[0].Message);
    }

    /// <summary>By accounts, because a reply is written in the program.</summary>
    private async Task<IReadOnlyList<string>> Repliers(AllocationAnswer answer, CancellationToken stop)
    {
        var accounts = db.Set<Account>().AsNoTracking().Where(a => !a.Disabled);
        var grants = db.Set<AccountGrant>().AsNoTracking();
        var teams = db.Memberships.Where(m => m.WorkerId == answer.WorkerId).Select(m => m.TeamId);
        return answer.ToRole switch
        {
            Replier.AnotherManager => await accounts.Where(a => a.WorkerId == answer.ToWorkerId).Select(a => a.Email).ToListAsync(stop),
            Replier.LineManager => await grants.Where(g => g.Role == Role.TeamManager && g.TeamId != null && teams.Contains(g.TeamId.Value))
                .Join(accounts, g => g.AccountId, a => a.Id, (g, a) => a.Email).ToListAsync(stop),
            Replier.Panel => [.. (await panel.WhoCanOpen(answer.WorkerId, stop)).Select(a => a.Email)],
            _ => await grants.Where(g => g.Role == Role.PrincipalSocialWorker)
                .Join(accounts, g => g.AccountId, a => a.Id, (g, a) => a.Email)
                .ToListAsync(stop),
        };
    }

    private async Task<bool> IsWith(AllocationDecision decision, Id<Worker> me, Case one, CancellationToken stop) =>
        one.ClosedOn is null
        && !await db.Set<AllocationDecision>().AnyAsync(d => d.CaseId == decision.CaseId && d.DecidedAt > decision.DecidedAt, stop)
        && await db.Assignments.AnyAsync(a => a.CaseId == decision.CaseId && a.WorkerId == me && a.ToOn == null, stop);

    private DateOnly Days(DateOnly from, int workingDays) =>
        ReferenceData.Calendar(settings.Nation).AddWorkingDays(from, workingDays) ?? from.AddDays(workingDays);
}
