using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Answers;

/// <summary>A "not safe" and the reply to it.</summary>
/// <param name="MayReply">The reader is who was asked; or they stand above, and the clock has run out or nobody looks after the
/// case.</param>
/// <param name="Interim">Who looks after the case; null where nobody could be found.</param>
public sealed record ReplyView(
    AllocationAnswer Answer, AllocationDecision Decision, Case Case, Worker Worker, Worker? Manager, Worker? Interim, string Team,
    DateOnly Today, bool MayReply);

/// <summary>How a service answers; null for those in no service.</summary>
public sealed record ServiceAnswers(string Service, AnswerCounts Counts);

/// <summary>Written replies to "not safe", and how many there were.</summary>
public sealed class ReplyDesk(
    FairloadDb db, CaseGiving giving, CandidateReading candidates, StatementSettings statements, NoticeDesk notices,
    CouncilSettings settings, AuditTrail audit, TimeProvider clock)
{
    private const int Months = 6;

    /// <summary>What waits for a reply and is the reader's to give, or is late below them; the longest due first.</summary>
    public async Task<IReadOnlyList<ReplyView>> Owed(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.Allocate)) return [];
        var open = await db.Set<AllocationAnswer>().AsNoTracking().Where(a => a.Kind == AnswerKind.NotSafe && a.RepliedAt == null)
            .Select(a => a.Id).ToListAsync(stop);
        var views = new List<ReplyView>();
        foreach (var id in open)
            if (await Show(id, reader, stop) is { MayReply: true } view) views.Add(view);
        return [.. views.OrderBy(v => v.Answer.ReplyDueOn).ThenBy(v => v.Case.Reference, StringComparer.Ordinal)];
    }

    /// <summary>Null for whoever is not to reply and has not replied: a worker's words are for those whom they chose.</summary>
    public async Task<ReplyView?> Show(Id<AllocationAnswer> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var answer = await db.Set<AllocationAnswer>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop);
        if (answer is not { Kind: AnswerKind.NotSafe }) return null;
        var (today, decisions) = (clock.UkToday, db.Set<AllocationDecision>().AsNoTracking());
        var teams = await TeamsOf(answer.WorkerId, today, stop);
        var worker = await db.Workers.AsNoTracking().SingleAsync(w => w.Id == answer.WorkerId, stop);
        var mayReply = MayReply(reader, answer, worker, teams, await IsManagedBy(worker, reader, stop), today);
        if (!mayReply && answer.RepliedBy != reader.Name) return null;
        var decision = await decisions.SingleAsync(d => d.Id == answer.DecisionId, stop);
        var interim = await decisions.Where(d => d.Id == answer.InterimId).Select(d => (Id<Worker>?)d.WorkerId).SingleOrDefaultAsync(stop);
        return new(
            answer, decision, await db.Cases.AsNoTracking().SingleAsync(c => c.Id == decision.CaseId, stop), worker,
            await Person(answer.ToWorkerId, stop), await Person(interim, stop), string.Join(", ", teams.Select(t => t.Name)), today,
            mayReply && answer.IsOpen);
    }

    /// <summary>
    /// Stores the reply and tells the worker. Where they keep the case it is given to them again, by the rules of this moment, and they are
    /// asked again.
    /// </summary>
    public async Task<Result<AllocationAnswer>> Reply(
        Id<AllocationAnswer> id, string reply, ReplyOutcome? outcome, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var mail = new List<Id<AllocationDecision>>();
        var done = await db.Change(() => Store(id, reply, outcome, reader, mail, stop), stop);
        if (!done.Try(out var answer, out _)) return done;
        await notices.Mail(mail, stop);
        await notices.Letter(
            await db.Workers.Where(w => w.Id == answer.WorkerId && w.Email != null).Select(w => w.Email!).ToListAsync(stop), stop);
        return done;
    }

    /// <summary>Of the last six months, by the services that the reader reaches: nobody is named.</summary>
    public async Task<IReadOnlyList<ServiceAnswers>> Counts(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.SeeLoads));
        if (!sight.Everything && sight.Services.Count == 0) return [];
        var since = today.AddMonths(-Months);
        var given = await db.Set<AllocationDecision>().AsNoTracking()
            .Where(d => d.DecidedOn >= since && d.Kind != DecisionKind.Interim && d.Kind != DecisionKind.TakenBack).ToListAsync(stop);
        var ids = given.Select(d => d.Id).ToList();
        var answers = (await db.Set<AllocationAnswer>().AsNoTracking().Where(a => ids.Contains(a.DecisionId)).ToListAsync(stop))
            .GroupBy(a => a.DecisionId).ToDictionary(g => g.Key, g => g.OrderBy(a => a.AnsweredAt).ToList());
        var services = await Services(given.Select(d => d.WorkerId).ToHashSet(), today, stop);
        return
        [
            .. given.GroupBy(d => services.GetValueOrDefault(d.WorkerId, "")).Where(g => sight.Everything || sight.Services.Contains(g.Key))
                .OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => new ServiceAnswers(g.Key, Count([.. g], answers, today))),
        ];
    }

    private AnswerCounts Count(
        List<AllocationDecision> given, Dictionary<Id<AllocationDecision>, List<AllocationAnswer>> answers, DateOnly today)
    {
        var last = given.Select(d => answers.GetValueOrDefault(d.Id)?[^1]).ToList();
        var unsafeOnes = given.SelectMany(d => answers.GetValueOrDefault(d.Id) ?? []).Where(a => a.Kind == AnswerKind.NotSafe).ToList();
        return new(
            given.Count, last.Count(a => a?.Kind == AnswerKind.Agreed), last.Count(a => a?.Kind == AnswerKind.LetsTalk), unsafeOnes.Count,
            given.Count(d => !answers.ContainsKey(d.Id) && Days(d.DecidedOn, settings.Limits.AnswerDays) < today),
            unsafeOnes.Count(a => a.WasInTime), unsafeOnes.Count(a => a.IsLate(today) || (a.RepliedOn is not null && !a.WasInTime)));
    }

    private async Task<Result<AllocationAnswer>> Store(
        Id<AllocationAnswer> id, string reply, ReplyOutcome? outcome, Reader reader, List<Id<AllocationDecision>> mail,
            CancellationToken stop)
    {
        if (await Show(id, reader, stop) is not { } view) return new Problem("", $"There is nothing here for you to reply to");
        await giving.OneCaseAtATime(view.Case.Id, stop);
        var answer = await db.Set<AllocationAnswer>().SingleAsync(a => a.Id == id, stop);
        if (answer.IsOpen && outcome == ReplyOutcome.TheyKeepIt && await WhyNot(view, stop) is { } problem) return problem;
        if (!answer.Settle(reply, outcome, view.Today, clock.GetUtcNow().UtcDateTime, reader.Name).Try(out _, out var problems))
            return problems.ToList();

        if (outcome == ReplyOutcome.TheyKeepIt)
        {
            var what = new Deciding(view.Case.Id, DecisionKind.Allocated, view.Worker.Id, Second(view), []);
            var given = await giving.Give(what, null, reader, stop);
            mail.Add(given.Try(out var decision, out var refused) ? decision.Id : throw new InvalidOperationException(refused[0].Message));
        }

        db.Add(Notice.To(view.Worker.Id, NoticeKind.Replied, view.Decision, clock.GetUtcNow().UtcDateTime));
        await audit.Note(reader, AuditAction.Answered, "case", view.Case.Id.ToString(), "Replied", stop);
        return answer;
    }

    /// <summary>The rules are not broken by a reply either.</summary>
    private async Task<Problem?> WhyNot(ReplyView view, CancellationToken stop)
    {
        if (view.Case.ClosedOn is not null)
            return new("Outcome", $"The case has been closed meanwhile, so nobody holds it. Choose that somebody else takes it, and say so in the reply");
        var latest = await db.Set<AllocationDecision>().AsNoTracking().Where(d => d.CaseId == view.Case.Id)
            .OrderByDescending(d => d.DecidedAt).FirstAsync(stop);
        if (latest.Id != (view.Answer.InterimId ?? view.Answer.DecisionId))
            return new("Outcome", $"The case has been given to somebody else meanwhile. Choose that somebody else takes it");
        var statement = await statements.On(view.Today, stop);
        var found = await candidates.For(view.Case, db.Workers.Where(w => w.Id == view.Worker.Id), statement, view.Today, stop);
        var limits = new GivingLimits(settings.Limits.OverFrom / 100, null);
        var rule = HardRules.For(found.People[0].Candidate with { HoldsIt = false }, found.Case.Work, statement, limits);
        return rule == Rule.Alone || (rule == Rule.Jointly && Second(view) is not null) ? null
            : new("Outcome", $"By the rules {view.Worker.Name} can not hold this case now. Choose that somebody else takes it");
    }

    private static Id<Worker>? Second(ReplyView view) =>
        view.Decision.WorkerId == view.Worker.Id ? view.Decision.WithId : view.Decision.WorkerId;

    private static bool MayReply(
        Reader reader, AllocationAnswer answer, Worker worker, IReadOnlyList<Team> teams, bool isLineManager, DateOnly today)
    {
        if (reader.Worker == worker.Id) return false;
        var sight = reader.SightFor(Permission.Allocate);
        var isAbove = sight.Everything || teams.Any(t => sight.Services.Contains(t.Service));
        if (isAbove && (answer.IsLate(today) || answer.InterimId is null)) return true;
        return answer.ToRole switch
        {
            Replier.LineManager => isLineManager || teams.Any(t => sight.Teams.Contains(t.Id)),
            Replier.AnotherManager => reader.Worker is { } me && me == answer.ToWorkerId,
            Replier.Panel => reader.May(Permission.HoldPanel)
                && reader.SightFor(Permission.HoldPanel) is var panel && (panel.Everything || teams.Any(panel.SeesTeam)),
            _ => reader.Is(Role.PrincipalSocialWorker),
        };
    }

    private async Task<bool> IsManagedBy(Worker worker, Reader reader, CancellationToken stop) =>
        worker.ManagerStaffNumber is { } number && reader.Worker is { } me
        && await db.Workers.AnyAsync(w => w.Id == me && w.StaffNumber == number, stop);

    private async Task<IReadOnlyList<Team>> TeamsOf(Id<Worker> worker, DateOnly today, CancellationToken stop)
    {
        var ids = (await db.Memberships.AsNoTracking().Where(m => m.WorkerId == worker).ToListAsync(stop)).Where(m => m.IsOn(today))
            .OrderByDescending(m => m.Share).Select(m => m.TeamId).ToList();
        return [.. (await db.Teams.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(stop)).OrderBy(t => ids.IndexOf(t.Id))];
    }

    private async Task<Dictionary<Id<Worker>, string>> Services(HashSet<Id<Worker>> workers, DateOnly today, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Service, stop);
        return (await db.Memberships.AsNoTracking().Where(m => workers.Contains(m.WorkerId)).ToListAsync(stop)).Where(m => m.IsOn(today))
            .GroupBy(m => m.WorkerId).ToDictionary(g => g.Key, g => teams[g.MaxBy(m => m.Share)!.TeamId]);
    }

    private async Task<Worker?> Person(Id<Worker>? id, CancellationToken stop) =>
        id is { } one ? await db.Workers.AsNoTracking().SingleAsync(w => w.Id == one, stop) : null;

    private DateOnly Days(DateOnly from, int workingDays) =>
        ReferenceData.Calendar(settings.Nation).AddWorkingDays(from, workingDays) ?? from.AddDays(workingDays);
}
