namespace Fairload.Core.Surveys.Rounds;

/// <summary>Up to six items of a section that are asked on one page.</summary>
/// <param name="Number">From 1, whatever was answered, so that going back and on leads to the same place.</param>
public sealed record AnswerPage(int Number, SurveySection Section, IReadOnlyList<SurveyItem> Items);

/// <summary>A questionnaire as pages, and which of its items are asked after what was answered so far.</summary>
public static class AnswerPages
{
    public const int MostItems = 6;

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<AnswerPage> Of(Questionnaire asked) =>
    [
        .. asked.Sections.SelectMany(s => s.Items.Chunk(MostItems).Select(items => (s, items)))
            .Select((page, at) => new AnswerPage(at + 1, page.s, page.items)),
    ];

    /// <param name="given">What was answered, by the code of the item.</param>
    public static bool IsAsked(Questionnaire asked, SurveyItem item, IReadOnlyDictionary<string, string[]> given)
    {
        if (item.AskWhen is not { } when) return true;
        var before = asked.Items.First(i => i.Code == when.Item);
        return IsAsked(asked, before, given) && given.GetValueOrDefault(when.Item) is { } values
            && when.Is.Any(v => values.Contains(v.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The next page after this one on which anything is asked; null after the last.</summary>
    public static AnswerPage? After(Questionnaire asked, int number, IReadOnlyDictionary<string, string[]> given) =>
        Of(asked).FirstOrDefault(p => p.Number > number && p.Items.Any(i => IsAsked(asked, i, given)));

    /// <summary>The last page before this one on which anything is asked; null before the first.</summary>
    public static AnswerPage? Before(Questionnaire asked, int number, IReadOnlyDictionary<string, string[]> given) =>
        Of(asked).LastOrDefault(p => p.Number < number && p.Items.Any(i => IsAsked(asked, i, given)));

    /// <summary>Without answers to what is not asked any more, because an earlier answer was changed. What the questionnaire does not know
    /// stays, so that a changed form is noticed.</summary>
    public static IReadOnlyDictionary<string, string[]> Kept(Questionnaire asked, IReadOnlyDictionary<string, string[]> given)
    {
        var items = asked.Items.ToDictionary(i => i.Code);
        return given.Where(g => !items.TryGetValue(g.Key, out var item) || IsAsked(asked, item, given))
            .ToDictionary(g => g.Key, g => g.Value);
    }
}
