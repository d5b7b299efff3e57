namespace Fairload.Core.Surveys.Rounds;

/// <summary>What a questionnaire asks of whoever answers it.</summary>
/// <param name="Minutes">For most people, rounded up; 1 or more.</param>
/// <param name="ReadingAge">In years, of the English text; null where there is too little text to tell. Of Welsh no measure is known to
/// hold.</param>
public sealed record Effort(int Minutes, int? ReadingAge)
{
    private const int WordsAMinute = 200;
    private const int FewestWords = 30;

    /// <summary>Everything is counted as asked, also what is skipped by some.</summary>
    /// <remarks>Reading age: the grade of Flesch and Kincaid (Kincaid and others, Derivation of new readability formulas, 1975), 0.39 ×
    /// words a sentence + 11.8 × syllables a word − 15.59, plus five years.</remarks>
    public static Effort Of(Questionnaire asked)
    {
        var texts = asked.Items.SelectMany(Texts).Prepend(asked.Introduction.En).ToList();
        var words = texts.SelectMany(Words).ToList();
        var seconds = 60m * words.Count / WordsAMinute + asked.Items.Sum(i => Seconds(i.Kind));
        return new((int)Math.Ceiling(seconds / 60m), AgeOf(texts));
    }

    /// <summary>The reading age of English texts, in years; null where there are fewer than thirty words.</summary>
    /// <remarks>As of a questionnaire.</remarks>
    public static int? AgeOf(IReadOnlyList<string> texts)
    {
        var words = texts.SelectMany(Words).ToList();
        return words.Count < FewestWords ? null : Age(texts, words);
    }

    private static IEnumerable<string> Texts(SurveyItem item)
    {
        yield return item.Says.En;
        if (item.Help is { } help) yield return help.En;
        foreach (var option in item.Options ?? []) yield return option.Says.En;
    }

    /// <summary>To choose or to write, after reading.</summary>
    private static int Seconds(ItemKind kind) => kind switch
    {
        ItemKind.Scale => 4,
        ItemKind.OneOf => 6,
        ItemKind.AnyOf => 10,
        ItemKind.Number => 10,
        ItemKind.Text => 60,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static int Age(IReadOnlyList<string> texts, IReadOnlyList<string> words)
    {
        var sentences = texts.Sum(
            t => Math.Max(1, t.Split(['.', '?', '!'], StringSplitOptions.RemoveEmptyEntries).Count(s => Words(s).Any())));
        var grade = 0.39m * words.Count / sentences + 11.8m * words.Sum(Syllables) / words.Count - 15.59m;
        return Math.Clamp((int)Math.Round(grade + 5m, MidpointRounding.AwayFromZero), 5, 22);
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '\t', '/', '–'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetter));

    /// <summary>Runs of vowels, without a silent e at the end; at least one.</summary>
    internal static int Syllables(string word)
    {
        var letters = string.Concat(word.Where(char.IsLetter)).ToLowerInvariant();
        var runs = letters.Where((c, at) => IsVowel(c) && (at == 0 || !IsVowel(letters[at - 1]))).Count();
        if (letters.Length > 2 && letters[^1] == 'e' && !IsVowel(letters[^2]) && !letters.EndsWith("le", StringComparison.Ordinal)) runs--;
        return Math.Max(1, runs);
    }

    private static bool IsVowel(char letter) => "aeiouy".Contains(letter);
}
