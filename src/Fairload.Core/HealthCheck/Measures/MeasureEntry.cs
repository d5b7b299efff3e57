using Fairload.Core.Imports;

namespace Fairload.Core.HealthCheck.Measures;

/// <summary>What somebody enters about a measure, as it was written. Empty is null, never nought.</summary>
/// <param name="Service">Empty for the whole council.</param>
/// <param name="WhoKnows">Who will know, where it is not known yet; then nothing else but the day is said.</param>
/// <param name="KnownBy">By which day they will.</param>
public sealed record MeasureSaid(
    string Service, DateOnly? From, DateOnly? To, decimal? Numerator, decimal? Denominator, decimal? Value, InPlace? InPlace, string Text,
    string WhoKnows = "", DateOnly? KnownBy = null);

/// <summary>A figure by hand or by sheet, or the word that it is not known yet and who will know. What was said before stays, with the
/// moment in which something else took its place.</summary>
public sealed class MeasureEntry
{
    public const int MostText = 2000;
    public const int MostWho = 200;

    private MeasureEntry() { }

    public Id<MeasureEntry> Id { get; private init; }
    public string Measure { get; private init; } = "";
    public string Service { get; private init; } = "";
    public DateOnly FromOn { get; private init; }
    public DateOnly ToOn { get; private init; }
    public decimal? Numerator { get; private init; }
    public decimal? Denominator { get; private init; }
    public decimal? Value { get; private init; }
    public InPlace? InPlace { get; private init; }
    public string Says { get; private init; } = "";
    public string WhoKnows { get; private init; } = "";
    public DateOnly? KnownBy { get; private init; }
    public string EnteredBy { get; private init; } = "";
    public DateTime EnteredAt { get; private init; }
    public Id<ImportRun>? BroughtBy { get; private init; }
    public DateTime? ReplacedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsKnown => WhoKnows.Length == 0;

    /// <summary>Refuses what can not be: a part larger than its whole, days that have not been, a figure in another unit.</summary>
    public static Result<MeasureEntry> Read(
        MeasureCard card, MeasureSaid said, DateOnly today, string by, DateTime at, Id<ImportRun>? broughtBy = null)
    {
        var problems = new List<Problem>();
        if (said.To is null) problems.Add(new("To", $"Enter the day up to which the figure tells"));
        if (said.To > today) problems.Add(new("To", $"A figure tells about days that have been: enter a day up to {today}"));
        if (said.From > said.To) problems.Add(new("From", $"The first day lies after the last one. Change one of them"));
        if (card is { Kind: MeasureKind.Survey, Filled: Filling.Itself })
            problems.Add(new("", $"What people say comes from a survey's results and can not be entered by hand. Let the results of a round out first"));
        if (said.WhoKnows.Trim().Length > 0) Later(said, today, problems);
        else if (MeasureRules.Wrong(card, said) is { } wrong) problems.Add(wrong);
        if (problems.Count > 0) return problems;

        var value = MeasureRules.ValueOf(card, said);
        return new MeasureEntry
        {
            Id = Id<MeasureEntry>.New(),
            Measure = card.Code,
            Service = said.Service.Trim(),
            FromOn = said.From ?? said.To!.Value,
            ToOn = said.To!.Value,
            Numerator = said.Numerator,
            Denominator = said.Denominator,
            Value = value,
            InPlace = said.InPlace,
            Says = said.Text.Trim(),
            WhoKnows = said.WhoKnows.Trim(),
            KnownBy = said.KnownBy,
            EnteredBy = by,
            EnteredAt = at,
            BroughtBy = broughtBy,
        };
    }

    /// <summary>Something else was said about the same measure and service.</summary>
    public void Replace(DateTime at)
    {
        if (ReplacedAt is not null) throw new InvalidOperationException("It was replaced already.");
        ReplacedAt = at;
        Version++;
    }

