using Fairload.Core.Disclosure;

namespace Fairload.Core.HealthCheck.Measures;

/// <summary>
/// Lets figures of measures leave the line of management: those of the whole council, each about so many people that nobody stands out. How
/// many a figure is about decides alone whether it is let out, and never what it comes to.
/// </summary>
/// <remarks>Services stay inside: a council has few, and two of them tell the third. See decision 144.</remarks>
public static class FigureRelease
{
    /// <summary>Whole people about whom a figure is; null for what is about no group of people at work: cases, complaints, what an employer
    /// says, and what a survey let out itself.</summary>
    public static int? People(MeasureCard card, MeasureFigure figure) => (card, figure) switch
    {
        ({ Kind: MeasureKind.Survey or MeasureKind.Policy }, _) => null,
        (_, { State: not FigureState.Known } or { Release.Length: > 0 }) => null,
        (_, { People: { } people }) => people,
        ({ Unit: MeasureUnit.Percent or MeasureUnit.Ratio or MeasureUnit.Count }, { Denominator: { } whole }) => (int)decimal.Floor(whole),
        _ => null,
    };

    /// <summary>One cell for each figure about people: no two figures are of the same cell, and none is a part of another.</summary>
    public static Result<(Population Population, IReadOnlyList<Group> Wanted)> Of(
        string round, IEnumerable<(MeasureCard Card, MeasureFigure Figure)> figures)
    {
        var counted = figures.Select(f => (f.Card.Code, People: People(f.Card, f.Figure))).Where(f => f.People is not null)
            .OrderBy(f => f.Code, StringComparer.Ordinal).ToList();
        var made = Population.Of(counted.Select(f => new Atom(f.People!.Value, [new(round, f.Code)])));
        if (!made.Try(out var population, out var problems)) return problems.ToList();
        return (population, [.. counted.Select(f => new Group(round, f.Code, [f.Code]))]);
    }
}
