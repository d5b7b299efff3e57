using Fairload.Core.HealthCheck.Measures;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>For which days a measure is asked.</summary>
/// <param name="From">First day of the year that is looked at.</param>
/// <param name="To">Its last day, or today where that is not over.</param>
public sealed record MeasureAsked(DateOnly From, DateOnly To);

/// <summary>Works out a measure from what the program holds: the whole council first, then services in name order where the measure has
/// them.</summary>
internal delegate Task<IReadOnlyList<MeasureFigure>> MeasureQuery(string measure, MeasureAsked asked, CancellationToken stop);

/// <summary>Figures of the council and of each of its services from the same records.</summary>
internal static class ByService
{
    /// <param name="of">From records to a figure under a name: empty for the council.</param>
    public static IReadOnlyList<MeasureFigure> Figures<T>(
        IReadOnlyCollection<T> records, Func<T, string> service, Func<string, IReadOnlyCollection<T>, MeasureFigure> of) =>
    [
        of("", records),
        .. records.Where(r => service(r).Length > 0).GroupBy(service).OrderBy(g => g.Key, StringComparer.CurrentCulture)
            .Select(g => of(g.Key, [.. g])),
    ];
}
