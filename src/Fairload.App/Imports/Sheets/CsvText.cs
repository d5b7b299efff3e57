using System.Text;

namespace Fairload.App.Imports.Sheets;

/// <summary>How a text file writes its letters and separates its values, found by looking at it.</summary>
internal static class CsvText
{
    /// <summary>No cell is longer; a quotation mark that is still open then was never closed.</summary>
    private const int LongestValue = 32_767;

    private static readonly char[] Separators = [',', ';', '\t'];

    static CsvText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>By its byte order mark; else UTF-8 where every byte allows it; else the code page of Windows in western Europe.</summary>
    public static Encoding EncodingOf(Stream file)
    {
        var head = new byte[3];
        file.Position = 0;
        var length = file.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        if (length >= 2 && head[0] == 0xFF && head[1] == 0xFE) return Encoding.Unicode;
        if (length >= 2 && head[0] == 0xFE && head[1] == 0xFF) return Encoding.BigEndianUnicode;
        return IsUtf8(file) ? new UTF8Encoding(false) : Encoding.GetEncoding(1252);
    }

    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, chars) = (new byte[1 << 16], new char[(1 << 16) + 8]);
        try
        {
            while (file.Read(bytes) is > 0 and var read) decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>The separator that most of the first lines hold equally often; a comma where none does.</summary>
    public static char SeparatorOf(TextReader text)
    {
        var lines = FirstLines(text, 30);
        var best = (Separator: ',', Lines: 0, Times: 0);
        foreach (var separator in Separators)
        {
            var usual = lines.Select(l => Occurrences(l, separator)).Where(n => n > 0).GroupBy(n => n)
                .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
            if (usual is not null && (usual.Count(), usual.Key).CompareTo((best.Lines, best.Times)) > 0)
                best = (separator, usual.Count(), usual.Key);
        }

        return best.Separator;
    }

    /// <summary>What makes a text file unreadable as a table, or null. Walks through the whole of it.</summary>
    public static Problem? Fault(TextReader text, char separator, string fileName)
    {
        var buffer = new char[1 << 14];
        var (line, openedOn, length) = (1, 0, 0);
        var (inQuotes, mayEnd, atStart) = (false, false, true);
        while (text.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (c == '\0')
                    return new("file", $"{fileName} holds NUL characters in line {line}, so it is no plain text. Export it again as CSV.");
                if (c == '\n') line++;
                if (inQuotes && ++length > LongestValue) return Unclosed(openedOn, fileName);

                if (inQuotes && !mayEnd)
                {
                    mayEnd = c == '"';
                    continue;
                }

                if (inQuotes && c == '"')
                {
                    mayEnd = false;
                    continue;
                }

                (inQuotes, mayEnd) = (false, false);
                if (atStart && c == '"') (inQuotes, openedOn, length) = (true, line, 0);
                atStart = c == separator || c is '\n' or '\r';
            }
        }

        return inQuotes && !mayEnd ? Unclosed(openedOn, fileName) : null;
    }

    /// <summary>
    /// The values of each record, blank lines counted as records with one empty value, so that the number of a record is the row that a
    /// spreadsheet program shows. The list is used again for the next record.
    /// </summary>
    /// <remarks>RFC 4180, and kinder: what follows a closing quotation mark belongs to the value, and any line end will do.</remarks>
    public static IEnumerable<IReadOnlyList<string>> Records(TextReader text, char separator)
    {
        var (buffer, values, value) = (new char[1 << 14], new List<string>(), new StringBuilder());
        var (inQuotes, mayEnd, atStart, afterReturn, pending) = (false, false, true, false, false);
        while (text.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                var c = buffer[i];
                var isSecondOfLineEnd = afterReturn && c == '\n';
                afterReturn = false;
                if (isSecondOfLineEnd) continue;

                pending = true;
                if (inQuotes && !mayEnd)
                {
                    if (c == '"') mayEnd = true;
                    else value.Append(c);
                    continue;
                }

                if (inQuotes && c == '"')
                {
                    value.Append('"');
                    mayEnd = false;
                    continue;
                }

                (inQuotes, mayEnd) = (false, false);
                var ends = c is '\n' or '\r';
                if (c == separator || ends)
                {
                    values.Add(value.ToString());
                    value.Clear();
                    atStart = true;
                }
                else
                {
                    inQuotes = atStart && c == '"';
                    if (!inQuotes) value.Append(c);
                    atStart = false;
                }

                if (!ends) continue;
                afterReturn = c == '\r';
                pending = false;
                yield return values;
                values.Clear();
            }
        }

        if (!pending) yield break;
        values.Add(value.ToString());
        yield return values;
    }

    private static Problem Unclosed(int line, string fileName) =>
        new("file",
            $"In {fileName} a quotation mark opens a value in line {line} and none closes it. Put the second one in.");

    private static List<string> FirstLines(TextReader text, int most)
    {
        var buffer = new char[1 << 16];
        var length = text.ReadBlock(buffer, 0, buffer.Length);
        var (lines, line, inQuotes) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in buffer.AsSpan(0, length))
        {
            if (c == '"') inQuotes = !inQuotes;
            if (!inQuotes && (c is '\n' or '\r'))
            {
                if (line.Length > 0) lines.Add(line.ToString());
                line.Clear();
                if (lines.Count == most) return lines;
            }
            else if (!inQuotes)
            {
                line.Append(c);
            }
        }

        if (line.Length > 0) lines.Add(line.ToString());
        return lines;
    }

    private static int Occurrences(string line, char separator) => line.AsSpan().Count(separator);
}
