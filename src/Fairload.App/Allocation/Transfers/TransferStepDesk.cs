using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Transfers;

/// <summary>Who in the receiving team may take the case, and why not the others.</summary>
public sealed record ReceivingPeople(
    IReadOnlyDictionary<Id<Worker>, PersonLoad> People, OneCaseAnswer Answer, ReservedRow Row, GivingLimits Limits);

/// <summary>One transfer, as a reader sees it.</summary>
/// <param name="Sides">For whom the reader may act.</param>
/// <param name="Names">Of everybody whom the history names, by id.</param>
/// <param name="Overtaken">What came between, where nothing is left to hand over.</param>
/// <param name="Elsewhere">The team in which the case lies now.</param>
/// <param name="WorkerRefused">The rule that stands against the named worker today.</param>
/// <param name="People">Null for who does not choose among them.</param>
/// <param name="MayOpenCase">The reader sees the case itself.</param>
public sealed record TransferView(
    Transfer Transfer, Case Case, Team From, Team To, DateOnly Today, DateOnly? Due, bool IsLate, bool AwaitsHead,
    IReadOnlySet<TransferSide> Sides, IReadOnlyDictionary<Id<Worker>, string> Names, IReadOnlyList<string> Holders, Overtaking? Overtaken,
    Team? Elsewhere, Rule? WorkerRefused, ReceivingPeople? People, bool MayOpenCase, TransferClocks Clocks);

/// <summary>Which transfer, and how far somebody had seen it when they decided.</summary>
public readonly record struct SeenTransfer(Id<Transfer> Id, int Version);

