using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>A co-worker with whom it is about.</summary>
public sealed record CoWorkerLine(CaseCoWorker CoWorker, Worker Worker);

/// <summary>What comes and goes among the co-workers of one case.</summary>
internal sealed record CoWorkChange(IReadOnlyDictionary<Id<Worker>, DateOnly> Gone, IReadOnlyList<CoWorkerWritten> Come)
{
    public static CoWorkChange Nothing { get; } = new(new Dictionary<Id<Worker>, DateOnly>(), []);

    public bool IsEmpty => Gone.Count == 0 && Come.Count == 0;
}

/// <summary>Co-workers that were entered here, where a case goes from hand to hand or its parts are divided anew.</summary>
internal static class CoWorking
{
    /// <summary>Inside a change: the parts of the case say what the change asks for, and the rows of before end.</summary>
    public static async Task Divide(FairloadDb db, Id<Case> id, CoWorkChange change, DateOnly today, string by, CancellationToken stop)
    {
        if (change.IsEmpty) return;
        var standing = await db.Assignments.Where(a => a.CaseId == id && a.ToOn == null).ToListAsync(stop);
        var rows = await db.Set<CaseCoWorker>().Where(k => k.CaseId == id && k.ToOn == null).ToListAsync(stop);
        var lies = CoWork.Main(standing, rows.Select(r => r.WorkerId).ToHashSet())?.TeamId;
        var places = await Places(db, [.. change.Come.Select(c => (c.Worker, lies))], today, stop);
        var begun = new List<Assignment>();
        CoWork.Divide(
            standing, rows.Select(r => r.WorkerId).ToHashSet(), change.Gone, change.Come, places, today, null,
            (old, on, stays) => old.End(on, stays), begun.Add);
        foreach (var row in rows)
        {
            if (change.Gone.TryGetValue(row.WorkerId, out var on)) row.End(on, by);
            else if (change.Come.Any(c => c.Worker == row.WorkerId)) row.End(today, by);
        }

        // One row a worker counts: the one before goes first.
        await db.SaveChangesAsync(stop);
        db.AddRange(begun);
        db.AddRange(change.Come.Select(c => CaseCoWorker.Enter(id, c, by)));
    }

    /// <summary>The case is given to somebody else or closed: nobody works on it beside whoever held it.</summary>
    public static async Task EndAll(FairloadDb db, Id<Case> id, DateOnly on, string by, CancellationToken stop)
    {
        foreach (var row in await db.Set<CaseCoWorker>().Where(k => k.CaseId == id && k.ToOn == null).ToListAsync(stop))
            row.End(on, by);
    }

    /// <summary>A decision is taken back: whoever it took from beside the holder has their part again.</summary>
    /// <param name="again">The assignments that stand again.</param>
    public static async Task Resume(
        FairloadDb db, Id<Case> id, DateOnly endedOn, IReadOnlyList<Assignment> again, DateOnly today, string by, CancellationToken stop)
    {
        var ended = await db.Set<CaseCoWorker>().AsNoTracking().Where(k => k.CaseId == id && k.ToOn == endedOn).ToListAsync(stop);
        foreach (var row in ended.DistinctBy(k => k.WorkerId))
        {
            if (again.Any(a => a.WorkerId == row.WorkerId && a.Share == row.Share))
                db.Add(CaseCoWorker.Enter(id, new(row.WorkerId, row.Share, today), by));
        }
    }

    /// <summary>Where each of them works: the team in which the case lies if they work there, else the one with most of their
    /// time.</summary>
    public static async Task<IReadOnlyDictionary<Id<Worker>, CoWorkPlace>> Places(
        FairloadDb db, IReadOnlyList<(Id<Worker> Worker, Id<Team>? Lies)> who, DateOnly today, CancellationToken stop)
    {
        var ids = who.Select(w => w.Worker).ToList();
        var people = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, stop);
        var members = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.WorkerId)).ToListAsync(stop))
            .Where(m => m.IsOn(today)).ToLookup(m => m.WorkerId);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        return who.DistinctBy(w => w.Worker).ToDictionary(w => w.Worker, w =>
        {
            var home = members[w.Worker].OrderByDescending(m => m.TeamId == w.Lies).ThenByDescending(m => m.Share)
                .Select(m => (Id<Team>?)m.TeamId).FirstOrDefault() ?? w.Lies;
            return new CoWorkPlace(people[w.Worker], home, home is { } team ? teams[team] : "");
        });
    }
}
