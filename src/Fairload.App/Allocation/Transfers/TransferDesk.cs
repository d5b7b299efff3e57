using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation.Transfers;

/// <summary>One transfer in a list.</summary>
/// <param name="Due">The last day for the next step; null where there is none or the bank holidays are not known.</param>
/// <param name="IsMine">The next step waits for this very reader.</param>
public sealed record TransferLine(
    Transfer Transfer, Case Case, Team From, Team To, Worker? Worker, DateOnly? Due, bool IsLate, bool IsMine);

/// <summary>Each transfer once, in the first list that it belongs to; in each the oldest turn first.</summary>
/// <param name="ForHead">Returned twice, or late: the reader may decide where it lies.</param>
/// <param name="Ended">In the last four weeks.</param>
public sealed record TransferLists(
    DateOnly Today, IReadOnlyList<TransferLine> ForHead, IReadOnlyList<TransferLine> Returned, IReadOnlyList<TransferLine> Incoming,
    IReadOnlyList<TransferLine> Outgoing, IReadOnlyList<TransferLine> Ended)
{
    public IEnumerable<TransferLine> Open => ForHead.Concat(Returned).Concat(Incoming).Concat(Outgoing);
}

/// <summary>The page on which a transfer is proposed.</summary>
/// <param name="Open">One that is under way; then another can not be proposed.</param>
/// <param name="From">Null where the case lies in no team.</param>
/// <param name="Teams">Where it could go, in name order.</param>
public sealed record ProposeView(
    Case Case, DateOnly Today, Transfer? Open, Team? From, IReadOnlyList<string> Holders, IReadOnlyList<Team> Teams,
    IReadOnlyList<ChecklistRow> Checklist, TransferClocks Clocks);

