using Fairload.App.Imports;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>
/// Cases that were given to somebody here and that the case system may not know of yet: an extract that shows the holder of before takes
/// nothing back. One that shows the new holder confirms it; one that shows a third wins, because somebody entered that since.
/// </summary>
internal sealed class DecidedHere
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly Dictionary<Id<Case>, AllocationDecision> _latest;

    private DecidedHere(Journal journal, ImportStamp stamp, Dictionary<Id<Case>, AllocationDecision> latest) =>
        (_journal, _stamp, _latest) = (journal, stamp, latest);

    /// <summary>Of joint holders also those that are confirmed: Annex A shows one of the two for ever.</summary>
    public static async Task<DecidedHere> Read(FairloadDb db, Journal journal, ImportStamp stamp, CancellationToken stop)
    {
        var open = await db.Set<AllocationDecision>().AsNoTracking()
            .Where(d => db.Cases.Any(c => c.Id == d.CaseId && c.ClosedOn == null && c.Source == stamp.Source)).ToListAsync(stop);
        return new(journal, stamp, open.GroupBy(d => d.CaseId).Select(g => g.MaxBy(d => d.DecidedAt)!)
            .Where(d => d.IsAwaited || (d.WithId is not null && d.OvertakenOn is null)).ToDictionary(d => d.CaseId));
    }

    /// <summary>True where what was decided here stays as it is.</summary>
    public bool Stands(Id<Case> held, IReadOnlyList<Id<Worker>> shown)
    {
        if (!_latest.TryGetValue(held, out var decision)) return false;
        if (shown.Contains(decision.WorkerId))
        {
            if (decision.EnteredOn is null) _journal.Change(decision, d => d.IsEntered(_stamp.AsOf));
            return decision.WithId is not null && shown.Count == 1;
        }

        if (!decision.IsAwaited) return false;
        if (decision.IsHeldAsBefore(shown)) return true;
        _journal.Change(decision, d => d.IsOvertaken(_stamp.AsOf));
        return false;
    }
}
