namespace Fairload.Core.HealthCheck.Measures;

/// <summary>What became of a measure since the last health check.</summary>
public enum Change
{
    /// <summary>One of the two is not known, or both can not be compared.</summary>
    NotKnown,

    /// <summary>They differ by less than chance alone would make of the same state of things.</summary>
    NotToldApart,
    Better,
    Worse,

    /// <summary>It differs by more than chance, and more of it is neither good nor bad.</summary>
    Other,

    /// <summary>It is another figure, and whether that is chance can not be told from two figures.</summary>
    Differs,
    Same,
}

/// <summary>Compares two years' figures of a measure, and claims a change only where one can be told from chance.</summary>
/// <remarks>
/// Shares: the interval of a difference of two proportions by Newcombe's method 10 (Statistics in Medicine 17, 1998, 873–890), 95 per cent.
/// Counts: a Poisson count of two counts, given their sum, is binomial (Przyborowski and Wilenski, Biometrika 31, 1940), 5 per cent on both
/// sides together. Ratios, days and scores have no spread of their own here, so nothing is claimed beyond that they differ.
/// </remarks>
public static class MeasureChange
{
    private const double Two = 1.959964;
    private const double Tail = 0.025;

    public static Change Of(MeasureCard card, MeasureFigure? before, MeasureFigure? now)
    {
        if (before is not { State: FigureState.Known } || now is not { State: FigureState.Known }) return Change.NotKnown;
        if (card.Unit == MeasureUnit.InPlace) return Steps(before.InPlace, now.InPlace);
        if (before.Value is not { } was || now.Value is not { } @is) return Change.NotKnown;
        if (was == @is) return Change.Same;
        return card.Unit switch
        {
            MeasureUnit.Percent when Shares(before, now) is { } isReal => Said(card.Better, @is > was, isReal),
            MeasureUnit.Count => Said(card.Better, @is > was, CountsDiffer((int)was, (int)@is)),
            _ => Change.Differs,
        };
    }

    private static Change Said(Better better, bool rose, bool isReal) =>
        !isReal ? Change.NotToldApart : better == Better.Neither ? Change.Other
        : rose == (better == Better.Higher) ? Change.Better : Change.Worse;

    /// <summary>An employer's word is no sample: a step is a step.</summary>
    private static Change Steps(InPlace? was, InPlace? @is) =>
        was is null || @is is null ? Change.NotKnown : was == @is ? Change.Same : @is > was ? Change.Better : Change.Worse;

    /// <summary>Null where either is no count of a count.</summary>
    private static bool? Shares(MeasureFigure before, MeasureFigure now) =>
        IsCounted(before) && IsCounted(now)
            ? SharesDiffer((double)before.Numerator!, (double)before.Denominator!, (double)now.Numerator!, (double)now.Denominator!) : null;

    private static bool IsCounted(MeasureFigure f) =>
        f is { Numerator: >= 0, Denominator: > 0 } && f.Numerator <= f.Denominator
        && f.Numerator == decimal.Truncate(f.Numerator.Value) && f.Denominator == decimal.Truncate(f.Denominator.Value);

    /// <summary>True where nought lies outside the interval of the difference of two shares.</summary>
    public static bool SharesDiffer(double part1, double whole1, double part2, double whole2)
    {
        var (p1, low1, high1) = Wilson(part1, whole1);
        var (p2, low2, high2) = Wilson(part2, whole2);
        var lower = p2 - p1 - Math.Sqrt(((p2 - low2) * (p2 - low2)) + ((high1 - p1) * (high1 - p1)));
        var upper = p2 - p1 + Math.Sqrt(((high2 - p2) * (high2 - p2)) + ((p1 - low1) * (p1 - low1)));
        return lower > 0 || upper < 0;
    }

    private static (double Share, double Low, double High) Wilson(double part, double whole)
    {
        var share = part / whole;
        var middle = (2 * part) + (Two * Two);
        var reach = Two * Math.Sqrt((Two * Two) + (4 * part * (1 - share)));
        var under = 2 * (whole + (Two * Two));
        return (share, (middle - reach) / under, (middle + reach) / under);
    }

    /// <summary>True where two counts over equal times differ by more than chance.</summary>
    public static bool CountsDiffer(int one, int other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(one);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        var (sum, fewer) = (one + other, Math.Min(one, other));

        // The chance that of so many, each as likely here as there, at most the fewer fall on one side.
        var (term, tail) = (-sum * Math.Log(2), 0.0);
        for (var k = 0; k <= fewer; k++)
        {
            tail += Math.Exp(term);
            term += Math.Log(sum - k) - Math.Log(k + 1);
        }

        return tail < Tail;
    }
}
