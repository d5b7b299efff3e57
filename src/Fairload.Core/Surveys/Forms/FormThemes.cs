namespace Fairload.Core.Surveys.Forms;

/// <summary>Themes stand in a sheet of their own, which other programs do not read.</summary>
internal static class FormThemes
{
    private static readonly HashSet<string> Known = ["code", "label::en", "label::cy", "label", "areas", "standards", "scoring"];

    public static IReadOnlyList<SurveyTheme> Read(IReadOnlyList<FormSheet> sheets, List<FormLoss> losses)
    {
        var themes = new List<SurveyTheme>();
        foreach (var line in FormTable.Find(sheets, FormColumns.Themes)?.Lines ?? [])
        {
            losses.AddRange(line.Left(Known));
            if (!Enum.TryParse<ThemeScoring>(line["scoring"].Trim(), out var scoring) || !Enum.IsDefined(scoring))
                losses.Add(line.Lost("scoring", $"It names no way of scoring, so it is the mean out of 100."));
            var name = line.Says("label", losses) ?? new("", "");
            themes.Add(new(line["code"], name, Several(line["areas"]), Several(line["standards"]), scoring));
        }

        return themes;
    }

    public static FormSheet Write(IReadOnlyList<SurveyTheme> themes) => new(
        FormColumns.Themes,
        ["code", $"label::{FormColumns.English}", $"label::{FormColumns.Welsh}", "areas", "standards", "scoring"],
        [
            .. themes.Select((t, at) => new FormRow(
                at + 2, [t.Code, t.Name.En, t.Name.Cy, string.Join('\n', t.Areas), string.Join('\n', t.Standards), $"{t.Scoring}"])),
        ]);

    /// <summary>One to a line of the cell.</summary>
    private static IReadOnlyList<string> Several(string cell) => cell.Length == 0 ? [] : cell.Split('\n');
}