/// <summary>The steps of a transfer: each by who may take it, by what is so at this moment, and written down for good.</summary>
public sealed class TransferStepDesk(
    FairloadDb db, TransferReading reading, TransferDesk transfers, CandidateReading candidates, StatementSettings statements,
    KindSettings kinds, CaseDesk cases, CaseGiving giving, NoticeDesk notices, AuditTrail audit, CouncilSettings settings,
    TimeProvider clock)
{
    /// <summary>Null when there is none or the reader may not see it.</summary>
    public async Task<TransferView?> Show(Id<Transfer> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeTransfers);
        return await reading.Whole.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop) is { } transfer
            ? await Look(transfer, reader, stop) : null;
    }

    /// <summary>Names who takes it and on which day; also again.</summary>
    public Task<Result<Transfer>> Accept(
        SeenTransfer seen, Id<Worker>? worker, DateOnly? movesOn, string reason, Reader reader, CancellationToken stop) =>
        Act(seen, TransferSide.Receiving, [TransferStepKind.Accepted, TransferStepKind.NamedAgain], reader, (transfer, view) =>
        {
            var problems = new List<Problem>();
            if (!view.To.Exists(view.Today))
                return Task.FromResult<Result<Done>>(new Problem("", $"{view.To.Name} does not exist any more, so nobody in it can take the case. Return it with that reason."));
            var way = worker is { } chosen ? view.People!.Answer.For(chosen) : null;
            if (worker is null) problems.Add(new("Worker", $"Choose who takes the case"));
            else if (way is null) problems.Add(Forbidden(view.People!, worker.Value));
            if (movesOn is null) problems.Add(new("MovesOn", $"Enter the day on which the case moves"));
            if (problems.Count > 0) return Task.FromResult<Result<Done>>(problems);

            var best = view.People!.Answer.Best.Select(s => s.Worker).ToList();
            var named = new Naming(way!.Worker, way.With, best, reason, movesOn!.Value);
            return Task.FromResult(transfer.Accept(named, reading.Clocks, transfers.Taken(reader)));
        }, stop);

    /// <summary>Which lines of the checklist are done now; those of a team that is not the reader's stay as they are.</summary>
    public Task<Result<Transfer>> Tick(SeenTransfer seen, IReadOnlySet<Id<TransferItem>> done, Reader reader, CancellationToken stop) =>
        Act(seen, null, [TransferStepKind.ItemDone, TransferStepKind.ItemUndone], reader, (transfer, view) =>
            Task.FromResult(transfer.Tick(done, view.Sides, transfers.Taken(reader))), stop);

    public Task<Result<Transfer>> Return(SeenTransfer seen, string reason, Reader reader, CancellationToken stop) =>
        Act(seen, TransferSide.Receiving, [TransferStepKind.Returned], reader, (transfer, _) =>
            Task.FromResult(transfer.Return(reason, transfers.Taken(reader))), stop);

    public Task<Result<Transfer>> ProposeAgain(
        SeenTransfer seen, string putRight, string handover, PersonWish wish, Reader reader, CancellationToken stop) =>
        Act(seen, TransferSide.Sending, [TransferStepKind.ProposedAgain], reader, (transfer, _) =>
            Task.FromResult(transfer.ProposeAgain(putRight, handover, wish, transfers.Taken(reader))), stop);

    public Task<Result<Transfer>> Withdraw(SeenTransfer seen, string reason, Reader reader, CancellationToken stop) =>
        Act(seen, TransferSide.Sending, [TransferStepKind.Withdrawn], reader, (transfer, _) =>
            Task.FromResult(transfer.Withdraw(reason, transfers.Taken(reader))), stop);

    /// <summary>The head of both decides.</summary>
    public Task<Result<Transfer>> Rule(SeenTransfer seen, bool? goes, string reason, Reader reader, CancellationToken stop) =>
        Act(seen, TransferSide.Head, [TransferStepKind.HeadSaysGoes, TransferStepKind.HeadSaysStays], reader, (transfer, _) =>
            Task.FromResult(goes is { } decided ? transfer.Rule(decided, reason, reading.Clocks, transfers.Taken(reader))
                : new Problem("Goes", $"Choose where the case lies")), stop);

    /// <summary>The case goes into the hands of the named worker, by the rules as they are today.</summary>
    public async Task<Result<Transfer>> Move(SeenTransfer seen, Reader reader, CancellationToken stop)
    {
        Id<AllocationDecision>? decided = null;
        var moved = await Act(seen, TransferSide.Receiving, [TransferStepKind.Moved], reader, async (transfer, view) =>
        {
            if (transfer.WhyNotMoved(view.Today) is { } why) return why;
            if (view.People!.Answer.For(transfer.WorkerId!.Value) is not { } way)
                return new Problem("", $"{view.Names[transfer.WorkerId.Value]} can not take this case now; below it says why. Name somebody else, or return it");
            var suggested = transfer.Suggested.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => Id<Worker>.TryParse(s, out var id) ? id : default).ToList();
            var what = new Deciding(
                transfer.CaseId, DecisionKind.Transferred, way.Worker, way.With, suggested, transfer.ChoiceReason, transfer.Handover);
            var given = await giving.Give(what, transfer.ToTeamId, reader, stop);
            if (!given.Try(out var decision, out var problems)) return problems.ToList();
            decided = decision.Id;
            transfer.Move(way.With, transfers.Taken(reader));
            return default(Done);
        }, stop);
        if (decided is { } told) await notices.Mail([told], stop);
        return moved;
    }

    /// <summary>Puts away what came to nothing, because the case was closed or lies elsewhere.</summary>
    public Task<Result<Transfer>> PutAway(SeenTransfer seen, Reader reader, CancellationToken stop) =>
        Act(seen, null, [TransferStepKind.Overtaken], reader, (transfer, view) =>
            Task.FromResult(view.Overtaken is null
                ? new Problem("", $"The case is open and lies in {view.From.Name}: the transfer goes on")
                : transfer.Overtake(transfers.Taken(reader))), stop);

    /// <param name="side">For whom the step is taken; null for either team.</param>
    /// <param name="kinds">Of the step: the same one of the same person sent twice is one.</param>
    private async Task<Result<Transfer>> Act(
        SeenTransfer seen, TransferSide? side, IReadOnlyList<TransferStepKind> kinds, Reader reader,
        Func<Transfer, TransferView, Task<Result<Done>>> act, CancellationToken stop)
    {
        reader.Demand(Permission.SeeTransfers);
        return await db.Change<Result<Transfer>>(
            async () =>
            {
                var about = await db.Set<Transfer>().AsNoTracking().Where(t => t.Id == seen.Id).Select(t => (Id<Case>?)t.CaseId)
                    .SingleOrDefaultAsync(stop);
                if (about is { } one) await giving.OneCaseAtATime(one, stop);
                var transfer = await reading.Whole.SingleOrDefaultAsync(t => t.Id == seen.Id, stop);
                if (transfer is null || await Look(transfer, reader, stop) is not { } view)
                    return new Problem("", $"There is no such transfer, or it is not yours to see");
                var mine = view.Sides.Where(s => side is null ? s != TransferSide.Head : s == side).ToList();
                if (mine.Count == 0) return new Problem("", $"This step is for somebody else: see below whose it is");
                if (transfer.Since(seen.Version).ToList() is [var first, ..] since)
                    return kinds.Contains(first.Kind) && since.All(s => s.TakenBy == reader.Name) ? transfer : since[^1].Meanwhile;
                if (view.Overtaken is not null && !kinds.Contains(TransferStepKind.Overtaken))
                    return new Problem("", $"The case was closed or went elsewhere meanwhile; below it says where. Nothing was changed.");

                var before = transfer.Version;
                if (!(await act(transfer, view)).Try(out _, out var problems)) return problems.ToList();
                foreach (var step in transfer.Since(before))
                    await audit.Note(reader, AuditAction.TransferStepTaken, "transfer", transfer.Id.ToString(), $"{step.Kind}", stop);
                return transfer;
            },
            stop);
    }

    private async Task<TransferView?> Look(Transfer transfer, Reader reader, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().Where(t => t.Id == transfer.FromTeamId || t.Id == transfer.ToTeamId)
            .ToDictionaryAsync(t => t.Id, stop);
        var (from, to) = (teams[transfer.FromTeamId], teams[transfer.ToTeamId]);
        if (!TransferReading.Sees(reader, from, to)) return null;

        var today = clock.UkToday;
        var one = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == transfer.CaseId, stop);
        var place = await reading.Place(one.Id, stop);
        var sides = TransferReading.Sides(reader, from, to);
        var overtaken = TransferReading.Overtaken(transfer, one, place);
        var chooses = sides.Contains(TransferSide.Receiving) && overtaken is null
            && (transfer.State == TransferState.Proposed || transfer.IsAccepted);
        var people = chooses || (transfer.IsAccepted && overtaken is null) ? await People(one, to, today, stop) : null;
        var named = transfer.Steps.Select(s => s.WorkerId).Append(transfer.WorkerId).Append(transfer.WithId).OfType<Id<Worker>>().ToList();
        var names = await db.Workers.AsNoTracking().Where(w => named.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, stop);
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == one.Id).ToListAsync(stop);
        return new(
            transfer, one, from, to, today, transfer.DueOn(reading.Clocks), transfer.IsLate(reading.Clocks, today),
            transfer.AwaitsHead(reading.Clocks, today), sides, names, place.Holders, overtaken, place.Team, Refused(transfer, people),
            chooses ? people : null,
            reader.May(Permission.SeeCases) && await cases.MaySee(one.Id, reader, Permission.SeeCases, assignments, stop), reading.Clocks);
    }

    private async Task<ReceivingPeople> People(Case one, Team to, DateOnly today, CancellationToken stop)
    {
        var statement = await statements.On(today, stop);
        var limits = new GivingLimits(settings.Limits.OverFrom / 100, settings.Limits.NewCasesAWeek);
        var found = await candidates.For(one, MembersNow.Of(db, [to.Id], today), statement, today, stop);
        var answer = OneCase.Ask(
            [.. found.People.Select(p => p.Candidate)], found.Case.Work, statement, limits,
            (await kinds.On(today, stop)).Weights, settings.Limits.KindTolerance / 100);
        return new(found.People.ToDictionary(p => p.Person.Worker.Id, p => p.Person), answer, statement.For(one.TypeCode, one.Tier),
            limits);
    }

    /// <summary>Whoever is not among the team's people any more is not at work there.</summary>
    private static Rule? Refused(Transfer transfer, ReceivingPeople? people)
    {
        if (!transfer.IsAccepted || people is null || people.Answer.For(transfer.WorkerId!.Value) is not null) return null;
        return people.Answer.Refused.FirstOrDefault(r => r.Worker == transfer.WorkerId)?.Rule ?? Core.Allocation.Rule.NotAtWork;
    }

    private static Problem Forbidden(ReceivingPeople people, Id<Worker> worker) =>
        people.People.TryGetValue(worker, out var person)
            ? new("Worker", $"{person.Worker.Name} can not take this case now; below it says why. Choose somebody else")
            : new("Worker", $"Choose who takes the case");
}
