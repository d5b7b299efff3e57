namespace Fairload.Core.HealthCheck.Measures;

/// <summary>How far something is in place, as an employer says or as somebody saw.</summary>
public enum InPlace
{
    Not,
    Partly,
    Fully,
}

/// <summary>Whether a figure may be told.</summary>
public enum FigureState
{
    Known,

    /// <summary>Nobody has said it yet. It is not nought.</summary>
    NotYetKnown,

    /// <summary>It is about fewer people than the floor, or would give them away.</summary>
    Hidden,
}

/// <summary>A part of a figure, under a short code that pages put into words.</summary>
public sealed record FigurePart(string Code, decimal Value, MeasureUnit Unit);

/// <summary>What is known of a measure, of the whole council or of one service, over some days up to a last one.</summary>
/// <param name="Service">Empty for the whole council.</param>
/// <param name="From">The first day that counts; equal to <paramref name="To"/> for what is counted on a day.</param>
public sealed record MeasureFigure(string Measure, string Service, DateOnly From, DateOnly To)
{
    public FigureState State { get; init; } = FigureState.Known;

    /// <summary>In the card's unit; null where there is only a numerator, a text, parts, or nothing.</summary>
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public InPlace? InPlace { get; init; }

    /// <summary>About how many people it is, where that is not <see cref="Denominator"/>.</summary>
    public int? People { get; init; }
    public string Text { get; init; } = "";
    public IReadOnlyList<FigurePart> Parts { get; init; } = [];

    /// <summary>How many of those who should be counted could not be, because what is needed of them is not known. They are not in the
    /// figure.</summary>
    public int NotKnown { get; init; }

    public Filling Basis { get; init; }

    /// <summary>Who entered or imported it; empty where the program worked it out.</summary>
    public string By { get; init; } = "";

    /// <summary>Under which name the ledger of releases holds it; empty for figures that are about no people's answers.</summary>
    public string Release { get; init; } = "";

    public static MeasureFigure Unknown(string measure, string service, DateOnly from, DateOnly to, int notKnown = 0) =>
        new(measure, service, from, to) { State = FigureState.NotYetKnown, NotKnown = notKnown };

    /// <summary>A part of a whole. Not known where the whole is nothing.</summary>
    public static MeasureFigure Share(
        string measure, string service, DateOnly from, DateOnly to, decimal part, decimal whole, int notKnown = 0) =>
        whole > 0
            ? new(measure, service, from, to)
            {
                Numerator = part,
                Denominator = whole,
                Value = Percent.Of(part, whole).Value,
                NotKnown = notKnown,
            }
            : Unknown(measure, service, from, to, notKnown);

    /// <summary>So many for each of something. Not known where there is nothing of it.</summary>
    public static MeasureFigure Ratio(
        string measure, string service, DateOnly from, DateOnly to, decimal amount, decimal each, int notKnown = 0) =>
        each > 0
            ? new(measure, service, from, to) { Numerator = amount, Denominator = each, Value = amount / each, NotKnown = notKnown }
            : Unknown(measure, service, from, to, notKnown);

    public static MeasureFigure Count(string measure, string service, DateOnly from, DateOnly to, int count, int notKnown = 0) =>
        new(measure, service, from, to) { Value = count, Numerator = count, NotKnown = notKnown };
}
