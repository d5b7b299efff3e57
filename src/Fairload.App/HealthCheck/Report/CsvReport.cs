using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.HealthCheck.Report;

/// <summary>
/// The tables of a report as plain text files, with a description that programs read: what each column is called, of which type it is,
/// and which signs stand for no figure.
/// </summary>
/// <remarks>Model for Tabular Data and Metadata on the Web, and Metadata Vocabulary for Tabular Data (W3C, December 2015).</remarks>
public static class CsvReport
{
    public const string MediaType = "application/zip";

    /// <summary>Where the standard looks for it in a folder.</summary>
    public const string Metadata = "csv-metadata.json";

    private const string OpenLicence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ReportDocument report, ReportWords words)
    {
        var sheets = report.Tables.Select(t => TableSheet.Of(t, report.Language, words)).ToList();
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var sheet in sheets) Add(zip, FileOf(sheet.Table), Lines(sheet.Rows.Prepend([.. sheet.Headers])));
            var signs = report.Signs.Select(s => (IReadOnlyList<object?>)[s, words.SignMeans(s)]).ToList();
            if (signs.Count > 0) Add(zip, "signs.csv", Lines(signs.Prepend([words.Sign, words.Means])));
            Add(zip, Metadata, JsonSerializer.SerializeToUtf8Bytes(Describe(report, sheets), Json));
        }

        return to.ToArray();
    }

    private static string FileOf(TableBlock table) => table.Code == "signs" ? "signs-table.csv" : table.Code + ".csv";

    private static Dictionary<string, object?> Describe(ReportDocument report, IReadOnlyList<TableSheet> sheets)
    {
        var about = new Dictionary<string, object?>
        {
            ["@context"] = new object[] { "http://www.w3.org/ns/csvw", new Dictionary<string, string> { ["@language"] = report.Language } },
            ["dc:title"] = report.Title,
            ["dc:publisher"] = report.Council,
            ["dc:language"] = report.Language,
            ["dc:issued"] = Day(report.On),
        };
        if (report.Edition == Edition.Public) about["dc:license"] = new Dictionary<string, string> { ["@id"] = OpenLicence };
        about["tables"] = sheets.Select(s => Describe(s, report)).ToList();
        return about;
    }

    private static Dictionary<string, object?> Describe(TableSheet sheet, ReportDocument report) => new()
    {
        ["url"] = FileOf(sheet.Table),
        ["dc:title"] = sheet.Table.Caption,
        ["dc:description"] = sheet.Table.Description,
        ["rdfs:comment"] = sheet.Notes,
        ["tableSchema"] = new Dictionary<string, object?>
        {
            ["columns"] = sheet.Headers.Select((h, at) => Column(h, at, sheet.IsNumbers(at), report.Language)).ToList(),
            ["primaryKey"] = "column1",
        },
    };

    private static Dictionary<string, object?> Column(string title, int at, bool isNumbers, string language)
    {
        var column = new Dictionary<string, object?>
        {
            ["name"] = FormattableString.Invariant($"column{at + 1}"),
            ["titles"] = new Dictionary<string, string> { [language] = title },
            ["datatype"] = isNumbers ? "decimal" : "string",
        };
        if (isNumbers) column["null"] = CellSigns.All;
        return column;
    }

    private static Dictionary<string, string> Day(DateOnly on) =>
        new() { ["@value"] = FormattableString.Invariant($"{on:yyyy-MM-dd}"), ["@type"] = "xsd:date" };

    private static byte[] Lines(IEnumerable<IReadOnlyList<object?>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => string.Join(',', r.Select(Cell)) + "\r\n")))];

    /// <summary>Text that begins like a formula would be run by the spreadsheet that opens the file: an apostrophe in front keeps it text.
    /// A number is a number, also below nothing.</summary>
    private static string Cell(object? value)
    {
        if (value is decimal number) return FormattableString.Invariant($"{number}");
        var text = value as string ?? "";
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..] || text is ['\t' or '\r' or '\n', ..]
            ? "'" + text : text;
        return safe.Any(c => c is ',' or '"' or '\r' or '\n' or ';' or '\'')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name);
        // The same report gives the same bytes on any day.
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
