using Fairload.App.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;
using Fairload.Web.Surveys.Results;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.HealthCheck;

/// <summary>Figures of measures in words.</summary>
internal static class MeasureWords
{
    public static string Of(Catalogue T, Wording words) => RoundWords.Of(T, words);

    /// <summary>What a figure comes to; what is not known is said so.</summary>
    public static string Figure(Catalogue T, MeasureCard card, MeasureFigure figure) => figure.State switch
    {
        FigureState.NotYetKnown => T["Not yet known"],
        FigureState.Hidden => T["{0} hidden", ResultWords.Hidden],
        _ => Known(T, card, figure),
    };

    /// <summary>Its parts, and how many are not in it; empty for none.</summary>
    public static string Parts(Catalogue T, MeasureFigure figure)
    {
        var said = figure.Parts.Select(p => $"{PartWords.Name(T, p.Code)}: {Amount(T, p.Unit, p.Value)}").ToList();
        if (figure.NotKnown > 0) said.Add(T.Count(figure.NotKnown, "{0} not known and not counted", "{0} not known and not counted"));
        return string.Join("; ", said);
    }

    /// <summary>The days about which a figure tells.</summary>
    public static string Days(Catalogue T, MeasureFigure figure) =>
        figure.From == figure.To ? T["on {0}", figure.To] : T["from {0} to {1}", figure.From, figure.To];

    public static string Filled(Catalogue T, Filling filled) => filled switch
    {
        Filling.Itself => T["by itself"],
        Filling.Sheet => T["by a sheet"],
        _ => T["by hand"],
    };

    public static string Kind(Catalogue T, MeasureKind kind) => kind switch
    {
        MeasureKind.Policy => T["a document or an arrangement"],
        MeasureKind.Data => T["counted from records"],
        MeasureKind.Survey => T["what people say who were asked"],
        _ => T["seen in a sample of files"],
    };

    public static string Better(Catalogue T, Better better) => better switch
    {
        Core.HealthCheck.Measures.Better.Higher => T["More of it is better"],
        Core.HealthCheck.Measures.Better.Lower => T["Less of it is better"],
        _ => T["More of it is neither better nor worse"],
    };

    public static string InPlace(Catalogue T, InPlace place) => place switch
    {
        Core.HealthCheck.Measures.InPlace.Fully => T["Fully in place"],
        Core.HealthCheck.Measures.InPlace.Partly => T["Partly in place"],
        _ => T["Not in place"],
    };

    /// <summary>Who will know, and by when; who knows as the card says where nobody has promised anything.</summary>
    public static string WhoKnows(Catalogue T, MeasureReading reading) => reading.Promise is { KnownBy: { } day } promise
        ? T["{0} will know by {1}.", promise.WhoKnows, day]
        : T["Nobody has said yet who will know. Ask: {0}", Of(T, reading.Card.WhoKnows)];

    public static string Service(Catalogue T, string service) => service.Length == 0 ? T["The whole council"] : service;

    private static string Known(Catalogue T, MeasureCard card, MeasureFigure figure) => figure switch
    {
        { InPlace: { } place } => InPlace(T, place),
        { Value: null, Text.Length: > 0 } => figure.Text,
        { Value: null } => Parts(T, figure),
        _ => With(T, card, figure, figure.Value!.Value),
    };

    private static string With(Catalogue T, MeasureCard card, MeasureFigure figure, decimal value) => (card.Unit, figure) switch
    {
        (MeasureUnit.Percent, { Numerator: { } part, Denominator: { } whole }) =>
            T["{0} ({1} of {2})", Amount(T, card.Unit, value), Short(T, part), Short(T, whole)],
        (MeasureUnit.Ratio, { Numerator: { } amount, Denominator: { } each }) =>
            T["{0} ({1} for {2})", Amount(T, card.Unit, value), Short(T, amount), Short(T, each)],
        (MeasureUnit.Count, { Denominator: { } whole }) => T["{0} of {1}", Amount(T, card.Unit, value), Short(T, whole)],
        _ => Amount(T, card.Unit, value),
    };

    private static string Amount(Catalogue T, MeasureUnit unit, decimal value) => unit switch
    {
        MeasureUnit.Percent => T.Number(value, value is > 0 and < 10 ? 1 : 0) + "%",
        MeasureUnit.Days => value == decimal.Truncate(value) ? T.Count((int)value, "{0} working day", "{0} working days")
            : T["{0} working days", Short(T, value)],
        MeasureUnit.Minutes => T["{0} minutes", Short(T, value)],
        MeasureUnit.Score => T["{0} of 100", Short(T, value)],
        _ => Short(T, value),
    };

    private static string Short(Catalogue T, decimal value) => T.Number(Math.Round(value, 1, MidpointRounding.AwayFromZero));
}
