using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Fairload.Core.Surveys.Comments;

/// <summary>What somebody may have to act on soon.</summary>
public enum HarmKind { SelfHarm, Violence, ChildAtRisk, AdultAtRisk, Bullying, SexualHarassment }

/// <summary>Words and phrases of one kind, in English and in Welsh. A star at the end of a word stands for any ending.</summary>
public sealed record HarmList(HarmKind Kind, IReadOnlyList<string> En, IReadOnlyList<string> Cy);

/// <summary>
/// Words that may speak of harm. A short list finds some and misses others, and finds what is harmless: it makes a reader look twice and
/// decides nothing.
/// </summary>
public sealed partial class WordsOfHarm(IReadOnlyList<HarmList> lists)
{
    private readonly IReadOnlyList<(HarmKind Kind, string[] Words)> _phrases =
        [.. lists.SelectMany(l => l.En.Concat(l.Cy).Select(p => (l.Kind, Folded(p))))];

    /// <summary>The kinds that the text may speak of, in whichever language, each once.</summary>
    public IReadOnlyList<HarmKind> In(string text)
    {
        var said = Folded(text);
        return [.. _phrases.Where(p => Enumerable.Range(0, said.Length).Any(at => StandsAt(said, p.Words, at)))
            .Select(p => p.Kind).Distinct().Order()];
    }

    private static bool StandsAt(string[] said, string[] phrase, int at) =>
        at + phrase.Length <= said.Length && phrase.Index().All(p => p.Item.EndsWith('*')
            ? said[at + p.Index].StartsWith(p.Item[..^1], StringComparison.Ordinal) : said[at + p.Index] == p.Item);

    /// <summary>Lower case, without accents, hyphens and apostrophes: as people type in a hurry.</summary>
    private static string[] Folded(string text)
    {
        var plain = new StringBuilder();
        foreach (var sign in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark || sign is '\'' or '’') continue;
            plain.Append(sign);
        }

        return [.. Word().Matches(plain.ToString()).Select(m => m.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+\*?")]
    private static partial Regex Word();
}
