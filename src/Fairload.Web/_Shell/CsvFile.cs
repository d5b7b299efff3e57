using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Fairload.Web;

/// <summary>A table as a text file for a spreadsheet.</summary>
internal static class CsvFile
{
    /// <param name="lines">The first holds the headers.</param>
    public static FileContentResult Of(string fileName, IEnumerable<IEnumerable<string>> lines) =>
        new(Bytes(lines), "text/csv; charset=utf-8") { FileDownloadName = fileName };

    /// <summary>The file itself.</summary>
    public static byte[] Bytes(IEnumerable<IEnumerable<string>> lines)
    {
        var text = string.Concat(lines.Select(line => string.Join(',', line.Select(Cell)) + "\r\n"));

        // With a mark at the front, because a spreadsheet takes the letters of Welsh names for something else without it.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>What begins like a formula would be run by the spreadsheet that opens the file: an apostrophe in front keeps it
    /// text.</summary>
    private static string Cell(string text)
    {
        var isFormula = text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..] || text is ['\t' or '\r' or '\n', ..];
        var safe = isFormula ? "'" + text : text;
        return safe.Any(c => c is ',' or '"' or '\r' or '\n' or ';' or '\'')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
