namespace Fairload.Core.Surveys.Forms;

/// <summary>How the sheets and columns of an XLSForm are called.</summary>
/// <remarks>XLSForm reference (xlsform.org): translations stand in columns of their own, <c>label::English (en)</c>; older forms write one
/// colon, or leave the code of the language out.</remarks>
internal static class FormColumns
{
    public const string Survey = "survey";
    public const string Choices = "choices";
    public const string Settings = "settings";
    public const string Themes = "fairload_themes";

    public const string English = "English (en)";
    public const string Welsh = "Cymraeg (cy)";

    /// <summary>The column as it is compared: <c>label::en</c>, <c>label</c>, <c>list_name</c>, <c>fairload::theme</c>.</summary>
    public static string Plain(string header)
    {
        var mark = header.Contains("::", StringComparison.Ordinal) ? "::" : ":";
        var parts = header.Split(mark, StringSplitOptions.TrimEntries);
        parts[0] = parts[0].ToLowerInvariant().Replace(' ', '_');
        if (parts[0] == "relevance") parts[0] = "relevant";
        if (parts.Length == 2 && parts[0] != "fairload") parts[1] = LanguageOf(parts[1]) ?? parts[1];
        return string.Join("::", parts).TrimEnd(':');
    }

    /// <summary><c>en</c>, <c>cy</c>, or null for a language that Fairload does not speak.</summary>
    public static string? LanguageOf(string language)
    {
        var small = language.Trim().ToLowerInvariant();
        if (small is "en" or "en-gb" or "english" || EndsWith("(en)") || EndsWith("(en-gb)")) return "en";
        return small is "cy" or "welsh" or "cymraeg" || EndsWith("(cy)") ? "cy" : null;

        bool EndsWith(string code) => small.EndsWith(code, StringComparison.Ordinal);
    }

    public static bool IsYes(string cell) => cell.Trim().ToLowerInvariant() is "yes" or "true" or "true()" or "1";

    /// <summary>What becomes of what stands in a column that is not held.</summary>
    public static FormattableString Fate(string plain) => plain.Split("::")[0] switch
    {
        "appearance" => $"How a question looks is not held: it looks as all of its kind do.",
        "constraint" => $"This limit is not held: every answer is taken.",
        "constraint_message" or "required_message" => $"There is a message of our own instead.",
        "required" => $"Nobody has to answer: the question can be skipped.",
        "default" => $"No answer is filled in beforehand.",
        "calculation" or "trigger" => $"Nothing is worked out while somebody answers.",
        "choice_filter" => $"The list is not cut down by an earlier answer: all of its answers are shown.",
        "relevant" => $"It is shown to everybody.",
        "read_only" or "readonly" => $"The question can be answered.",
        "media" or "image" or "audio" or "video" or "big-image" => $"Pictures and sounds are not held.",
        "parameters" => $"These settings of a question are not held.",
        "label" or "hint" or "guidance_hint" when plain.Contains("::", StringComparison.Ordinal) =>
            $"This language is not held: a questionnaire is in English and Welsh.",
        "hint" or "guidance_hint" => $"This hint is not held.",
        _ => $"Nothing of this column is held.",
    };
}
