using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;

namespace Fairload.App.Allocation;

/// <summary>What speaks for a person beside the load today, and what was agreed for later.</summary>
public sealed record KindView(KindAgreement InForce, IReadOnlyList<KindAgreement> Later, decimal Tolerance);

/// <summary>Everything by which a suggestion is made today, each with who agreed it.</summary>
public sealed record HowView(
    DateOnly Today, ReservedFunctions Statement, KindAgreement Kind, Weights Weights, CouncilLimits Limits);

/// <summary>What speaks for a person beside the load: to be read by everyone, and agreed anew by the council.</summary>
public sealed class KindDesk(
    FairloadDb db, KindSettings kinds, StatementSettings statements, CaseloadSettings caseload, CouncilSettings settings, AuditTrail audit,
    TimeProvider clock)
{
    public async Task<KindView> InForce(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSettings);
        var today = clock.UkToday;
        return new(
            await kinds.On(today, stop), [.. (await kinds.All(stop)).Where(k => k.LiveFrom > today)], settings.Limits.KindTolerance / 100);
    }

    /// <summary>How a suggestion is made: for whoever is given work, first.</summary>
    public async Task<HowView> How(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSettings);
        var today = clock.UkToday;
        return new(
            today, await statements.On(today, stop), await kinds.On(today, stop), await caseload.WeightsOn(today, stop), settings.Limits);
    }

    /// <summary>Adds the next version. Refuses what Core refuses, and a day that has passed. The same one sent twice is one.</summary>
    public Task<Result<KindAgreement>> Agree(KindAgreement agreed, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        return db.Change<Result<KindAgreement>>(
            async () =>
            {
                await OneAtATime.Wait(db, "kindness", stop);
                if (agreed.LiveFrom < clock.UkToday)
                    return new Problem("LiveFrom", $"The day from which they count has passed. Enter today or a later day: what was shown before keeps its own");
                var all = await kinds.All(stop);
                if (all[^1] is { IsExample: false } last && last == Named(agreed, last.Code)) return last;
                var done = await kinds.Agree(Named(agreed, $"kindness/{all.Count + 1}"), stop);
                if (done.Try(out var stored, out _))
                    await audit.Note(reader, AuditAction.SettingsChanged, "kindness", stored.Code, stop);
                return done;
            },
            stop);
    }

    private static KindAgreement Named(KindAgreement agreed, string code) =>
        agreed with { Code = code, Name = agreed.Name.Trim(), AgreedBy = agreed.AgreedBy.Trim(), IsExample = false };
}
