using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>A conflict of interest with whom it is about.</summary>
public sealed record ConflictLine(CaseConflict Conflict, Worker Worker);

/// <summary>What is entered about a case, as far as the reader may see it.</summary>
/// <param name="Now">The version that counts; null for none yet.</param>
/// <param name="About">Of whom the wish speaks.</param>
/// <param name="Conflicts">Those that stand, in name order.</param>
/// <param name="SeesReasons">The reader allocates this case: they see why somebody can not take it, and enter it.</param>
/// <param name="MayChange">The reader allocates the case, or holds it.</param>
/// <param name="HeldBy">Who holds it or has held it, in name order: the wish can be about them.</param>
/// <param name="Staff">Whom a conflict can be about; empty for a reader who does not enter conflicts.</param>
/// <param name="Past">The versions before, the latest first.</param>
public sealed record SupplementView(
    Case Case, CaseSupplement? Now, Worker? About, IReadOnlyList<ConflictLine> Conflicts, bool SeesReasons, bool MayChange,
    IReadOnlyList<Worker> HeldBy, IReadOnlyList<Worker> Staff, IReadOnlyList<CaseSupplement> Past, PracticeWords Words)
{
    public SupplementFacts Facts => Now?.Facts ?? SupplementFacts.Nothing;

    /// <summary>To be given back when it is changed; 0 for none yet.</summary>
    public int Number => Now?.Number ?? 0;

    /// <summary>Who works on it beside the holder, in name order; and those who did, the latest first.</summary>
    public IReadOnlyList<CoWorkerLine> CoWorkers { get; init; } = [];
    public IReadOnlyList<CoWorkerLine> CoWorkersBefore { get; init; } = [];

    /// <summary>Who holds it in the first place; null where nobody does.</summary>
    public Assignment? Holder { get; init; }

    /// <summary>Every part of it that somebody has now.</summary>
    internal IReadOnlyList<Assignment> Standing { get; init; } = [];

    /// <summary>What counts of family, travel and court: what was entered, else what the extract says.</summary>
    public CaseMarks Marks => Facts.Over(Case.Marks);

    /// <summary>The other open cases of the family that the reader may see, by reference; those that they may not see are not even
    /// counted.</summary>
    public IReadOnlyList<FamilyCase> Family { get; init; } = [];
}

/// <summary>Another case of the same family, with who holds it.</summary>
public sealed record FamilyCase(Case Case, IReadOnlyList<Worker> Holders);

/// <summary>Somebody who is to work on the case beside its holder, as a person wrote it.</summary>
/// <param name="Percent">Which part of the effort; null for not written.</param>
/// <param name="From">Null for today.</param>
public sealed record CoWorkerAdded(Id<Worker> Worker, decimal? Percent, DateOnly? From);

/// <summary>What somebody wants to be entered.</summary>
/// <param name="Number">Of the version that they saw.</param>
/// <param name="ConflictWith">Somebody who has a conflict of interest; null to add none.</param>
/// <param name="Ends">Conflicts that are none any more.</param>
public sealed record SupplementChange(
    int Number, SupplementFacts Facts, Id<Worker>? ConflictWith, ConflictReason? Reason, IReadOnlyList<Id<CaseConflict>> Ends)
{
    public bool IsAboutConflicts => ConflictWith is not null || Reason is not null || Ends.Count > 0;

    /// <summary>Somebody who works on it from now on, or has another part; null for nobody.</summary>
    public CoWorkerAdded? CoWorker { get; init; }

    /// <summary>Co-workers who are none any more.</summary>
    public IReadOnlyList<Id<CaseCoWorker>> CoWorkerEnds { get; init; } = [];

    public bool IsAboutCoWorkers => CoWorker is not null || CoWorkerEnds.Count > 0;
}