/// <summary>Cases between teams: what is under way, and proposing that one goes.</summary>
public sealed class TransferDesk(
    FairloadDb db, TransferReading reading, ChecklistSettings checklists, CaseDesk cases, CaseGiving giving, AuditTrail audit,
    TimeProvider clock)
{
    private const int EndedDays = 28;

    public async Task<TransferLists> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeTransfers);
        var today = clock.UkToday;
        var ended = today.AddDays(-EndedDays);
        var all = await db.Set<Transfer>().AsNoTracking().Include(t => t.Items).Where(t => t.EndedOn == null || t.EndedOn >= ended)
            .ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var seen = all.Where(t => TransferReading.Sees(reader, teams[t.FromTeamId], teams[t.ToTeamId])).ToList();
        var (caseIds, workerIds) = (seen.Select(t => t.CaseId).ToList(), seen.Select(t => t.WorkerId).OfType<Id<Worker>>().ToList());
        var about = await db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var workers = await db.Workers.AsNoTracking().Where(w => workerIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var lines = seen.OrderBy(t => t.TurnSince).ThenBy(t => about[t.CaseId].Reference, StringComparer.Ordinal).Select(Line)
            .ToLookup(List);
        return new(
            today, [.. lines["head"]], [.. lines["returned"]], [.. lines["in"]], [.. lines["out"]],
            [.. lines["ended"].OrderByDescending(l => l.Transfer.EndedOn)]);

        TransferLine Line(Transfer t)
        {
            var (from, to) = (teams[t.FromTeamId], teams[t.ToTeamId]);
            return new(
                t, about[t.CaseId], from, to, t.WorkerId is { } w ? workers[w] : null, t.DueOn(reading.Clocks),
                t.IsLate(reading.Clocks, today), reading.IsFor(reader, t, from, to));
        }

        string List(TransferLine line)
        {
            if (!line.Transfer.IsOpen) return "ended";
            var rules = TransferReading.Sides(reader, line.From, line.To).Contains(TransferSide.Head);
            if (rules && line.Transfer.AwaitsHead(reading.Clocks, today)) return "head";
            var sight = reader.SightFor(Permission.SeeTransfers);
            if (line.Transfer.State == TransferState.Returned && sight.SeesTeam(line.From)) return "returned";
            return sight.SeesTeam(line.To) ? "in" : "out";
        }
    }

    /// <summary>Those whose next step waits for this very reader; empty for who may not see any.</summary>
    public async Task<IReadOnlyList<TransferLine>> Mine(Reader reader, CancellationToken stop) =>
        reader.May(Permission.SeeTransfers) ? [.. (await All(reader, stop)).Open.Where(l => l.IsMine)] : [];

    /// <summary>The one under way for this case, whoever asks: that there is one is said to everybody who sees the case.</summary>
    public async Task<TransferLine?> UnderWay(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeCases);
        var open = await db.Set<Transfer>().AsNoTracking().Include(t => t.Items)
            .SingleOrDefaultAsync(t => t.CaseId == id && t.EndedOn == null, stop);
        if (open is null) return null;
        var teams = await db.Teams.AsNoTracking().Where(t => t.Id == open.FromTeamId || t.Id == open.ToTeamId)
            .ToDictionaryAsync(t => t.Id, stop);
        var worker = await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == open.WorkerId, stop);
        var (from, to) = (teams[open.FromTeamId], teams[open.ToTeamId]);
        return new(
            open, await db.Cases.AsNoTracking().SingleAsync(c => c.Id == id, stop), from, to, worker, open.DueOn(reading.Clocks),
            open.IsLate(reading.Clocks, clock.UkToday), reading.IsFor(reader, open, from, to));
    }

    /// <summary>Null when there is no such open case, or the reader may not give it away.</summary>
    public async Task<ProposeView?> Proposing(Id<Case> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ClosedOn == null, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.Allocate, assignments, stop)) return null;

        var today = clock.UkToday;
        var open = await reading.Whole.AsNoTracking().SingleOrDefaultAsync(t => t.CaseId == id && t.EndedOn == null, stop);
        var place = await reading.Place(id, stop);
        if (open is not null && TransferReading.Overtaken(open, one, place) is not null) open = null;
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today) && t.Id != place.Team?.Id)
            .OrderBy(t => t.Service, StringComparer.CurrentCulture).ThenBy(t => t.Name, StringComparer.CurrentCulture);
        return new(
            one, today, open, place.Team, place.Holders, [.. teams], (await checklists.On(today, stop)).For(one.TypeCode), reading.Clocks);
    }

    /// <summary>Proposes it to the other team's manager. Refuses what Core refuses, a second one for the same case, and a team that is
    /// no more. The same proposal of the same person sent twice is one.</summary>
    public Task<Result<Transfer>> Propose(Proposal what, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        return db.Change<Result<Transfer>>(
            async () =>
            {
                await giving.OneCaseAtATime(what.Case, stop);
                if (await Proposing(what.Case, reader, stop) is not { } view)
                    return new Problem("", $"This case is closed, or lies with a team that is not yours any more. Nothing was changed.");
                if (view.Open is { } open) return IsTheSame(open, what, reader) ? open : await AlreadyOpen(open, stop);
                if (view.From is not { } from)
                    return new Problem("", $"This case lies in no team yet. Give it to somebody, or to a team in the case system, before it can go to another.");
                if (!TransferReading.Sides(reader, from, from).Contains(TransferSide.Sending))
                    return new Problem("", $"This case lies in {from.Name}, which is not your team. Its manager proposes where it goes.");
                if (view.Teams.All(t => t.Id != what.To)) return new Problem("To", $"Choose the team that is to take the case");

                var taken = Taken(reader);
                var earlier = await reading.Whole.Where(t => t.CaseId == what.Case).ToListAsync(stop);
                foreach (var overtaken in earlier.Where(t => t.IsOpen)) overtaken.Overtake(taken);
                await db.SaveChangesAsync(stop);
                var made = Transfer.Propose(
                    what with { From = from.Id }, earlier, await checklists.On(view.Today, stop), view.Case.TypeCode, taken);
                if (!made.Try(out var transfer, out _)) return made;
                db.Add(transfer);
                await audit.Note(
                    reader, AuditAction.TransferStepTaken, "transfer", transfer.Id.ToString(), nameof(TransferStepKind.Proposed), stop);
                return transfer;
            },
            stop);
    }

    internal StepTaken Taken(Reader reader) => new(reader.Name, clock.GetUtcNow().UtcDateTime, clock.UkToday);

    private static bool IsTheSame(Transfer open, Proposal what, Reader reader) =>
        open.Steps.Count > 0 && open.Steps.MinBy(s => s.Number)!.TakenBy == reader.Name
        && (open.ToTeamId, open.Reason, open.Handover) == (what.To, what.Reason.Trim(), what.Handover.Trim());

    private async Task<Problem> AlreadyOpen(Transfer open, CancellationToken stop)
    {
        var to = await db.Teams.Where(t => t.Id == open.ToTeamId).Select(t => t.Name).SingleAsync(stop);
        var by = open.Steps.MinBy(s => s.Number)!.TakenBy;
        return new("", $"{by} has proposed already that this case goes to {to}. Nothing was changed: see that transfer first.");
    }
}
