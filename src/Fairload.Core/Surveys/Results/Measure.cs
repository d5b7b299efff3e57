namespace Fairload.Core.Surveys.Results;

/// <summary>What kind of figures a measure has, and so how all of a group can be known to have answered the same.</summary>
internal enum MeasureKind
{
    /// <summary>Everybody is in one of the classes: known when all are in one.</summary>
    Classes,

    /// <summary>Anybody may have chosen several: known when all chose one.</summary>
    Options,

    /// <summary>A sum of scores: known when all have the highest or the lowest.</summary>
    Score,
}

/// <summary>What is told of an item or a theme: how many it is about, and figures that add up from group to group.</summary>
/// <param name="Size">Who gave an answer that counts.</param>
/// <param name="Values">Each from 0 to <paramref name="MostEach"/> for each person.</param>
/// <param name="Agreeing">Which of the values counts those who agree: that nobody did is never told either. Null for none.</param>
internal sealed record Measure(
    MeasureKind Kind, Func<Tally, int> Size, IReadOnlyList<Func<Tally, decimal>> Values, decimal MostEach, int? Agreeing = null)
{
    public static Measure Of(TallyForm form, SurveyItem item)
    {
        var at = form.At(item.Code);
        var classes = Enumerable.Range(0, form.ClassesOf(at))
            .Select<int, Func<Tally, decimal>>(c => tally => tally.Counts(at)[c]);
        var kind = item.Kind == ItemKind.AnyOf ? MeasureKind.Options : MeasureKind.Classes;
        return new(kind, tally => tally.Answered(at), [.. classes], 1, item.Kind == ItemKind.Scale ? AnswerClasses.Favourable : null);
    }

    public static Measure Of(TallyForm form, SurveyTheme theme)
    {
        var at = form.Asked.Themes.Index().First(t => t.Item.Code == theme.Code).Index;
        // A scale that begins at 1 is moved down, so that nothing is 0.
        var (least, most) = Range(theme);
        return new(MeasureKind.Score, tally => tally.Scored(at), [tally => tally.Sum(at) - (least * tally.Scored(at))], most - least);
    }

    /// <summary>The lowest and highest score that somebody can have.</summary>
    public static (decimal Least, decimal Most) Range(SurveyTheme theme) => theme.Scoring == ThemeScoring.Mean5 ? (1, 5) : (0, 100);
}
