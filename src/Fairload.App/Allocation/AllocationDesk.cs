using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>One case that waits, who might take it, and why.</summary>
/// <param name="Points">What it weighs for whoever takes it whole.</param>
/// <param name="Row">The row of the statement that is for this work.</param>
/// <param name="Entered">What was entered about it.</param>
/// <param name="IsWide">People of the whole service were looked at, not of the team alone.</param>
/// <param name="CanWiden">There are more people whom this reader may give it to.</param>
public sealed record AllocateView(Case Case, WaitingCase Waiting, DateOnly Today, AsOfDays AsOf, decimal Points,
    IReadOnlyDictionary<Id<Worker>, PersonLoad> People, OneCaseAnswer Answer, ReservedFunctions Statement, ReservedRow Row,
    GivingLimits Limits, KindAgreement Kind, decimal Tolerance, SupplementFacts Entered,
    PracticeWords Words, bool IsWide, bool CanWiden);

/// <summary>What a person chose on the page of one case.</summary>
/// <param name="Wide">The people of the whole service were looked at.</param>
public sealed record Choice(Id<Case> Case, Id<Worker> Worker, string Reason, string Note, bool Wide);

/// <summary>Who takes a case. It suggests; a person decides, and those whom it is about are told.</summary>
public sealed class AllocationDesk(
    FairloadDb db, CandidateReading candidates, WaitingDesk waiting, CaseDesk cases, AsOfDesk asOf, CaseloadSettings caseload,
    StatementSettings statements, KindSettings kinds, PracticeWords words, CouncilSettings settings, CaseGiving giving, NoticeDesk notices,
    TimeProvider clock)
{
    /// <summary>Null when there is no such case, it does not wait, or the reader may not allocate it.</summary>
    public async Task<AllocateView?> Case(Id<Case> id, bool wide, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ClosedOn == null, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.Allocate, assignments, stop)) return null;

        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        if (await waiting.Of(one, teams, stop) is not { } waits) return null;

        var today = clock.UkToday;
        var sight = reader.SightFor(Permission.Allocate);
        var reach = teams.Values.Where(t => t.Exists(today) && sight.SeesTeam(t)).ToList();
        var narrow = reach.Where(t => t.Id == waits.TeamId).ToList();
        var service = waits.TeamId is { } home && teams[home].Service is { Length: > 0 } name ? name : null;
        var around = service is null ? reach : [.. reach.Where(t => t.Service == service)];
        var isWide = wide || narrow.Count == 0;
        var shown = (isWide ? around : narrow).Select(t => t.Id).ToList();

        var statement = await statements.On(today, stop);
        var limits = new GivingLimits(settings.Limits.OverFrom / 100, settings.Limits.NewCasesAWeek);
        var (kind, tolerance) = (await kinds.On(today, stop), settings.Limits.KindTolerance / 100);
        var found = await candidates.For(one, MembersNow.Of(db, shown, today), statement, today, stop);
        var people = found.People;
        var weights = await caseload.WeightsOn(today, stop);
        return new(
            one, waits, today, await asOf.Days(stop),
            CaseLoad.Of(found.Case.Held(1), weights).Points,
            people.ToDictionary(p => p.Person.Worker.Id, p => p.Person),
            OneCase.Ask([.. people.Select(p => p.Candidate)], found.Case.Work, statement, limits, kind.Weights, tolerance),
            statement, statement.For(one.TypeCode, one.Tier), limits, kind, tolerance, found.Entered, words, isWide,
            !isWide && around.Count > narrow.Count);
    }

    /// <summary>The case of this reference that waits; null when there is none or the reader may not allocate it.</summary>
    public async Task<AllocateView?> Case(string reference, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var found = await db.Cases.AsNoTracking().Where(c => c.Reference == reference && c.ClosedOn == null).Select(c => c.Id)
            .ToListAsync(stop);
        foreach (var id in found)
            if (await Case(id, wide: false, reader, stop) is { } view) return view;

        return null;
    }

    /// <summary>
    /// Gives the case to whom was chosen, by the rules as they are at this moment. Refuses a case that waits no more, somebody that a rule
    /// forbids, and somebody who was not suggested without a reason.
    /// </summary>
    public async Task<Result<AllocationDecision>> Decide(Choice choice, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var decided = await db.Change<Result<AllocationDecision>>(
            async () =>
            {
                await giving.OneCaseAtATime(choice.Case, stop);
                if (await Case(choice.Case, choice.Wide, reader, stop) is not { } view)
                    return new Problem("", $"This case does not wait any more: somebody has given it to a person meanwhile. Nothing was changed.");
                if (view.Answer.For(choice.Worker) is not { } chosen) return Forbidden(view, choice.Worker);
                var what = new Deciding(
                    choice.Case, DecisionKind.Allocated, chosen.Worker, chosen.With, [.. view.Answer.Best.Select(s => s.Worker)],
                    choice.Reason, choice.Note);
                return await giving.Give(what, view.Waiting.TeamId, reader, stop);
            },
            stop);
        if (decided.Try(out var decision, out _)) await notices.Mail([decision.Id], stop);
        return decided;
    }

    /// <summary>True when this very reader has given the case to this person today: the second click of a double one.</summary>
    public async Task<bool> DecidedByMe(Id<Case> id, string? worker, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var latest = await db.Set<AllocationDecision>().AsNoTracking().Where(d => d.CaseId == id).OrderByDescending(d => d.DecidedAt)
            .FirstOrDefaultAsync(stop);
        return latest is not null && latest.DecidedBy == reader.Name && latest.DecidedOn == clock.UkToday
            && latest.WorkerId.ToString() == worker;
    }

    private static Problem Forbidden(AllocateView view, Id<Worker> worker) =>
        view.People.TryGetValue(worker, out var person) && view.Answer.Refused.Any(r => r.Worker == worker)
            ? new("Worker", $"{person.Worker.Name} can not take this case now; below it says why. Choose somebody else")
            : new("Worker", $"Choose who takes the case");
}
