using System.Globalization;
using System.Text;

namespace Fairload.Core.Imports;

/// <summary>How text that a person or a system wrote into a sheet is tidied for keeping, and folded for comparing.</summary>
public static class Written
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['‘'] = "'",
        ['’'] = "'",
        ['‚'] = "'",
        ['‛'] = "'",
        ['`'] = "'",
        ['´'] = "'",
        ['ʼ'] = "'",
        ['′'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['″'] = "\"",
        ['‐'] = "-",
        ['‑'] = "-",
        ['‒'] = "-",
        ['–'] = "-",
        ['—'] = "-",
        ['−'] = "-",
    };

    /// <summary>As it is kept: no zero-width or control characters, every kind of blank one ordinary blank, none at the ends.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsTidy(text)) return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>As it is compared and never shown: clean, small letters, without accents, straight quotes and short dashes.</summary>
    public static string Fold(string? text)
    {
        var clean = Clean(text);
        if (clean.Length == 0) return "";

        var folded = new StringBuilder(clean.Length);
        foreach (var c in Ascii.IsValid(clean) ? clean : clean.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var small = char.ToLowerInvariant(c);
            if (Letters.TryGetValue(small, out var plain)) folded.Append(plain);
            else folded.Append(small);
        }

        return Clean(folded.ToString());
    }

    /// <summary>A header as it is compared: its words only, so that a question mark, a bracket or an apostrophe does not matter.</summary>
    public static string FoldHeader(string? text)
    {
        var folded = Fold(text).Replace("'", "", StringComparison.Ordinal).Replace("%", " percent ", StringComparison.Ordinal);
        var words = new StringBuilder(folded.Length);
        foreach (var c in folded)
            words.Append(char.IsLetterOrDigit(c) ? c : ' ');

        return Clean(words.ToString());
    }

    /// <summary>Short enough to be named in a sentence.</summary>
    public static string Brief(string? text)
    {
        var clean = Clean(text);
        if (clean.Length <= 60) return clean;
        return clean[..(char.IsHighSurrogate(clean[58]) ? 58 : 59)] + "…";
    }

    private static bool IsTidy(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ') return false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] is < ' ' or > '~' || (text[i] == ' ' && text[i - 1] == ' ')) return false;

        return true;
    }
}
