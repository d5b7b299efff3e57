using Fairload.Core.Imports;

namespace Fairload.Core.Workforce;

/// <summary>Notes of what was said say what, and never who. A note that names somebody of staff is refused.</summary>
/// <remarks>Peer challenges of councils work by the same rule: nothing that is said there is attributed.</remarks>
public static class Attribution
{
    /// <summary>The first name of staff, first name and surname together in either order, that a text holds; null for none. One name alone
    /// is taken for a word: Hope, Grace and Mark are both.</summary>
    public static string? Named(string text, IEnumerable<string> staff)
    {
        var said = $" {Words(text)} ";
        foreach (var name in staff)
        {
            var words = Words(PersonName.Fold(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2) continue;
            var (first, last) = (words[0], words[^1]);
            string[] ways = [$"{first} {last}", $"{last} {first}", string.Join(' ', words)];
            if (ways.Any(way => said.Contains($" {way} ", StringComparison.Ordinal))) return name;
        }

        return null;
    }

    /// <summary>Small letters without accents, one blank between words, nothing else.</summary>
    private static string Words(string text) => string.Join(
        ' ', new string([.. Written.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
