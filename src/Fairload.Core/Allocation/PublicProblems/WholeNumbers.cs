using System.Globalization;

namespace Fairload.Core.Allocation.PublicProblems;

/// <summary>
/// A text of whole numbers between blanks, read from front to back. Remembers the first thing wrong with it and gives 0 from then
/// on, so that whoever reads need look only once before using a count, and once at the end.
/// </summary>
internal sealed class WholeNumbers
{
    private readonly List<long> _values = [];
    private readonly List<int> _lines = [];
    private int _next;

    /// <summary>The first thing wrong, in a sentence with its line.</summary>
    public Problem? Wrong { get; private set; }

    /// <summary>How many numbers are still to come.</summary>
    public int Left => _values.Count - _next;

    public static WholeNumbers In(string text)
    {
        var numbers = new WholeNumbers();
        var line = 1;
        for (var at = 0; at < text.Length && numbers.Wrong is null; at++)
        {
            if (text[at] == '\n') line++;
            if (char.IsWhiteSpace(text[at])) continue;

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            numbers.Add(text.AsSpan(at, end - at), line);
            at = end - 1;
        }

        return numbers;
    }

    /// <summary>The number that stands there next without taking it; 0 where the text has ended.</summary>
    public long Peek(int ahead = 0) => _next + ahead < _values.Count ? _values[_next + ahead] : 0;

    /// <summary>The next number, which must lie between the limits; what it is goes into the sentence when it does not.</summary>
    public long Take(string what, long least, long most)
    {
        if (Wrong is not null) return 0;
        if (Left == 0)
        {
            Wrong = new("", $"The file ends before {what}");
            return 0;
        }

        var (value, line) = (_values[_next], _lines[_next]);
        _next++;
        if (value >= least && value <= most) return value;
        Wrong = new("", $"Line {line}: {what} is {value}, and must be between {least} and {most}");
        return 0;
    }

    /// <summary>What the reader itself finds wrong; the line is that of the last number taken.</summary>
    public void Refuse(FormattableString says) =>
        Wrong ??= new("", $"Line {(_next > 0 ? _lines[_next - 1] : 1)}: {says.ToString(CultureInfo.InvariantCulture)}");

    public int TakeInt(string what, int least, int most) => (int)Take(what, least, most);

    /// <summary>Says so where something follows what should be all.</summary>
    public void End(string whole)
    {
        if (Wrong is null && Left > 0) Wrong = new("", $"Line {_lines[_next]}: {Left} numbers follow after {whole} is complete");
    }

    private void Add(ReadOnlySpan<char> word, int line)
    {
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            _values.Add(value);
            _lines.Add(line);
            return;
        }

        var shown = word.Length > 20 ? $"{word[..20]}…" : word.ToString();
        Wrong = new("", $"Line {line}: “{shown}” is not a whole number");
    }
}
