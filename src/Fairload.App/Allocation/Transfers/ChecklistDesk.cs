using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;

namespace Fairload.App.Allocation.Transfers;

/// <summary>The checklist in force and those agreed for later.</summary>
public sealed record ChecklistView(TransferChecklist InForce, IReadOnlyList<TransferChecklist> Later);

/// <summary>What has to be done before a case moves: to be read by everyone, and entered anew when the council agrees another.</summary>
public sealed class ChecklistDesk(FairloadDb db, ChecklistSettings checklists, AuditTrail audit, TimeProvider clock)
{
    public async Task<ChecklistView> InForce(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSettings);
        var today = clock.UkToday;
        return new(await checklists.On(today, stop), [.. (await checklists.All(stop)).Where(c => c.LiveFrom > today)]);
    }

    /// <summary>Adds the next version. Refuses what Core refuses, and a day that has passed. Sent twice, it is one version.</summary>
    public Task<Result<TransferChecklist>> Agree(TransferChecklist agreed, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        return db.Change<Result<TransferChecklist>>(
            async () =>
            {
                await OneAtATime.Wait(db, "the checklist of transfers", stop);
                if (agreed.LiveFrom < clock.UkToday)
                    return new Problem("LiveFrom", $"The day from which they count has passed. Enter today or a later day: what was shown before keeps its own");
                var all = await checklists.All(stop);
                if (IsSame(all[^1], agreed)) return all[^1];
                var next = agreed with { Code = $"transfers/{all.Count + 1}", IsExample = false };
                var done = await checklists.Agree(next, stop);
                if (done.Try(out var stored, out _))
                    await audit.Note(reader, AuditAction.SettingsChanged, "checklist", stored.Code, stop);
                return done;
            },
            stop);
    }

    private static bool IsSame(TransferChecklist one, TransferChecklist other) =>
        (one.Name, one.AgreedBy, one.LiveFrom) == (other.Name, other.AgreedBy, other.LiveFrom) && one.Rows.SequenceEqual(other.Rows);
}
