using Fairload.Core.HealthCheck.Measures;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>Every query by which a measure fills itself, by the name that its card gives.</summary>
public sealed class MeasureQueries(WorkforceMeasures workforce, CaseloadMeasures caseload, FlowMeasures flow, SurveyMeasures surveys,
    SupervisionMeasures supervision, WorkplaceMeasures workplace)
{
    private Dictionary<string, MeasureQuery> All { get; } = new(
        workforce.Queries.Concat(caseload.Queries).Concat(flow.Queries).Concat(surveys.Queries)
            .Concat(supervision.Queries).Concat(workplace.Queries), StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Empty for a measure that does not fill itself.</summary>
    internal async Task<IReadOnlyList<MeasureFigure>> Of(MeasureCard card, MeasureAsked asked, CancellationToken stop) =>
        card.Query is { } query && All.TryGetValue(query, out var ask) ? await ask(card.Code, asked, stop) : [];
}
