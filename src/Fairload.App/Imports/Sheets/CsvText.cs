using System.Text;

namespace Fairload.App.Imports.Sheets;

/// <summary>How a text file writes its letters and separates its values, found by looking at it.</summary>
internal static class CsvText
{
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