    /// <summary>The same was said of the same days.</summary>
    public bool SaysTheSame(MeasureEntry other) =>
        (Measure, Service, FromOn, ToOn, Numerator, Denominator, Value, InPlace, Says, WhoKnows, KnownBy) ==
        (other.Measure, other.Service, other.FromOn, other.ToOn, other.Numerator, other.Denominator, other.Value, other.InPlace, other.Says,
            other.WhoKnows, other.KnownBy);

    public MeasureFigure Figure => new(Measure, Service, FromOn, ToOn)
    {
        State = IsKnown ? FigureState.Known : FigureState.NotYetKnown,
        Value = Value,
        Numerator = Numerator,
        Denominator = Denominator,
        InPlace = InPlace,
        Text = Says,
        Basis = BroughtBy is null ? Filling.Hand : Filling.Sheet,
        By = EnteredBy,
    };

    private static void Later(MeasureSaid said, DateOnly today, List<Problem> problems)
    {
        if (said.Numerator is not null || said.Denominator is not null || said.Value is not null || said.InPlace is not null)
            problems.Add(new("WhoKnows", $"Either there is a figure, or somebody will know it later. Leave one of both empty"));
        if (said.KnownBy is null) problems.Add(new("KnownBy", $"Enter the day by which they will know"));
        if (said.KnownBy < today) problems.Add(new("KnownBy", $"They will know on a day to come: enter {today} or a later day"));
        if (said.WhoKnows.Trim().Length > MostWho) problems.Add(new("WhoKnows", $"Shorten who will know to {MostWho} characters or fewer"));
    }
}

/// <summary>Which figures a measure can have.</summary>
internal static class MeasureRules
{
    public static Problem? Wrong(MeasureCard card, MeasureSaid said)
    {
        if (said.Text.Trim().Length > MeasureEntry.MostText)
            return new("Text", $"Shorten the text to {MeasureEntry.MostText} characters or fewer");
        if (said.Numerator < 0 || said.Value < 0) return new("Value", $"A figure is 0 or more");
        if (said.Denominator <= 0) return new("Denominator", $"What it is a part of is more than 0. Leave it empty where it is not known");
        return card.Unit switch
        {
            MeasureUnit.InPlace => said.InPlace is null ? new("InPlace", $"Choose how far it is in place, or say who will know") : null,
            MeasureUnit.Text => said.Text.Trim().Length == 0 ? new("Text", $"Enter what there is to say, or who will know") : null,
            MeasureUnit.Count => Whole(said.Value ?? said.Numerator) ? null : new("Value", $"Enter a whole number, or who will know"),
            MeasureUnit.Percent or MeasureUnit.Score => PartOfWhole(said),
            _ => ValueOf(card, said) is null ? new("Value", $"Enter the figure, or both of its parts, or who will know") : null,
        };
    }

    /// <summary>From both parts where both are there, else as it was written.</summary>
    public static decimal? ValueOf(MeasureCard card, MeasureSaid said) => (card.Unit, said) switch
    {
        (MeasureUnit.Percent, { Numerator: { } part, Denominator: { } whole }) => Percent.Of(part, whole).Value,
        (MeasureUnit.InPlace or MeasureUnit.Text, _) => null,
        (MeasureUnit.Count, _) => said.Value ?? said.Numerator,
        (_, { Numerator: { } amount, Denominator: { } each }) => amount / each,
        _ => said.Value,
    };

    private static Problem? PartOfWhole(MeasureSaid said)
    {
        if (said.Numerator > said.Denominator) return new("Numerator", $"The part is larger than the whole. Change one of them");
        if (said is { Numerator: not null, Denominator: not null }) return null;
        if (said.Value is null) return new("Value", $"Enter the share, or both of its parts, or who will know");
        return said.Value > 100 ? new("Value", $"A share is at most 100") : null;
    }

    private static bool Whole(decimal? number) => number is { } n && n == decimal.Truncate(n);
}
