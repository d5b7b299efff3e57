using System.Diagnostics.CodeAnalysis;

namespace Fairload.Core.Surveys.Rounds;

/// <summary>
/// What lets somebody answer once: sixteen letters and digits, shown in fours. Two name the round, thirteen are drawn (65 bits), and the
/// last one tells a slip of the finger from a code that nobody has.
/// </summary>
/// <remarks>The letters of Crockford's base 32: no I, L, O and U, so that nothing can be taken for a 1 or a 0. The last is a sum in the
/// field of 32 elements in which each place weighs another power, so that one wrong letter and two that changed places are always
/// seen.</remarks>
public sealed record AccessCode
{
    public const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    public const int Length = 16;
    public const int MarkLength = 2;

    private AccessCode(string text) => Text = text;

    /// <summary>Without gaps, as it is kept and compared.</summary>
    public string Text { get; }

    /// <summary>Names the round.</summary>
    public string Mark => Text[..MarkLength];

    /// <summary>For reading: <c>7K2M-9QXA-…</c>.</summary>
    public override string ToString() => string.Join('-', Text.Chunk(4).Select(part => new string(part)));

    /// <param name="mark">Of the round.</param>
    /// <param name="below">Draws a whole number from 0 up to and without its argument. What is drawn here keeps ballots apart, so the
    /// program gives the generator of the system; only a demo gives its seed.</param>
    public static AccessCode Draw(string mark, Func<int, int> below)
    {
        if (mark.Length != MarkLength || mark.Any(c => !Letters.Contains(c)))
            throw new ArgumentException("A mark has two letters of a code.", nameof(mark));
        var drawn = mark + string.Concat(Enumerable.Range(0, Length - MarkLength - 1).Select(_ => Letters[below(Letters.Length)]));
        return new(drawn + Letters[Sum(drawn)]);
    }

    /// <summary>As many as are wanted, no two the same, in no order.</summary>
    public static IReadOnlyList<AccessCode> Draw(string mark, int count, Func<int, int> below)
    {
        var drawn = new HashSet<AccessCode>();
        while (drawn.Count < count) drawn.Add(Draw(mark, below));
        return [.. drawn];
    }

    /// <summary>The mark of the round with this number, counted from 0.</summary>
    public static string MarkOf(int number) => $"{Letters[number / Letters.Length % Letters.Length]}{Letters[number % Letters.Length]}";

    /// <summary>Takes what people type: small letters, gaps, dashes, an O for the 0, an I or an L for the 1.</summary>
    public static bool TryRead(string? typed, [NotNullWhen(true)] out AccessCode? code)
    {
        code = null;
        if (typed is null || typed.Length > 4 * Length) return false;
        var folded = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (folded.Length != Length || folded.Any(c => !Letters.Contains(c))) return false;
        if (Letters[Sum(folded[..^1])] != folded[^1]) return false;
        code = new(folded);
        return true;
    }

    private static int Sum(string letters)
    {
        var (sum, weight) = (0, 1);
        foreach (var letter in letters)
        {
            weight = Times(weight, 2);
            sum ^= Times(Letters.IndexOf(letter, StringComparison.Ordinal), weight);
        }

        return sum;
    }

    /// <summary>In the field of 32 elements, by x^5 + x^2 + 1.</summary>
    private static int Times(int one, int other)
    {
        var product = 0;
        for (; other > 0; other >>= 1, one = (one << 1) ^ ((one & 16) != 0 ? 0b100101 : 0))
            if ((other & 1) != 0) product ^= one;
        return product & 31;
    }
}
