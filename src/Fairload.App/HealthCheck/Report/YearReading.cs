using Fairload.App.Actions;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.PeerReview;
using Fairload.App.Store;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Report;

/// <summary>Gathers what a year's report is written from, and has it written.</summary>
public sealed class YearReading(
    FairloadDb db, CycleDesk cycles, CycleReading reading, FigureProtection protection, ResultDesk results,
    ScrutinyDesk scrutiny, ActionDesk actions, ReviewFiguresDesk reviews, CouncilSettings settings, ReportWriter write, TimeProvider clock)
{
    private static readonly string[] Questionnaires = ["practitioner-health-check", "working-conditions", "engagement",
        "people-and-carers"];

    /// <summary>As the program writes it, without any sentence that a person put in other words. Null where there is no health check of
    /// that year.</summary>
    /// <param name="language">en or cy.</param>
    public async Task<ReportDocument?> Make(int year, Edition edition, string language, Reader reader, CancellationToken stop)
    {
        if (await cycles.Show(year, reader, stop) is not { } view) return null;
        var cycle = view.Cycle;
        var frozen = cycle.IsFrozen ? await reading.FrozenLast(cycle.Id, stop) : null;
        var data = new YearData(
            view, await reading.Figures(cycle, stop), await reading.Before(cycle, stop),
            frozen is { } id ? await protection.LetOut(id, stop) : new HashSet<string>(), await scrutiny.LastAsked(1, stop),
            await actions.CannotFund(reader, stop), await reviews.Of(cycle.FromOn, cycle.ToOn, stop),
            await Surveys(cycle, edition, reader, stop),
            settings.Council.Length > 0 ? settings.Council : "Fairload", cycle.ReachedOn(CycleStep.Reporting) ?? clock.UkToday);
        return write(data, edition, language);
    }

    /// <summary>The latest round of each questionnaire that ended in the year and of which something was let out.</summary>
    private async Task<IReadOnlyDictionary<string, ResultView>> Surveys(Cycle cycle, Edition edition, Reader reader, CancellationToken stop)
    {
        var rounds = (await db.Set<SurveyRound>().AsNoTracking().Where(r => db.Set<SurveyResult>().Any(s => s.RoundId == r.Id))
            .ToListAsync(stop)).Where(r => SurveyMeasures.Ended(r) >= cycle.FromOn && SurveyMeasures.Ended(r) <= cycle.ToOn);
        var found = new Dictionary<string, ResultView>(StringComparer.Ordinal);
        foreach (var latest in rounds.GroupBy(r => r.Questionnaire).Where(g => Questionnaires.Contains(g.Key)))
        {
            if (await results.Show(latest.MaxBy(SurveyMeasures.Ended)!.Id, edition, reader, stop) is { } view) found[latest.Key] = view;
        }

        return found;
    }
}
