using System.Text.RegularExpressions;

namespace Fairload.Core.Surveys.Comments;

/// <summary>Why something was left out of a comment, or all of it.</summary>
public enum RedactionReason
{
    NamesSomebody,

    /// <summary>By what it tells one could know who wrote it.</summary>
    TellsTheWriter,
    Health,

    /// <summary>A child, a family, an adult whom the department works with.</summary>
    Case,
    Abuse,
    Other,
}

/// <summary>
/// What a reader leaves of a comment. Words can be left out, whole, with <see cref="Gap"/> in their place; nothing can be added, moved or
/// changed, so that nobody puts words into the mouth of whoever wrote it.
/// </summary>
public sealed partial class Redaction
{
    public const string Gap = "[…]";

    private Redaction(string text, IReadOnlyList<RedactionReason> reasons) => (Text, Reasons) = (text, reasons);

    /// <summary>What is left; empty where the whole is withheld.</summary>
    public string Text { get; }

    /// <summary>In the order of the list, each once; none where nothing was left out.</summary>
    public IReadOnlyList<RedactionReason> Reasons { get; }

    public bool IsWithheld => Text.Length == 0;

    /// <summary>Holds what was typed against what was there.</summary>
    /// <param name="before">The comment as this reader was shown it.</param>
    /// <param name="typed">The same with gaps; three dots in brackets are a gap too.</param>
    public static Result<Redaction> Of(string before, string typed, IReadOnlyList<RedactionReason> reasons)
    {
        var (was, left) = (Plain(before), Plain(typed));
        if (left == was) return reasons.Count == 0 ? new Redaction(was, []) : NothingLeftOut;
        if (!Parts(left).Any(IsWord))
            return new Problem("Text", $"Nothing is left of the comment. Withhold the whole instead, or leave some of its words");
        if (Stray(Parts(was), Parts(left)) is { } stray)
            return new Problem("Text", $"At “{stray}” this is not what was written. Leave whole words out and put […] where they stood; add and change nothing");
        return reasons.Count == 0 ? NoReason : new Redaction(left, Sorted(reasons));
    }

    /// <summary>Nothing of it will be shown.</summary>
    public static Result<Redaction> Withhold(IReadOnlyList<RedactionReason> reasons) =>
        reasons.Count == 0 ? NoReason : new Redaction("", Sorted(reasons));

    /// <summary>As it is compared: with the line ends of no system, and one gap where several stand together.</summary>
    public static string Plain(string text) =>
        Gaps().Replace(text.ReplaceLineEndings("\n").Replace("[...]", Gap, StringComparison.Ordinal).Trim(), Gap);

    private static Problem NoReason => new("Reasons", $"Say why something is left out");

    private static Problem NothingLeftOut => new("Text", $"You gave a reason, but nothing is left out. Put […] in the place of the words, or take the reason away");

    /// <summary>Where the second is not the first with stretches of it, a word long or longer, in gaps; null where it is.</summary>
    private static string? Stray(List<string> was, List<string> left)
    {
        var pieces = Pieces(left);
        var at = 0;
        foreach (var (number, piece) in pieces.Index())
        {
            var isLast = number == pieces.Count - 1;
            var least = number == 0 ? 0 : BehindAWord(was, at);
            // What follows the last gap stands at the end; anything between stands where it comes first.
            var from = number > 0 && isLast ? Math.Max(least, was.Count - piece.Count) : least;
            var most = number == 0 ? 0 : was.Count - piece.Count;
            while (from <= most && !StandsAt(was, piece, from)) from++;
            if (from > most || !StandsAt(was, piece, from)) return Said(piece, was, at);
            at = from + piece.Count;
        }

        return at == was.Count ? null : Said(pieces[^1], was, 0);
    }

    /// <summary>Where the shortest gap from here on ends: a gap that hid no word would tell of one that never was.</summary>
    private static int BehindAWord(List<string> was, int from)
    {
        while (from < was.Count && was[from] != Gap && !IsWord(was[from])) from++;
        return from + 1;
    }

    private static List<List<string>> Pieces(List<string> parts)
    {
        var pieces = new List<List<string>> { new() };
        foreach (var part in parts)
        {
            if (part == Gap) pieces.Add([]);
            else pieces[^1].Add(part);
        }

        return pieces;
    }

    private static bool StandsAt(List<string> was, List<string> piece, int from) =>
        from + piece.Count <= was.Count && piece.Index().All(p => was[from + p.Index] == p.Item);

    /// <summary>Some words of the piece, so that it can be found.</summary>
    private static string Said(List<string> piece, List<string> was, int at)
    {
        var same = Enumerable.Range(at, was.Count - at)
            .Select(from => piece.Zip(was.Skip(from)).TakeWhile(p => p.First == p.Second).Count()).DefaultIfEmpty().Max();
        const int Around = 7;
        var words = string.Concat(piece.Skip(Math.Max(0, same - 2)).Take(Around)).Trim();
        return words.Length > 0 ? words : Gap;
    }

    private static IReadOnlyList<RedactionReason> Sorted(IReadOnlyList<RedactionReason> reasons) => [.. reasons.Distinct().Order()];

    private static List<string> Parts(string text) => [.. Part().Matches(text).Select(m => m.Value)];

    private static bool IsWord(string part) => part.Any(char.IsLetterOrDigit);

    [GeneratedRegex(@"(\[…\])(\s*\[…\])+")]
    private static partial Regex Gaps();

    /// <summary>A gap; a word with what stands within it; blanks together; or one sign.</summary>
    [GeneratedRegex(@"\[…\]|[\p{L}\p{M}\p{N}]+(?:['’.@_-][\p{L}\p{M}\p{N}]+)*|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Part();
}
