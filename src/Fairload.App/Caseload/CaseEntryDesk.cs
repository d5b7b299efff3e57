using Fairload.App.Access;
using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>What a case can be opened with: teams of the reader, and who works in them, in name order.</summary>
public sealed record OpeningView(IReadOnlyList<Team> Teams, IReadOnlyList<Worker> People, DateOnly Today);

/// <summary>A case as it stands, for who puts it right or closes it.</summary>
public sealed record CaseEntryView(Case Case, IReadOnlyList<EnteredHere> Marks, string Holder, DateOnly Today);

/// <summary>
/// Cases between extracts: opened, put right and closed by hand by those who manage them. Each is marked as entered here until an extract
/// says the same.
/// </summary>
public sealed class CaseEntryDesk(
    FairloadDb db, CaseDesk cases, CaseGiving giving, NoticeDesk notices, EnteredMarks marks, AuditTrail audit, TimeProvider clock)
{
    public async Task<OpeningView> Opening(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EnterCases);
        var (today, sight) = (clock.UkToday, reader.SightFor(Permission.EnterCases));
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today) && sight.SeesTeam(t)).ToList();
        var people = await MembersNow.Of(db, [.. teams.Select(t => t.Id)], today).AsNoTracking().ToListAsync(stop);
        return new(
            [.. teams.OrderBy(t => t.Name, StringComparer.CurrentCulture)],
            [.. people.Where(w => !w.HasNotStarted(today)).InNameOrder()], today);
    }

    /// <summary>Null when there is no such case, or it is not the reader's to enter anything about.</summary>
    public async Task<CaseEntryView?> Of(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.EnterCases)) return null;
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.EnterCases, assignments, stop)) return null;
        var now = assignments.Find(a => a.ToOn is null);
        var holder = now switch
        {
            null => "",
            { WorkerName.Length: > 0 } => now.WorkerName,
            { TeamId: { } team } => await db.Teams.Where(t => t.Id == team).Select(t => t.Name).SingleAsync(stop),
            _ => now.TeamName,
        };
        return new(one, await marks.Open(id.Value, stop), holder, clock.UkToday);
    }

    /// <summary>Refuses what Core refuses, a team or a person that is not the reader's, and a reference that is open already. Somebody who
    /// holds it already is given it as a decision, so that an extract that does not know yet takes nothing back.</summary>
    public async Task<Result<Case>> Open(CaseOpening written, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EnterCases);
        AllocationDecision? given = null;
        var opened = await db.Change<Result<Case>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                if (!CaseOpening.Read(written, clock.UkToday).Try(out var opening, out var problems)) return problems.ToList();
                var choices = await Opening(reader, stop);
                if (choices.Teams.All(t => t.Id != opening.Team))
                    return new Problem("Team", $"Choose one of your teams, which has the case");
                if (opening.Worker is { } holder && choices.People.All(w => w.Id != holder))
                    return new Problem("Worker", $"Choose somebody from the list who works here, or nobody");
                return await Store(opening, choices.Teams.Single(t => t.Id == opening.Team), decision => given = decision, reader, stop);
            },
            stop);
        if (opened.Try(out _, out _) && given is { } decision) await notices.Mail([decision.Id], stop);
        return opened;
    }

    /// <summary>Puts right what kind of case it is and when it began. The same as it is changes nothing.</summary>
    public Task<Result<Done>> Correct(Id<Case> id, CaseCorrection written, Reader reader, CancellationToken stop) =>
        Change(id, written.Version, reader, async (one, view) =>
        {
            if (!CaseEntry.Read(written, one, view.Today).Try(out var right, out var problems)) return problems.ToList();
            var before = Facts(one);
            if (!one.Corrected(right.TypeCode, right.StartedOn)) return default(Done);
            var isNew = view.Marks.FirstOrDefault(m => m.Kind == EnteredKind.CaseOpened);
            var said = isNew is null ? Facts(one) : Facts(one).With(FactKind.Team, isNew.Ours[FactKind.Team]);
            await marks.Enter(isNew is null ? EnteredKind.CaseCorrected : EnteredKind.CaseOpened, id.Value, said, before, reader, stop);
            return default(Done);
        }, stop);

    /// <summary>Closes it: nobody holds it from that day.</summary>
    public Task<Result<Done>> Close(Id<Case> id, CaseClosing written, Reader reader, CancellationToken stop) =>
        Change(id, written.Version, reader, async (one, view) =>
        {
            if (!CaseEntry.Read(written, one, view.Today).Try(out var closing, out var problems)) return problems.ToList();
            if (await db.Set<Transfer>().AnyAsync(t => t.CaseId == id && t.EndedOn == null, stop))
                return new Problem("", $"This case is on its way to another team. End that transfer first, then close the case");
            var on = closing.On!.Value;
            one.Close(on, closing.Reason);
            foreach (var held in await db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).ToListAsync(stop))
                held.End(on < held.FromOn ? held.FromOn : on);
            await CoWorking.EndAll(db, id, on, reader.Name, stop);
            await marks.Replace(EnteredKind.CaseOpened, id.Value, stop);
            await marks.Replace(EnteredKind.CaseCorrected, id.Value, stop);
            var said = new EnteredFacts().With(FactKind.Closed, on).With(FactKind.Reason, closing.Reason);
            await marks.Enter(EnteredKind.CaseClosed, id.Value, said, null, reader, stop);
            return default(Done);
        }, stop);

    private static EnteredFacts Facts(Case one)
    {
        var said = new EnteredFacts().With(FactKind.Type, one.TypeCode);
        return one.StartedOn is { } start ? said.With(FactKind.Began, start) : said;
    }

    private async Task<Result<Case>> Store(
        CaseOpening opening, Team team, Action<AllocationDecision> gave, Reader reader, CancellationToken stop)
    {
        var (today, area) = (clock.UkToday, CaseType.Find(opening.TypeCode)!.Area);
        var same = await db.Cases.AsNoTracking().Where(c => c.Reference == opening.Reference && c.Area == area).ToListAsync(stop);
        if (same.Any(c => c.ClosedOn is null) || await IsRestricted(opening.Reference, area, stop))
            return new Problem("Reference", $"A case {opening.Reference} is open already. Find it under Cases; if it is not among yours, another team has it");
        if (same.MaxBy(c => c.ClosedOn) is { ClosedOn: { } ended } && opening.StartedOn < ended)
            return new Problem("StartedOn", $"The case {opening.Reference} was closed on {ended:d MMMM yyyy}; opened again it can not have begun before that");

        var one = Case.Open(
            opening.Reference, await SourceOf(area, stop), area, opening.TypeCode, opening.StartedOn, new(), today,
            same.MaxBy(c => c.ClosedOn)?.Id, null);
        db.Add(one);
        var from = opening.StartedOn!.Value;
        db.Add(Assignment.Begin(one.Id, null, "", team.Id, team.Name, 1, from, true, null));
        await db.SaveChangesAsync(stop);
        await marks.Enter(EnteredKind.CaseOpened, one.Id.Value, Facts(one).With(FactKind.Team, team.Name), null, reader, stop);
        await audit.Note(reader, AuditAction.EnteredHere, "case", one.Id.ToString(), nameof(EnteredKind.CaseOpened), stop);
        if (opening.Worker is not { } holder) return one;

        var what = new Deciding(one.Id, DecisionKind.Allocated, holder, null, []);
        if (!(await giving.Give(what, team.Id, reader, stop)).Try(out var decision, out var refused)) return refused.ToList();
        gave(decision);
        return one;
    }

    /// <summary>A restricted case goes by another name here; that it is open is said in the same words.</summary>
    private Task<bool> IsRestricted(string reference, Area area, CancellationToken stop) => db.Set<RestrictedCase>().AnyAsync(
        r => r.Reference == reference && db.Cases.Any(c => c.Id == r.CaseId && c.Area == area && c.ClosedOn == null), stop);

    /// <summary>The kind of extract that is to show it: that of most open cases of its area, so that the next one finds it.</summary>
    private async Task<string> SourceOf(Area area, CancellationToken stop) =>
        await db.Cases.Where(c => c.Area == area && c.ClosedOn == null).GroupBy(c => c.Source).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefaultAsync(stop)
        ?? (area == Area.Children ? "annex-a" : "cases");

    private Task<Result<Done>> Change(
        Id<Case> id, int seen, Reader reader, Func<Case, CaseEntryView, Task<Result<Done>>> work, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                await giving.OneCaseAtATime(id, stop);
                if (await Of(id, reader, stop) is not { Case.ClosedOn: null } view)
                    return new Problem("", $"This case is closed, or not with you any more. Nothing was stored.");
                if (view.Case.Version != seen)
                    return new Problem("", $"Somebody has changed this case while you looked at it. Nothing of yours was stored: below stands what counts now, beside what you entered. Save again if yours is right");
                var done = await work(await db.Cases.SingleAsync(c => c.Id == id, stop), view);
                if (done.Try(out _, out _)) await audit.Note(reader, AuditAction.EnteredHere, "case", id.ToString(), stop);
                return done;
            },
            stop);
}
