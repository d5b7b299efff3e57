using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Imports;

/// <summary>One thing that was entered here and that no extract has confirmed.</summary>
/// <param name="About">The reference of the case or the name of the person.</param>
/// <param name="Answer">What a person settled about what the extract says instead; null while nobody has.</param>
public sealed record EnteredLine(EnteredHere Mark, string About, Id<Case>? Case, Id<Worker>? Worker, EnteredAnswer? Answer)
{
    /// <summary>The latest extract says otherwise and nobody has settled which is right.</summary>
    public bool IsContested => Mark.Theirs.Length > 0 && Answer is null;
}

/// <summary>What stands here by hand: the list of it, which of two versions is right, and taking back.</summary>
public sealed class EnteredDesk(FairloadDb db, EnteredMarks marks, AuditTrail audit, TimeProvider clock)
{
    /// <summary>As far as the reader may enter it themselves; what is contested first, then the latest.</summary>
    public async Task<IReadOnlyList<EnteredLine>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EnterStaff);
        var open = await db.Set<EnteredHere>().AsNoTracking().Where(m => m.State == EnteredState.Open).ToListAsync(stop);
        return [.. (await Lines(open, reader, stop)).OrderByDescending(l => l.IsContested).ThenByDescending(l => l.Mark.EnteredAt)];
    }

    /// <summary>How many of them an extract contradicts and nobody has settled; none for whoever may not enter anything.</summary>
    public async Task<int> Contested(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.EnterStaff)) return 0;
        var said = await db.Set<EnteredHere>().AsNoTracking().Where(m => m.State == EnteredState.Open && m.Theirs != "").ToListAsync(stop);
        return said.Count == 0 ? 0 : (await Lines(said, reader, stop)).Count(l => l.IsContested);
    }

    /// <summary>Settles which is right where an extract contradicts what was entered here. It counts from the next look at a file that says
    /// these very words, and is remembered.</summary>
    /// <param name="theirs">The words of the extract, as the person saw them.</param>
    public Task<Result<Done>> Answer(Id<EnteredHere> id, string theirs, bool keepsOurs, Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.Import)) reader.Demand(Permission.EnterStaff);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                var mark = await db.Set<EnteredHere>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
                if (mark is not { State: EnteredState.Open }) return Gone;
                if (!reader.May(Permission.Import) && (await Lines([mark], reader, stop)).Count == 0) return Gone;
                if (!IsFacts(theirs)) return new Problem("", $"Choose which of the two is right, on the page that shows both.");
                db.Add(EnteredAnswer.Give(id, theirs, keepsOurs, reader.Name, clock.GetUtcNow().UtcDateTime));
                await audit.Note(reader, AuditAction.ConflictSettled, "entered", id.ToString(), keepsOurs ? "ours" : "extract", stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>Puts back what stood before it was entered. What can not be taken back is said, with what to do instead.</summary>
    public Task<Result<Done>> TakeBack(Id<EnteredHere> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.EnterStaff);
        return db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, ImportDesk.Turn, stop);
                var mark = await db.Set<EnteredHere>().SingleOrDefaultAsync(m => m.Id == id, stop);
                if (mark is not { State: EnteredState.Open } || (await Lines([mark], reader, stop)).Count == 0) return Gone;
                var put = await new EnteredTakeBack(db).Run(mark, stop);
                if (!put.Try(out _, out var problems)) return problems.ToList();
                mark.Settle(EnteredState.TakenBack, clock.UkToday);
                await audit.Note(reader, AuditAction.EnteredHere, "entered", id.ToString(), nameof(EnteredState.TakenBack), stop);
                return default(Done);
            },
            stop);
    }

    /// <summary>The marks on one record, for the page that shows it.</summary>
    public Task<IReadOnlyList<EnteredHere>> Of(Guid record, CancellationToken stop) => marks.Open(record, stop);

    private static Problem Gone => new("", $"This is settled already, or not yours to settle. Nothing was changed.");

    private static bool IsFacts(string theirs)
    {
        try
        {
            return theirs.Length is > 0 and <= 4000 && EnteredFacts.Read(theirs).ToString() == theirs;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or NullReferenceException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<EnteredLine>> Lines(IReadOnlyList<EnteredHere> open, Reader reader, CancellationToken stop)
    {
        if (open.Count == 0) return [];
        var today = clock.UkToday;
        var ids = open.Select(m => m.Id).ToList();
        var answers = (await db.Set<EnteredAnswer>().AsNoTracking().Where(a => ids.Contains(a.MarkId)).ToListAsync(stop))
            .ToLookup(a => (a.MarkId, a.Theirs));
        var (absences, reductions) = (await db.Absences.AsNoTracking().ToDictionaryAsync(a => a.Id.Value, a => a.WorkerId, stop),
            await db.Reductions.AsNoTracking().ToDictionaryAsync(r => r.Id.Value, r => r.WorkerId, stop));
        var whose = open.ToDictionary(m => m.Id, m => m.Kind switch
        {
            EnteredKind.Absence => absences.TryGetValue(m.RecordId, out var a) ? a : default(Id<Worker>?),
            EnteredKind.Reduction => reductions.TryGetValue(m.RecordId, out var r) ? r : default(Id<Worker>?),
            EnteredKind.Starter or EnteredKind.Leaver => new Id<Worker>(m.RecordId),
            _ => null,
        });
        var workerIds = whose.Values.OfType<Id<Worker>>().Distinct().ToList();
        var workers = await db.Workers.AsNoTracking().Where(w => workerIds.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        var caseIds = open.Where(m => whose[m.Id] is null).Select(m => new Id<Case>(m.RecordId)).ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);

        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var members = (await db.Memberships.AsNoTracking().Where(m => workerIds.Contains(m.WorkerId)).ToListAsync(stop))
            .Where(m => m.ToOn is null || m.ToOn >= today).ToLookup(m => m.WorkerId, m => teams[m.TeamId]);
        var lies = (await db.Assignments.AsNoTracking().Where(a => caseIds.Contains(a.CaseId) && a.TeamId != null).ToListAsync(stop))
            .ToLookup(a => a.CaseId);
        var (staff, sees) = (reader.SightFor(Permission.EnterStaff), reader.SightFor(Permission.EnterCases));

        var lines = new List<EnteredLine>();
        foreach (var mark in open)
        {
            var answer = answers[(mark.Id, mark.Theirs)].MaxBy(a => a.AnsweredAt);
            if (whose[mark.Id] is { } who)
            {
                if (workers.TryGetValue(who, out var worker) && staff.SeesWorker(who, members[who]))
                    lines.Add(new(mark, worker.Name, null, who, answer));
                continue;
            }

            if (cases.TryGetValue(new(mark.RecordId), out var one)
                && (sees.Everything || Last(lies[one.Id]).Any(t => sees.SeesTeam(teams[t]))))
            {
                lines.Add(new(mark, one.Reference, one.Id, null, answer));
            }
        }

        return lines;
    }

    /// <summary>The teams in which the case lies, or lay last.</summary>
    private static IEnumerable<Id<Team>> Last(IEnumerable<Assignment> all)
    {
        var last = all.Select(a => a.ToOn ?? DateOnly.MaxValue).DefaultIfEmpty().Max();
        return all.Where(a => (a.ToOn ?? DateOnly.MaxValue) == last).Select(a => a.TeamId!.Value);
    }
}
