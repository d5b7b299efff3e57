using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>Everything by which loads and dates are worked out, as it is in force today.</summary>
/// <param name="Later">Versions that are agreed and go live on a later day.</param>
/// <param name="DraftBy">Who keeps a draft of new weights; null for none.</param>
/// <param name="HolidaysFrom">The first day of which the bank holidays are known; <paramref name="HolidaysTo"/> is the last.</param>
public sealed record SettingsView(
    DateOnly Today, Weights Weights, IReadOnlyList<FactorSet> FactorSets, IReadOnlyList<Weights> Later,
        IReadOnlyList<FactorSet> LaterFactors, Bands Bands,
        CouncilSettings Council,
    IReadOnlyList<Clock> Clocks, DateOnly HolidaysFrom, DateOnly HolidaysTo, string? DraftBy)
{
    /// <summary>Codes of every version that counts today or later.</summary>
    public IEnumerable<string?> Versions =>
        [Weights.Code, .. FactorSets.Select(s => s.Code), .. Later.Select(w => w.Code), .. LaterFactors.Select(s => s.Code)];
}

/// <summary>Settings to be read by everyone who is measured by them, and the new versions that the council agrees.</summary>
public sealed class SettingsDesk(
    FairloadDb db, CaseloadSettings caseload, LoadReading loads, CouncilSettings settings, AuditTrail audit, TimeProvider clock)
{
    public async Task<SettingsView> InForce(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSettings);
        var today = clock.UkToday;
        var calendar = ReferenceData.Calendar(settings.Nation);
        return new(
            today,
            await caseload.WeightsOn(today, stop),
            [await caseload.FactorSetOn(Area.Children, today, stop), await caseload.FactorSetOn(Area.Adults, today, stop)],
            [.. (await caseload.AllWeights(stop)).Where(w => w.LiveFrom > today)],
            [.. (await caseload.AllFactorSets(stop)).Where(s => s.LiveFrom > today)],
            loads.Bands,
            settings,
            [.. ReferenceData.Clocks().Where(c => c.HoldsIn(settings.Nation) && (c.To is null || c.To >= today))],
            calendar.First,
            calendar.Last,
            await db.Set<SettingsDraft>().Where(d => d.Kind == DraftKind.Weights).Select(d => d.SavedBy).SingleOrDefaultAsync(stop));
    }

    /// <summary>Adds the next version of the weights. Refuses what Core refuses, and a day that has passed: loads that people have
    /// seen keep the weights of their day.</summary>
    public Task<Result<Weights>> Agree(Weights agreed, Reader reader, CancellationToken stop) =>
        db.Change(() => Enter(agreed, reader, stop), stop);

    /// <summary>The same inside a change.</summary>
    internal async Task<Result<Weights>> Enter(Weights agreed, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        var next = agreed with { Code = $"weights/{(await caseload.AllWeights(stop)).Count + 1}", IsExample = false };
        if (Passed(agreed.LiveFrom) is { } wrong) return wrong;
        return await Noted(await caseload.Agree(next, stop), "weights", next.Code, reader, stop);
    }

    /// <summary>Adds the next version of the factor set of its area, inside a change, with the same refusals.</summary>
    internal async Task<Result<FactorSet>> Enter(FactorSet agreed, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.AgreeSettings);
        var versions = (await caseload.AllFactorSets(stop)).Count(s => s.Area == agreed.Area);
        var next = agreed with { Code = $"{agreed.Area.ToString().ToLowerInvariant()}/{versions + 1}", IsExample = false };
        if (Passed(agreed.LiveFrom) is { } wrong) return wrong;
        return await Noted(await caseload.Agree(next, stop), "factor set", next.Code, reader, stop);
    }

    private Problem? Passed(DateOnly liveFrom) => liveFrom < clock.UkToday
        ? new("LiveFrom", $"The day from which they count has passed. Enter today or a later day: what was shown before keeps its own")
        : null;

    private async Task<Result<T>> Noted<T>(Result<T> agreed, string kind, string code, Reader reader, CancellationToken stop)
        where T : notnull
    {
        if (agreed.Try(out _, out _)) await audit.Note(reader, AuditAction.SettingsChanged, kind, code, stop);
        return agreed;
    }
}
