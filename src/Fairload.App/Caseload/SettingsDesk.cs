using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;

namespace Fairload.App.Caseload;

/// <summary>Everything by which loads and dates are worked out, as it is in force today.</summary>
/// <param name="Later">Versions that are agreed and go live on a later day.</param>
/// <param name="HolidaysFrom">The first day of which the bank holidays are known; <paramref name="HolidaysTo"/> is the last.</param>
public sealed record SettingsView(
    DateOnly Today, Weights Weights, IReadOnlyList<FactorSet> FactorSets, IReadOnlyList<Weights> Later, Bands Bands,
        CouncilSettings Council,
    IReadOnlyList<Clock> Clocks, DateOnly HolidaysFrom, DateOnly HolidaysTo);

/// <summary>Settings to be read by everyone who is measured by them.</summary>
public sealed class SettingsDesk(CaseloadSettings caseload, LoadReading loads, CouncilSettings settings, TimeProvider clock)
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
            loads.Bands,
            settings,
            [.. ReferenceData.Clocks().Where(c => c.HoldsIn(settings.Nation) && (c.To is null || c.To >= today))],
            calendar.First,
            calendar.Last);
    }
}
