using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.HealthCheck.Measures;

/// <summary>A figure as an edition may show it. Each edition is made of the one before and is coarser, so that none contradicts
/// another.</summary>
public static class FigureOfEdition
{
    /// <summary>Shares, scores and counts of the public edition are rounded to the nearest so many.</summary>
    public const int PublicUnit = Editions.PublicUnit;

    /// <summary>Ratios and days of the public edition.</summary>
    public const decimal PublicUnitOfRatios = 0.5m;

    private const int PublicFloor = Editions.PublicFloors * DisclosureRule.UsualFloor;

    /// <summary>How many decimals a unit is shown with.</summary>
    public static int Decimals(MeasureUnit unit) => unit is MeasureUnit.Ratio or MeasureUnit.Days ? 1 : 0;

    /// <summary>To what an edition rounds a unit; 0 for not beyond what is shown.</summary>
    public static decimal RoundedTo(Edition edition, MeasureUnit unit) => edition != Edition.Public ? 0
        : unit is MeasureUnit.Ratio or MeasureUnit.Days ? PublicUnitOfRatios : PublicUnit;

    /// <param name="letOut">Codes of the figures about people that the ledger let out.</param>
    public static MeasureFigure Of(MeasureCard card, MeasureFigure figure, Edition edition, IReadOnlySet<string> letOut)
    {
        if (figure.State != FigureState.Known) return Bare(figure);
        if (edition == Edition.Internal) return figure with { Value = Shown(figure.Value, card.Unit, Edition.Internal) };
        if (IsKeptBack(card, figure, edition, letOut)) return Bare(figure) with { State = FigureState.Hidden };

        // Beyond the line nothing is told of which a figure is made: parts, and how many could not be counted, are about fewer.
        return figure with
        {
            Value = Shown(figure.Value, card.Unit, edition),
            Numerator = null,
            Denominator = null,
            People = null,
            NotKnown = 0,
            By = "",
            Parts = card.Kind == MeasureKind.Survey ? [.. figure.Parts.Select(p =>
                p with { Value = Shown(p.Value, p.Unit, edition)!.Value })] : [],
        };
    }

    private static bool IsKeptBack(MeasureCard card, MeasureFigure figure, Edition edition, IReadOnlySet<string> letOut)
    {
        if (figure.Release.Length > 0) return edition == Edition.Public && !(figure.Denominator >= PublicFloor);
        return FigureRelease.People(card, figure) is { } people
            && (!letOut.Contains(card.Code) || (edition == Edition.Public && people < PublicFloor));
    }

    /// <summary>What the internal edition shows, rounded once more for the public.</summary>
    private static decimal? Shown(decimal? value, MeasureUnit unit, Edition edition)
    {
        if (value is not { } known) return null;
        var shown = Math.Round(known, Decimals(unit), MidpointRounding.AwayFromZero);
        var to = RoundedTo(edition, unit);
        return to == 0 ? shown : Math.Round(shown / to, MidpointRounding.AwayFromZero) * to;
    }

    private static MeasureFigure Bare(MeasureFigure figure) =>
        new(figure.Measure, figure.Service, figure.From, figure.To) { State = figure.State };
}
