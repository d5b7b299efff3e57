namespace Fairload.Core.Surveys;

/// <summary>Who answers.</summary>
public enum Respondents { Practitioners, Employer, PeopleAndCarers }

/// <summary>
/// What is asked, in both languages, as data. A questionnaire is never changed once it has been used: a new version has the next number.
/// </summary>
public sealed record Questionnaire(
    string Code, int Version, Wording Name, Respondents For, Wording Introduction, IReadOnlyList<Scale> Scales,
    IReadOnlyList<SurveyTheme> Themes, IReadOnlyList<SurveySection> Sections)
{
    public IEnumerable<SurveyItem> Items => Sections.SelectMany(s => s.Items);

    /// <summary>The statements that count for a theme.</summary>
    public IEnumerable<SurveyItem> ItemsOf(SurveyTheme theme) => Items.Where(i => i.Kind == ItemKind.Scale && i.Theme == theme.Code);

    /// <summary>The scale of a statement.</summary>
    public Scale ScaleOf(SurveyItem item) => Scales.Single(s => s.Code == item.Scale);

    /// <summary>Refuses what nobody could answer or score: a text without one of its languages, two things of one code, a scale or theme
    /// that is not there, options that are not two, and an item that is asked after an answer that was not given before it.</summary>
    public static Result<Questionnaire> Read(Questionnaire asked)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(asked.Code)) problems.Add(new("Code", $"The questionnaire needs a code, for example pulse"));
        if (asked.Version < 1) problems.Add(new("Version", $"The version is {asked.Version}; give 1 or more"));
        if (!asked.Name.IsWhole) problems.Add(new("Name", $"The questionnaire needs a name in English and in Welsh"));
        if (!asked.Items.Any()) problems.Add(new("Sections", $"The questionnaire asks nothing; add a section with an item"));
        problems.AddRange(Twice(asked));
        foreach (var scale in asked.Scales) problems.AddRange(Faults(scale));
        foreach (var theme in asked.Themes) problems.AddRange(Faults(theme, asked));
        var earlier = new List<SurveyItem>();
        foreach (var item in asked.Items)
        {
            problems.AddRange(ItemFaults.Of(item, asked, earlier));
            earlier.Add(item);
        }

        if (problems.Count > 0) return problems;
        return asked;
    }

    private static IEnumerable<Problem> Twice(Questionnaire asked)
    {
        foreach (var code in Doubles(asked.Items.Select(i => i.Code)))
            yield return new("Items", $"Two items have the code {code}; give each one of its own");
        foreach (var code in Doubles(asked.Scales.Select(s => s.Code)))
            yield return new("Scales", $"Two scales have the code {code}; give each one of its own");
        foreach (var code in Doubles(asked.Themes.Select(t => t.Code)))
            yield return new("Themes", $"Two themes have the code {code}; give each one of its own");
    }

    private static IEnumerable<Problem> Faults(Scale scale)
    {
        if (scale.Options.Count < 2) yield return new("Scales", $"The scale {scale.Code} needs at least two answers");
        if (scale.Options.Select(o => o.Value).Distinct().Count() != scale.Options.Count)
            yield return new("Scales", $"Two answers of the scale {scale.Code} have the same value");
        if (scale.Options.Any(o => !o.Says.IsWhole) || scale.NotApplicable is { IsWhole: false })
            yield return new("Scales", $"An answer of the scale {scale.Code} is not said in both languages");
    }

    private static IEnumerable<Problem> Faults(SurveyTheme theme, Questionnaire asked)
    {
        if (!theme.Name.IsWhole) yield return new("Themes", $"The theme {theme.Code} needs a name in English and in Welsh");
        if (!asked.ItemsOf(theme).Any()) yield return new("Themes", $"No statement counts for the theme {theme.Code}; take it out, or name it there");
    }

    private static IEnumerable<string> Doubles(IEnumerable<string> codes) =>
        codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
