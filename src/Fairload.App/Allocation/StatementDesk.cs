using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation;

namespace Fairload.App.Allocation;

/// <summary>The statement in force and those agreed for later.</summary>
public sealed record StatementView(ReservedFunctions InForce, IReadOnlyList<ReservedFunctions> Later);

/// <summary>The statement of reserved functions: to be read by everyone, and entered anew when the council agrees another.</summary>
public sealed class StatementDesk(FairloadDb db, StatementSettings statements, AuditTrail audit, TimeProvider clock)
{
    public async Task<StatementView> InForce(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSettings);
        var today = clock.UkToday;
        return new(await statements.On(today, stop), [.. (await statements.All(stop)).Where(s => s.LiveFrom > today)]);
    }

    /// <summary>Adds the next version. Refuses what Core refuses, and a day that has passed.</summary>
    public Task<Result<ReservedFunctions>> Agree(ReservedFunctions agreed, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        return db.Change<Result<ReservedFunctions>>(
            async () =>
            {
                if (agreed.LiveFrom < clock.UkToday)
                    return new Problem("LiveFrom", $"The day from which they count has passed. Enter today or a later day: what was shown before keeps its own");
                var next = agreed with { Code = $"reserved/{(await statements.All(stop)).Count + 1}", IsExample = false };
                var done = await statements.Agree(next, stop);
                if (done.Try(out var stored, out _))
                    await audit.Note(reader, AuditAction.SettingsChanged, "statement", stored.Code, stop);
                return done;
            },
            stop);
    }
}
