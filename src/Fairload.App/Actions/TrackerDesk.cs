using Fairload.Core.Actions;
using Fairload.Core.Actions.Scrutiny;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Actions;

/// <summary>What anybody may read of scrutiny and of what was promised: what somebody let out, and nothing else.</summary>
public sealed class TrackerDesk(FairloadDb db, ActionReading reading, TimeProvider clock)
{
    public async Task<PublicTracker> Tracker(CancellationToken stop)
    {
        var resolutions = await db.Set<Resolution>().AsNoTracking().Where(r => r.PublishedOn != null).ToListAsync(stop);
        var meetings = await db.Set<ScrutinyMeeting>().AsNoTracking().ToDictionaryAsync(m => m.Id, stop);
        var lines = (await reading.Lines(db.Set<AgreedAction>().Where(a => a.PublishedOn != null), stop))
            .OrderBy(l => l.Action.Year).ThenBy(l => l.Action.Number).ToList();
        var known = resolutions.Select(r => r.Id).ToHashSet();
        var alone = lines.Where(l => l.Action.ResolutionId is not { } id || !known.Contains(id)).Select(Public).ToList();
        return new(
            [
                .. resolutions.OrderByDescending(r => meetings[r.MeetingId].HeldOn).ThenBy(r => r.Number).Select(r =>
                    new PublishedResolution(
                        meetings[r.MeetingId], r, [.. lines.Where(l => l.Action.ResolutionId == r.Id).Select(Public)])),
                .. alone.Count > 0 ? [new PublishedResolution(null, null, alone)] : Array.Empty<PublishedResolution>(),
            ],
            clock.UkToday);
    }

    /// <summary>What the public would read of an action, before it does.</summary>
    public static PublishedAction Public(ActionLine line) => new(
        line.Action.Reference, line.Action.What, line.Action.OwnerRole, line.Action.DueOn, line.Moves, line.Standing, line.LastOn,
        line.WentToMembers);
}
