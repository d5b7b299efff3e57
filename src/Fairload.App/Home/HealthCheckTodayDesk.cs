using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Measures;

namespace Fairload.App.Home;

/// <summary>What the year's health check asks of a reader. What a reader has nothing to do with is nought.</summary>
/// <param name="NotYetKnown">Measures that are not known, whoever will know them.</param>
/// <param name="Overdue">Of these, with a promise whose day has passed.</param>
/// <param name="NextKnown">The day by which the next of them is promised.</param>
/// <param name="NotTalkedAbout">Findings on which somebody has not been heard, while people talk.</param>
/// <param name="NotJudged">Parts without a judgement, while parts are judged.</param>
public sealed record HealthCheckToday(int Year, int NotYetKnown, int Overdue, DateOnly? NextKnown, int NotTalkedAbout, int NotJudged);

/// <summary>The lines of the health check on the first page.</summary>
public sealed class HealthCheckTodayDesk(CycleDesk cycles)
{
    /// <summary>Null where there is no health check that is under way, or it asks nothing of this reader.</summary>
    public async Task<HealthCheckToday?> Of(Reader reader, DateOnly today, CancellationToken stop)
    {
        var (runs, judges) = (reader.May(Permission.RunHealthCheck), reader.May(Permission.DecideHealthCheck));
        if (!runs && !judges) return null;
        if (await cycles.Show(null, reader, stop) is not { Cycle: { IsFrozen: false } cycle } view) return null;
        var unknown = view.Parts.SelectMany(p => p.Measures).Where(m => m.Council.State == FigureState.NotYetKnown).ToList();
        var promised = unknown.Select(m => m.Promise?.KnownBy).OfType<DateOnly>().ToList();
        return new(
            cycle.Year, runs ? unknown.Count : 0, runs ? promised.Count(d => d < today) : 0,
            promised.Where(d => d >= today).Select(d => (DateOnly?)d).Min(),
            runs && cycle.Step == CycleStep.Talking ? view.Open.NotTalkedAbout : 0,
            judges && cycle.Step == CycleStep.Judging ? view.Open.NotJudged : 0);
    }
}
