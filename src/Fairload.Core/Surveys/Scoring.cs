namespace Fairload.Core.Surveys;

/// <summary>What one person's answers to a theme come to. It is never shown by itself: only means of groups leave.</summary>
/// <param name="IsPartial">Some items were not answered.</param>
public sealed record PersonScore(decimal Score, bool IsPartial);

/// <summary>
/// From answers to figures. Rounded at the last step alone, so two figures that are shown may differ by one from the difference that is
/// shown.
/// </summary>
/// <remarks>The index and its vectors: Civil Service People Survey, technical guide: strongly agree 100, then 75, 50, 25, 0; per person the
/// mean of all items, of a group the mean of its people. Means on a scale of five with reversed items: as the Management Standards do.
/// </remarks>
public static class Scoring
{
    /// <param name="answers">By the code of the item; what is not there was not answered, or does not apply.</param>
    /// <returns>Null where too little was answered to tell.</returns>
    public static PersonScore? Of(SurveyTheme theme, Questionnaire questionnaire, IReadOnlyDictionary<string, int> answers)
    {
        var items = questionnaire.ItemsOf(theme).ToList();
        var given = items.Where(i => answers.ContainsKey(i.Code)).ToList();
        var isEnough = theme.Scoring == ThemeScoring.Index100 ? given.Count == items.Count : given.Count * 2 >= items.Count;
        if (!isEnough || given.Count == 0) return null;
        return new(given.Average(i => Counts(i)), given.Count < items.Count);

        decimal Counts(SurveyItem item)
        {
            var (scale, value) = (questionnaire.ScaleOf(item), answers[item.Code]);
            return theme.Scoring == ThemeScoring.Mean5 ? scale.Turned(value, item.Reverse) : scale.OutOf100(value, item.Reverse);
        }
    }

    /// <summary>The mean of the people; null for nobody.</summary>
    public static decimal? OfGroup(IReadOnlyList<decimal> people) => people.Count == 0 ? null : people.Average();

    /// <summary>The part that agreed: of all who answered, those who chose one of the two best answers of a scale.</summary>
    /// <param name="counts">How many chose each value, after turning round what is reversed.</param>
    /// <returns>Null where nobody answered.</returns>
    public static Percent? Positive(Scale scale, IReadOnlyDictionary<int, int> counts)
    {
        var all = counts.Values.Sum();
        var best = scale.Options.Select(o => o.Value).OrderDescending().Take(2).Sum(v => counts.GetValueOrDefault(v));
        return all == 0 ? null : Percent.Of(best, all);
    }
}
