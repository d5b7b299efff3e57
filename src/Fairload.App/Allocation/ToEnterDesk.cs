using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Allocation;

/// <summary>One case whose holder was decided here and has to be entered in the case system.</summary>
/// <param name="Team">In which it lies, as that is called now; empty for none.</param>
/// <param name="Takes">Who holds it by the decision, and with whom.</param>
/// <param name="ShownThere">Whom the case system still shows; empty for nobody.</param>
/// <param name="IsNewThere">The case itself was opened here, so it has to be opened there too.</param>
public sealed record ToEnterLine(
    Case Case, Id<Team>? TeamId, string Team, AllocationDecision Decision, IReadOnlyList<Worker> Takes, IReadOnlyList<Worker> ShownThere,
    bool IsNewThere);

/// <summary>Agreed here, not yet in the case system: allocations and transfers that no extract has shown yet.</summary>
public sealed class ToEnterDesk(FairloadDb db)
{
    /// <summary>The whole list as far as the reader sees what waits there, the longest agreed first.</summary>
    public async Task<IReadOnlyList<ToEnterLine>> All(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWaiting);
        var open = db.Set<AllocationDecision>().AsNoTracking().Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.ClosedOn == null));
        var awaited = db.Set<AllocationDecision>().Where(d => d.EnteredOn == null && d.OvertakenOn == null);
        var lines = await Lines(open.Where(d => awaited.Any(a => a.CaseId == d.CaseId)), stop);
        var sight = reader.SightFor(Permission.SeeWaiting);
        if (sight.Everything) return lines;
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam).Select(t => t.Id).ToHashSet();
        return [.. lines.Where(l => l.TeamId is { } id && teams.Contains(id))];
    }

    /// <summary>One case; null where the case system needs nothing. Whoever may see the case may see this.</summary>
    public async Task<ToEnterLine?> Of(Id<Case> id, CancellationToken stop) =>
        (await Lines(db.Set<AllocationDecision>().AsNoTracking().Where(d => d.CaseId == id), stop)).SingleOrDefault();

    private async Task<IReadOnlyList<ToEnterLine>> Lines(IQueryable<AllocationDecision> decisions, CancellationToken stop)
    {
        var found = (await decisions.ToListAsync(stop)).GroupBy(d => d.CaseId).Select(NotYetEntered.Of).OfType<NotYetEntered>().ToList();
        if (found.Count == 0) return [];
        var cases = found.Select(f => f.Now.CaseId).ToList();
        var open = await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id) && c.ClosedOn == null).ToDictionaryAsync(c => c.Id, stop);
        var records = cases.Select(c => c.Value).ToList();
        var openedHere = (await db.Set<EnteredHere>().AsNoTracking()
            .Where(m => m.Kind == EnteredKind.CaseOpened && m.State == EnteredState.Open && records.Contains(m.RecordId))
            .Select(m => m.RecordId).ToListAsync(stop)).ToHashSet();
        var lies = (await db.Assignments.AsNoTracking().Where(a => cases.Contains(a.CaseId) && a.ToOn == null).ToListAsync(stop))
            .GroupBy(a => a.CaseId).ToDictionary(g => g.Key, g => g.OrderBy(a => a.TeamId is null).First());
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var ids = found.SelectMany(f => f.ShownThere.Append(f.Now.WorkerId)).Concat(found.Select(f => f.Now.WithId).OfType<Id<Worker>>())
            .Distinct().ToList();
        var workers = await db.Workers.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, stop);
        return
        [
            .. found.Where(f => open.ContainsKey(f.Now.CaseId)).Select(f => new ToEnterLine(
                    open[f.Now.CaseId], lies.GetValueOrDefault(f.Now.CaseId)?.TeamId, Name(lies.GetValueOrDefault(f.Now.CaseId)), f.Now,
                    [.. new[] { f.Now.WorkerId, f.Now.WithId }.OfType<Id<Worker>>().Select(w => workers[w])],
                    [.. f.ShownThere.Select(w => workers[w])], openedHere.Contains(f.Now.CaseId.Value)))
                .OrderBy(l => l.Decision.DecidedAt).ThenBy(l => l.Case.Reference, StringComparer.Ordinal),
        ];

        string Name(Assignment? held) => held?.TeamId is { } id ? teams[id] : held?.TeamName ?? "";
    }
}
