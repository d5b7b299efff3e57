using System.Globalization;

namespace Fairload.Web;

/// <summary>
/// Everything the site says, in the reader's language: <c>T["English text"]</c>. The English text is the key; the Welsh stands
/// in <c>words.cy.json</c>, and where it is missing the English is shown. <c>docs/welsh.md</c> says which words are used for what.
/// </summary>
public sealed class Catalogue(Language language)
{
    public Language Language { get; } = language;

    public string this[string english] => Translated(english);

    /// <summary>With holes: <c>T["{0} is over {1}", name, limit]</c>. Dates are written out; numbers stay as they are.</summary>
    public string this[string english, params object?[] holes] => Filled(Translated(english), holes);

    /// <summary>A sentence from a desk, whose format is its key.</summary>
    public string this[FormattableString says] => says.ArgumentCount == 0
        ? string.Format(Language.Culture, Translated(says.Format))
        : Filled(Translated(says.Format), says.GetArguments());

    /// <summary>A number of things: <c>T.Count(n, one: "{0} case waits", other: "{0} cases wait")</c>. Welsh has six forms.</summary>
    public string Count(int count, string one, string other, params object?[] further)
    {
        object?[] holes = [Number(count), .. further];
        if (Language != Language.Welsh || !WelshWords.Loaded.Plurals.TryGetValue(WelshWords.PluralKey(one, other), out var forms))
            return Filled(count == 1 ? one : other, holes);

        return Filled(forms.GetValueOrDefault(WelshForm(count)) ?? forms.GetValueOrDefault("other") ?? (count == 1 ? one : other), holes);
    }

    /// <summary>14 November 2026.</summary>
    public string Date(DateOnly day) => day.ToString("d MMMM yyyy", Language.Culture);

    /// <summary>14 Nov, for tables.</summary>
    public string ShortDate(DateOnly day) => day.ToString("d MMM", ShortNames).TrimEnd('.');

    /// <summary>Two decimals at most, with commas between thousands.</summary>
    public string Number(decimal number) => Rounded(number, 2).ToString("#,##0.##", Language.Culture);

    /// <summary>Exactly so many decimals, half away from zero.</summary>
    public string Number(decimal number, int decimals) => Rounded(number, decimals).ToString($"N{decimals}", Language.Culture);

    /// <summary>118%: whole unless a decimal changes the decision.</summary>
    public string Percent(Percent share, int decimals = 0) => Number(share.Value, decimals) + "%";

    // The British names have a Sept of four letters, which sets a column crooked.
    private CultureInfo ShortNames => Language == Language.Welsh ? Language.Culture : CultureInfo.InvariantCulture;

    private static decimal Rounded(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private string Translated(string english) =>
        Language == Language.Welsh && WelshWords.Loaded.Texts.TryGetValue(english, out var welsh) ? welsh : english;

    private string Filled(string format, object?[] holes) =>
        string.Format(Language.Culture, format, [.. holes.Select(hole => hole is DateOnly day ? Date(day) : hole)]);

    /// <remarks>CLDR plural rules for cy: 0, 1, 2, 3 and 6 each have a form of their own.</remarks>
    private static string WelshForm(int count) =>
        count switch { 0 => "zero", 1 => "one", 2 => "two", 3 => "few", 6 => "many", _ => "other" };
}
