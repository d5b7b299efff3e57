using System.Text;

namespace Fairload.App.Imports.Sheets;

/// <summary>Text as the cell of a written sheet carries it.</summary>
internal static class CellText
{
    private const int Longest = 32_767;

    /// <summary>No longer than any spreadsheet takes, without what XML can not carry.</summary>
    public static string Carried(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        var carried = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF))) carried.Append(rune);

        return carried.ToString();
    }
}
