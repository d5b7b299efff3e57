using Fairload.App.HealthCheck.Measures;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>The figures of a year as an edition may show them.</summary>
internal sealed class YearFigures(Catalogue T, YearData data, Edition edition)
{
    /// <summary>Of the framework, in its order.</summary>
    public IEnumerable<MeasureReading> All => data.View.Framework.Measures.Where(m => data.Now.ContainsKey(m.Code))
        .Select(m => data.Now[m.Code]);

    /// <summary>This year's figure of the council.</summary>
    public MeasureFigure Now(MeasureReading reading) => FigureOfEdition.Of(reading.Card, reading.Council, edition, data.LetOut);

    /// <summary>Last year's; null where there is none. What leaves the line this year would have left it then.</summary>
    public MeasureFigure? Before(MeasureReading reading) => data.Before.GetValueOrDefault(reading.Card.Code) is { } before
        ? FigureOfEdition.Of(reading.Card, before.Council, edition, data.LetOut) : null;

    /// <summary>Told from all that is known, and only of what this edition shows.</summary>
    public Change Change(MeasureReading reading) =>
        Now(reading).State != FigureState.Known || Before(reading) is not { State: FigureState.Known }
            ? Core.HealthCheck.Measures.Change.NotKnown
            : MeasureChange.Of(reading.Card, data.Before[reading.Card.Code].Council, reading.Council);

    public string Says(MeasureReading reading, MeasureFigure figure) => MeasureWords.Figure(T, reading.Card, figure);

    public ReportCell Cell(MeasureReading reading, MeasureFigure? figure) => figure switch
    {
        null or { State: FigureState.NotYetKnown } => ReportCell.NotAvailable,
        { State: FigureState.Hidden } => ReportCell.Hidden,
        { InPlace: { } place } => new(MeasureWords.InPlace(T, place)),
        { Value: { } value } => ReportCell.Of(Number(reading, figure, value)),
        { Text.Length: > 0 } => new(figure.Text),
        { Parts.Count: > 0 } => new(MeasureWords.Parts(T, figure)),
        _ => ReportCell.NotAvailable,
    };

    private ReportNumber Number(MeasureReading reading, MeasureFigure figure, decimal value)
    {
        var unit = reading.Card.Unit;
        return new(
            value, Unit(unit), FigureOfEdition.Decimals(unit), figure.To, MeasureWords.Of(T, reading.Card.Denominator),
            Protection(reading, figure), FigureOfEdition.RoundedTo(edition, unit));
    }

    private string Unit(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percent => "%",
        MeasureUnit.Days => T["working days"],
        MeasureUnit.Minutes => T["minutes"],
        MeasureUnit.Score => T["of 100"],
        _ => "",
    };

    private string Protection(MeasureReading reading, MeasureFigure figure)
    {
        if (figure.Release.Length > 0) return T["As results of a survey were let out: no group of fewer than ten can be worked out."];
        if (edition == Edition.Internal || FigureRelease.People(reading.Card, reading.Council) is null) return "";
        return T["About ten people or more, and let out through the ledger."];
    }
}
