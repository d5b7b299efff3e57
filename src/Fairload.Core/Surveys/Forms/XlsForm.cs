using System.Globalization;

namespace Fairload.Core.Surveys.Forms;

/// <summary>
/// A questionnaire from the sheets of an XLSForm. What Fairload does not hold and can be left out is told; what would make another
/// questionnaire when left out refuses the form.
/// </summary>
/// <remarks>XLSForm reference, xlsform.org: sheets survey, choices and settings; see decision 104.</remarks>
public static class XlsForm
{
    private static readonly HashSet<string> OfSettings =
        ["form_title", "form_id", "version", "default_language", "fairload::title_cy", "fairload::code", "fairload::for"];

    /// <param name="fileName">Without its ending: the code where the form has none.</param>
    public static Result<FormRead> Read(IReadOnlyList<FormSheet> sheets, string fileName)
    {
        var settings = FormTable.Find(sheets, FormColumns.Settings)?.First;
        var usual = FormColumns.LanguageOf(settings?["default_language"] ?? "") ?? "en";
        if (FormTable.Find(sheets, FormColumns.Survey, usual) is not { } survey)
            return new Problem("Form", $"The form has no sheet survey. Is it an XLSForm? Nothing was stored");
        if (!survey.Has("type") || !survey.Has("name"))
            return new Problem("Form", $"The survey sheet needs the columns type and name in its first row. Nothing was stored");

        var (losses, problems) = (new List<FormLoss>(), new List<Problem>());
        var choices = FormTable.Find(sheets, FormColumns.Choices, usual);
        var lists = choices is null ? [] : FormChoices.Read(choices, losses, problems);
        var name = Name(settings, fileName);
        var items = new FormItems(lists, losses, problems);
        var sections = new FormSections(items, name, losses, problems);
        var read = sections.Read(survey);
        losses.AddRange(lists.Where(l => l.Scale is null && !items.Used.Contains(l.Name))
            .Select(l => new FormLoss(choices!.Name, null, "list_name", $"No question that is held uses the list {l.Name}.")));
        losses.AddRange(sheets.Where(s => !IsRead(s) && s.Rows.Count > 0)
            .Select(s => new FormLoss(s.Name, null, "", $"This sheet is not read.")));
        if (problems.Count > 0) return problems;

        var asked = new Questionnaire(
            Code(settings, fileName, losses), Version(settings, losses), name, For(settings, losses), sections.Introduction ?? new("", ""),
            [.. lists.Where(l => l.Scale is not null).Select(l => new Scale(l.Scale!, l.Options, l.NotApplicable))],
            FormThemes.Read(sheets, losses), read);
        if (settings is not null) losses.AddRange(settings.Left(OfSettings));
        return Questionnaire.Read(asked).Try(out var sound, out var faults) ? new FormRead(sound, losses) : faults.ToList();
    }

    private static bool IsRead(FormSheet sheet) => sheet.Name.Trim().ToLowerInvariant()
        is FormColumns.Survey or FormColumns.Choices or FormColumns.Settings or FormColumns.Themes;

    private static Wording Name(FormLine? settings, string fileName)
    {
        var title = settings?.Or("form_title") ?? settings?.Or("form_id") ?? fileName;
        return new(title, settings?.Or("fairload::title_cy") ?? title);
    }

    private static string Code(FormLine? settings, string fileName, List<FormLoss> losses)
    {
        if ((settings?.Or("fairload::code") ?? settings?.Or("form_id")) is { } code) return code;
        losses.Add(new(FormColumns.Settings, null, "form_id", $"There is none, so the questionnaire is called {fileName} by its file."));
        return fileName;
    }

    private static int Version(FormLine? settings, List<FormLoss> losses)
    {
        var written = settings?["version"].Trim() ?? "";
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0) return version;
        losses.Add(new(FormColumns.Settings, settings?.Number, "version", $"“{written}” is no whole number from 1 on, so it is version 1."));
        return 1;
    }

    private static Respondents For(FormLine? settings, List<FormLoss> losses)
    {
        var written = settings?["fairload::for"].Trim() ?? "";
        if (Enum.GetNames<Respondents>().Contains(written)) return Enum.Parse<Respondents>(written);
        losses.Add(new(FormColumns.Settings, settings?.Number, "fairload::for", $"Who answers is not said, so it is for practitioners."));
        return Respondents.Practitioners;
    }
}
