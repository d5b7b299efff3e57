using Fairload.App.Imports;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>The days on which things happened in each case, against the days that are held.</summary>
internal sealed class EventStaging
{
    private readonly Journal _journal;
    private readonly ImportStamp _stamp;
    private readonly Dictionary<(Id<Case>, CaseEventKind), CaseEvent> _held;

    private EventStaging(Journal journal, ImportStamp stamp, Dictionary<(Id<Case>, CaseEventKind), CaseEvent> held) =>
        (_journal, _stamp, _held) = (journal, stamp, held);

    public static async Task<EventStaging> Read(FairloadDb db, Journal journal, ImportStamp stamp, CancellationToken stop)
    {
        var held = await db.CaseEvents.AsNoTracking().Where(e => db.Cases.Any(c => c.Id == e.CaseId && c.Source == stamp.Source))
            .ToListAsync(stop);
        return new(journal, stamp, held.ToDictionary(e => (e.CaseId, e.Kind)));
    }

    public bool Stage(Id<Case> held, IReadOnlyDictionary<CaseEventKind, DateOnly> seen)
    {
        var changed = false;
        foreach (var (kind, on) in seen)
        {
            if (_held.TryGetValue((held, kind), out var known))
            {
                changed |= _journal.Change(known, e => e.Moved(on));
                continue;
            }

            _journal.Add(CaseEvent.Happened(held, kind, on, _stamp.Id));
            changed = true;
        }

        return changed;
    }
}
