using Fairload.Core.Imports;

namespace Fairload.Core.Surveys.Earlier;

/// <summary>What a figure of an earlier survey says.</summary>
public enum EarlierMeasure
{
    /// <summary>The share that agreed, in per cent.</summary>
    Favourable,

    /// <summary>The mean on the scale.</summary>
    Mean,

    /// <summary>How many gave one of the answers.</summary>
    Count,
}

/// <summary>One figure of a survey before this program was there, with its wording as it was.</summary>
/// <param name="Year">In which people answered.</param>
/// <param name="Group">As the file calls it; empty for everybody.</param>
/// <param name="Scale">The answers that could be chosen, in their order, with a semicolon between; empty where that is not known.</param>
/// <param name="Answer">With <see cref="EarlierMeasure.Count"/> alone; else empty.</param>
/// <param name="Value">Null where it is not kept, because nobody knows how many answered.</param>
/// <param name="Answered">How many people it is about; null where that is not known.</param>
/// <param name="Source">Whose survey it was.</param>
public sealed record EarlierFigure(
    int Year, string Group, string Wording, string Scale, EarlierMeasure Measure, string Answer, decimal? Value, int? Answered,
    string Source)
{
    /// <summary>The wording without what does not make another question: case, spaces and punctuation.</summary>
    public string WordingKey => Key(Wording);

    public static string Key(string wording) => Written.FoldHeader(wording);

    /// <summary>Refuses what is no figure, and what is about so few people that nobody should have been shown it.</summary>
    /// <param name="row">Of the file.</param>
    public static Result<EarlierFigure> Of(EarlierFigure given, int row, int thisYear, int floor)
    {
        var problems = new List<Problem>();
        if (given.Year < 1990 || given.Year > thisYear)
            problems.Add(new("File", $"Row {row}: {given.Year} is no year from 1990 to {thisYear}. The row was left out"));
        if (given.WordingKey.Length == 0) problems.Add(new("File", $"Row {row} has no wording of a question. The row was left out"));
        if (given.Source.Length == 0) problems.Add(new("File", $"Row {row} does not say whose survey it was. The row was left out"));
        if (given.Answered < floor)
            problems.Add(new("File", $"Row {row} is about fewer than {floor} people, so it is not taken in, whoever showed it before"));
        if (problems.Count == 0) problems.AddRange(OfValue(given, row));
        if (problems.Count > 0) return problems;
        return given.Answered is null ? given with { Value = null } : given;
    }

    private static IEnumerable<Problem> OfValue(EarlierFigure given, int row)
    {
        if (given.Value is not { } value) yield return new("File", $"Row {row} has no value. The row was left out");
        else if (given.Measure == EarlierMeasure.Favourable && value is < 0 or > 100)
            yield return new("File", $"Row {row}: {value:0.##} is no share from 0 to 100 per cent. The row was left out");
        else if (given.Measure == EarlierMeasure.Count && (value < 0 || value != Math.Floor(value) || value > (given.Answered ?? value)))
            yield return new("File", $"Row {row}: {value:0.##} is no number of people out of those who answered. The row was left out");
        if (given.Measure == EarlierMeasure.Count && given.Answer.Length == 0)
            yield return new("File", $"Row {row} counts an answer and does not say which. The row was left out");
    }
}

/// <summary>Somebody said that an earlier question is the same as an item, whatever its wording.</summary>
/// <param name="WordingKey">See <see cref="EarlierFigure.WordingKey"/>.</param>
/// <param name="SaidBy">Who said so.</param>
public sealed record SameQuestion(string WordingKey, string Item, string SaidBy);
