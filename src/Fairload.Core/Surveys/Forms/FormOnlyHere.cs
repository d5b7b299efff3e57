namespace Fairload.Core.Surveys.Forms;

/// <summary>What of a questionnaire other programs do not read in a form: it stands in columns of our own and comes back from
/// there.</summary>
internal static class FormOnlyHere
{
    /// <param name="renamed">Questions and groups whose code no other program takes for a name.</param>
    public static IReadOnlyList<FormLoss> Of(Questionnaire asked, int renamed)
    {
        var losses = new List<FormLoss>();
        Add(FormColumns.Settings, "fairload::title_cy", $"Other programs have one title, the English one.");
        Add(FormColumns.Settings, "fairload::for", $"Other programs do not ask who answers.");
        var (counted, reversed) = (asked.Items.Count(i => i.Theme is not null), asked.Items.Count(i => i.Reverse));
        var expected = asked.Items.Count(i => i.Expectation is not null);
        if (counted > 0) Add(FormColumns.Survey, "fairload::theme", $"{counted} questions count for a theme; other programs do not score them.");
        if (reversed > 0) Add(FormColumns.Survey, "fairload::reverse", $"{reversed} statements are turned round in scoring; others do not.");
        if (expected > 0)
            Add(FormColumns.Survey, "fairload::expectation", $"{expected} questions stand beside what an employer states; in others they do not.");
        if (renamed > 0) Add(FormColumns.Survey, "fairload::code", $"{renamed} codes are no names for other programs, which get others.");
        if (asked.Scales.Count > 0)
            Add(FormColumns.Choices, "fairload::scale", $"{asked.Scales.Count} lists have an order; in other programs they are lists.");
        if (asked.Scales.Any(s => s.NotApplicable is not null))
            Add(FormColumns.Choices, "fairload::not_applicable", $"What does not apply counts as no answer; other programs count it as one.");
        if (asked.Themes.Count > 0)
            Add(FormColumns.Themes, "", $"{asked.Themes.Count} themes, with areas, standards and scoring: other programs do not read this sheet.");
        return losses;

        void Add(string sheet, string column, FormattableString says) => losses.Add(new(sheet, null, column, says));
    }
}
