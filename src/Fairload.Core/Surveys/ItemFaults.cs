namespace Fairload.Core.Surveys;

/// <summary>What is wrong with one item of a questionnaire.</summary>
internal static class ItemFaults
{
    /// <param name="earlier">The items that are asked before it.</param>
    public static IEnumerable<Problem> Of(SurveyItem item, Questionnaire asked, IReadOnlyList<SurveyItem> earlier)
    {
        if (string.IsNullOrWhiteSpace(item.Code)) yield return new("Items", $"An item has no code; give it one");
        if (!item.Says.IsWhole || item.Help is { IsWhole: false })
            yield return new("Items", $"The item {item.Code} is not said in both languages");
        if (item.Theme is { } theme && asked.Themes.All(t => t.Code != theme))
            yield return new("Items", $"The item {item.Code} counts for the theme {theme}, which is not there");
        foreach (var problem in OfKind(item, asked)) yield return problem;
        if (item.AskWhen is { } when && Unasked(when, asked, earlier))
            yield return new("Items", $"The item {item.Code} follows an answer to {when.Item} that nobody can have given before it");
    }

    private static IEnumerable<Problem> OfKind(SurveyItem item, Questionnaire asked)
    {
        var isChoice = item.Kind is ItemKind.OneOf or ItemKind.AnyOf;
        if ((item.Kind == ItemKind.Scale) != (item.Scale is not null))
            yield return new("Items", $"The item {item.Code} needs a scale if it is a statement, and none otherwise");
        else if (item.Scale is { } scale && asked.Scales.All(s => s.Code != scale))
            yield return new("Items", $"The item {item.Code} has the scale {scale}, which is not there");
        if (item.Kind == ItemKind.Scale && item.Theme is null)
            yield return new("Items", $"The statement {item.Code} counts for no theme; name one");
        if (isChoice != (item.Options is not null))
            yield return new("Items", $"The item {item.Code} needs options if one chooses among them, and none otherwise");
        else if (item.Options is { } options && (options.Count < 2 || options.Select(o => o.Value).Distinct().Count() != options.Count))
            yield return new("Items", $"The item {item.Code} needs at least two options, each with a value of its own");
        if (item.Options?.Any(o => !o.Says.IsWhole) == true)
            yield return new("Items", $"An option of the item {item.Code} is not said in both languages");
        if (item.Least > item.Most || (item.Kind != ItemKind.Number && (item.Least is not null || item.Most is not null)))
            yield return new("Items", $"The limits of the item {item.Code} let nobody answer; they are for numbers, the least first");
    }

    /// <summary>Only what is asked before can lead on, so nothing goes round in a circle.</summary>
    private static bool Unasked(AskWhen when, Questionnaire asked, IReadOnlyList<SurveyItem> earlier)
    {
        if (earlier.FirstOrDefault(e => e.Code == when.Item) is not { } before || when.Is.Count == 0) return true;
        var values = before.Kind == ItemKind.Scale ? asked.Scales.FirstOrDefault(s => s.Code == before.Scale)?.Options : before.Options;
        return values is null || when.Is.Any(v => values.All(o => o.Value != v));
    }
}