/// <summary>What no extract tells of a case: language, conflicts of interest, the family's wish about their worker, area, family group,
/// court, travel, label, co-workers. Entered by who allocates the case, and but for conflicts and co-workers by who holds it.</summary>
public sealed class SupplementDesk(
    FairloadDb db, CaseDesk cases, FamilyReading families, PracticeWords words, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such case or the reader may not see it.</summary>
    public async Task<SupplementView?> Of(Id<Case> id, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.SeeCases)) return null;
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } one) return null;
        var assignments = await db.Assignments.AsNoTracking().Where(a => a.CaseId == id).ToListAsync(stop);
        if (!await cases.MaySee(id, reader, Permission.SeeCases, assignments, stop)) return null;

        var allocates = reader.May(Permission.Allocate) && await cases.MaySee(id, reader, Permission.Allocate, assignments, stop);
        var holds = reader.May(Permission.SeeOwnWork) && reader.Worker is { } me
            && assignments.Any(a => a.ToOn is null && a.WorkerId == me);
        var versions = await db.Set<CaseSupplement>().AsNoTracking().Where(s => s.CaseId == id).OrderByDescending(s => s.Number)
            .ToListAsync(stop);
        var now = versions.Find(v => v.ReplacedAt is null);
        var conflicts = await db.Set<CaseConflict>().AsNoTracking().Where(c => c.CaseId == id && c.ToOn == null).ToListAsync(stop);
        var held = assignments.Select(a => a.WorkerId).OfType<Id<Worker>>().ToList();
        var beside = await db.Set<CaseCoWorker>().AsNoTracking().Where(k => k.CaseId == id).ToListAsync(stop);
        var ids = held.Concat(conflicts.Select(c => c.WorkerId)).Concat(beside.Select(k => k.WorkerId))
            .Concat(versions.Select(v => v.AboutId).OfType<Id<Worker>>()).ToList();
        var people = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var standing = assignments.Where(a => a.ToOn is null).ToList();
        var lines = beside.Select(k => new CoWorkerLine(k, people[k.WorkerId]))
            .OrderBy(k => k.Worker.Name, StringComparer.CurrentCulture).ThenBy(k => k.Worker.StaffNumber, StringComparer.Ordinal).ToList();
        return new(
            one, now, now?.AboutId is { } about ? people[about] : null,
            [.. conflicts.Select(c => new ConflictLine(c, people[c.WorkerId])).OrderBy(c => c.Worker.Name, StringComparer.CurrentCulture)
                .ThenBy(c => c.Worker.StaffNumber, StringComparer.Ordinal)],
            allocates, one.ClosedOn is null && (allocates || holds),
            [.. held.Distinct().Select(w => people[w]).InNameOrder()],
            allocates ? await Staff(reader, stop) : [], [.. versions.Where(v => v.ReplacedAt is not null)], words)
        {
            CoWorkers = [.. lines.Where(k => k.CoWorker.ToOn is null)],
            CoWorkersBefore = [.. lines.Where(k => k.CoWorker.ToOn is not null).OrderByDescending(k => k.CoWorker.ToOn)],
            Standing = standing,
            Holder = CoWork.Main(standing, beside.Where(k => k.ToOn is null).Select(k => k.WorkerId).ToHashSet()),
            Family = await families.Of(one, (now?.Facts ?? SupplementFacts.Nothing).Over(one.Marks).Family, reader, stop),
        };
    }

    /// <summary>Refuses what Core refuses, a conflict with somebody who is not there, and what somebody else has changed since it was
    /// seen. The same once more changes nothing.</summary>
    public Task<Result<Done>> Enter(Id<Case> id, SupplementChange change, Reader reader, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"supplement of {id}", stop);
                // Whoever gives the case to somebody else ends assignments too: one after the other.
                if (change.IsAboutCoWorkers) await OneAtATime.Wait(db, $"allocation of {id}", stop);
                if (await Of(id, reader, stop) is not { MayChange: true } view)
                    return new Problem("", $"This case is closed, or not with you any more. Nothing was stored.");
                if (change.IsAboutConflicts && !view.SeesReasons)
                    return new Problem("ConflictWith", $"Conflicts of interest are entered by whoever allocates the case: tell them");

                if (change.IsAboutCoWorkers && !view.SeesReasons)
                    return new Problem("CoWorker", $"Co-workers are entered by whoever allocates the case: tell them");

                var (ends, adds) = (Ends(change, view), Adds(change, view));
                var isSame = ends.Count == 0 && adds is null;
                var read = await Read(change, view, ends, adds, stop);
                var parts = Parts(change, view, ends, adds);
                if (!read.Try(out var facts, out var problems))
                    return problems.Concat(parts.Try(out _, out var further) ? [] : further).ToList();
                if (!parts.Try(out var coWork, out problems)) return problems.ToList();
                facts = facts with { Family = await families.Spelling(facts.Family, stop) };
                if (isSame && coWork.IsEmpty && facts == view.Facts) return default(Done);
                if (change.Number != view.Number)
                    return new Problem("", $"{view.Now!.EnteredBy} has changed this while you looked at it. Nothing of yours was stored: below stands what counts now, beside what you entered. Save again if yours is right");
                await CoWorking.Divide(db, id, coWork, clock.UkToday, reader.Name, stop);
                await Store(id, facts, ends, adds, change.Reason, coWork, reader, stop);
                return default(Done);
            },
            stop);

    private async Task<Result<SupplementFacts>> Read(
        SupplementChange change, SupplementView view, List<ConflictLine> ends, Id<Worker>? adds, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var conflicts = view.Conflicts.Except(ends).Select(c => c.Conflict.WorkerId).ToHashSet();
        if (adds is { } added) conflicts.Add(added);
        var known = new SupplementKnown(words, view.HeldBy.ToDictionary(w => w.Id, w => w.Name), conflicts, clock.UkToday);
        if (!SupplementFacts.Read(change.Facts, known).Try(out var facts, out var wrong)) problems.AddRange(wrong);
        if (change.ConflictWith is null && change.Reason is not null)
            problems.Add(new("ConflictWith", $"Choose who has the conflict of interest"));
        if (adds is not null && change.Reason is null) problems.Add(new("Reason", $"Choose what kind of conflict it is"));
        if (adds is { } one && view.Staff.All(w => w.Id != one)) problems.Add(await NotThere(one, stop));
        return problems.Count > 0 ? problems : facts!;
    }

    private async Task<Problem> NotThere(Id<Worker> worker, CancellationToken stop) =>
        await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == worker, stop) is { } known && known.HasLeft(clock.UkToday)
            ? new("ConflictWith", $"{known.Name} has left, so no case is offered to them. Choose somebody who works here")
            : new("ConflictWith", $"Choose somebody from the list who works here");

    /// <summary>Who comes and goes among the co-workers. The same part once more changes nothing.</summary>
    private Result<CoWorkChange> Parts(SupplementChange change, SupplementView view, List<ConflictLine> ends, Id<Worker>? adds)
    {
        var gone = view.CoWorkers.Where(k => change.CoWorkerEnds.Contains(k.CoWorker.Id))
            .ToDictionary(k => k.CoWorker.WorkerId, _ => clock.UkToday);
        if (change.CoWorker is not { } added) return new CoWorkChange(gone, []);
        if (view.Staff.All(w => w.Id != added.Worker)) return new Problem("CoWorker", $"Choose somebody from the list who works here");
        var stay = view.CoWorkers.Where(k => !gone.ContainsKey(k.CoWorker.WorkerId)).ToList();
        if (added.Percent is { } same && stay.Exists(k => k.CoWorker.WorkerId == added.Worker && k.CoWorker.Share == same / 100))
            return new CoWorkChange(gone, []);
        var conflicts = view.Conflicts.Except(ends).Select(c => c.Conflict.WorkerId).ToHashSet();
        if (adds is { } conflicted) conflicts.Add(conflicted);
        var others = view.Standing.Where(a => a.Id != view.Holder?.Id && a.WorkerId != added.Worker
            && (a.WorkerId is not { } w || !gone.ContainsKey(w))).Sum(a => a.Share);
        var known = new CoWorkKnown(view.Holder?.WorkerId, others, conflicts, view.Case.StartedOn, clock.UkToday);
        return CoWorkerWritten.Read(added.Worker, added.Percent, added.From, known).Try(out var written, out var problems)
            ? new CoWorkChange(gone, [written]) : problems.ToList();
    }

    private static List<ConflictLine> Ends(SupplementChange change, SupplementView view) =>
        [.. view.Conflicts.Where(c => change.Ends.Contains(c.Conflict.Id))];

    /// <summary>Whoever has one already is not entered twice.</summary>
    private static Id<Worker>? Adds(SupplementChange change, SupplementView view) =>
        change.ConflictWith is { } worker && view.Conflicts.Any(c => c.Conflict.WorkerId == worker && c.Conflict.Reason == change.Reason
            && !change.Ends.Contains(c.Conflict.Id)) ? null : change.ConflictWith;

    private async Task Store(
        Id<Case> id, SupplementFacts facts, List<ConflictLine> ends, Id<Worker>? adds, ConflictReason? reason, CoWorkChange coWork,
        Reader reader, CancellationToken stop)
    {
        var (today, at) = (clock.UkToday, clock.GetUtcNow().UtcDateTime);
        var standing = await db.Set<CaseConflict>().Where(c => c.CaseId == id && c.ToOn == null).ToListAsync(stop);
        var ended = standing.Where(c => c.WorkerId == adds || ends.Any(e => e.Conflict.Id == c.Id)).ToList();
        foreach (var one in ended) one.End(today, reader.Name);
        var before = await db.Set<CaseSupplement>().SingleOrDefaultAsync(s => s.CaseId == id && s.ReplacedAt == null, stop);
        var counts = new SupplementCounts(adds is null ? 0 : 1, ended.Count, coWork.Come.Count, coWork.Gone.Count);
        var next = CaseSupplement.Enter(id, facts, counts, before, at, reader.Name);
        // What stood goes first: one at a time counts.
        await db.SaveChangesAsync(stop);
        if (adds is { } worker) db.Add(CaseConflict.Enter(id, worker, reason!.Value, today, reader.Name));
        db.Add(next);
        await audit.Note(reader, AuditAction.SupplementEntered, "case", id.ToString(), $"{next.Number}", stop);
    }

    /// <summary>At work in a service of which the reader allocates something, in name order.</summary>
    private async Task<IReadOnlyList<Worker>> Staff(Reader reader, CancellationToken stop)
    {
        var today = clock.UkToday;
        var sight = reader.SightFor(Permission.Allocate);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today)).ToList();
        var services = teams.Where(sight.SeesTeam).Select(t => t.Service).ToHashSet();
        var around = teams.Where(t => sight.SeesTeam(t) || (t.Service.Length > 0 && services.Contains(t.Service))).Select(t => t.Id)
            .ToList();
        return [.. (await MembersNow.Of(db, around, today).AsNoTracking().ToListAsync(stop)).OrderBy(w => w.Name,
            StringComparer.CurrentCulture)];
    }
}
