using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.Tests.HealthCheck.Report;

public sealed class The_tables_of_a_report
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Ods = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    [Fact]
    public void Hold_the_same_figures_in_Word_ODS_and_CSV()
    {
        for (var seed = 0; seed < 40; seed++) Holds(MadeUpReport.Drawn(seed));
    }

    [Fact]
    public void Have_their_title_in_the_first_cell_and_one_sheet_each()
    {
        var sheets = Sheets(MadeUpReport.Of(Edition.Members));
        Assert.Equal(["Contents", "held", "held-over-years", "waiting"], sheets.Keys);
        Assert.Equal("Health check 2026", sheets["Contents"][0][0]);
        Assert.Equal(["Supervision held", "Sessions held of those planned, by service, in two years."],
            sheets["held"].Take(2).Select(r => r[0]));
        Assert.Contains(["Service", "2026", "2025", "Unit", "Notes"], sheets["held"]);
        Assert.Contains(["Children", "86", "71", "%", "2026: note 3; 2025: note 4"], sheets["held"]);
        Assert.Contains(sheets["Contents"], r => r[0] == "[c] hidden");
    }

    [Fact]
    public void Are_described_for_programs_beside_the_plain_files()
    {
        var report = MadeUpReport.Of(Edition.Public, "cy");
        using var zip = Zip(report);
        Assert.Equal(["held.csv", "held-over-years.csv", "signs.csv", "csv-metadata.json"], zip.Entries.Select(e => e.FullName));
        using var about = JsonDocument.Parse(Text(zip, "csv-metadata.json"));
        Assert.Equal("http://www.w3.org/ns/csvw", about.RootElement.GetProperty("@context")[0].GetString());
        Assert.Equal(("2026-03-31", "cy"), (about.RootElement.GetProperty("dc:issued").GetProperty("@value").GetString(),
            about.RootElement.GetProperty("dc:language").GetString()));
        Assert.Contains("open-government-licence", about.RootElement.GetProperty("dc:license").GetProperty("@id").GetString(),
            StringComparison.Ordinal);
        var tables = about.RootElement.GetProperty("tables").EnumerateArray().ToList();
        Assert.Equal(report.Tables.Select(t => t.Caption), tables.Select(t => t.GetProperty("dc:title").GetString()));
        foreach (var table in tables)
        {
            var columns = table.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
            Assert.Equal(Csv(zip, table.GetProperty("url").GetString()!)[0],
                columns.Select(c => c.GetProperty("titles").GetProperty("cy").GetString()!));
        }

        Assert.Equal(["string", "decimal", "decimal", "string", "string"],
            tables[0].GetProperty("tableSchema").GetProperty("columns").EnumerateArray()
            .Select(c => c.GetProperty("datatype").GetString()));
        using var members = Zip(MadeUpReport.Of(Edition.Members));
        Assert.DoesNotContain("dc:license", Text(members, "csv-metadata.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Have_the_same_bytes_for_the_same_report()
    {
        var (words, report) = (ReportPlain.Words, MadeUpReport.Of(Edition.Public));
        Assert.Equal(OdsReport.Write(report, words), OdsReport.Write(report, words));
        Assert.Equal(CsvReport.Write(report, words), CsvReport.Write(report, words));
    }

    [Fact]
    public void Come_back_as_they_were_from_a_frozen_edition()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var text = ReportJson.Write(MadeUpReport.Drawn(seed));
            var back = ReportJson.Read(text);
            Assert.Equal(text, ReportJson.Write(back));
            Assert.Equal(Figures(MadeUpReport.Drawn(seed)), Figures(back));
        }

        var number = new ReportNumber(86.0m, "%", 0, new(2026, 3, 31), "sessions");
        var report = MadeUpReport.Of(Edition.Public) with
        {
            Parts =
            [new("one", [new HeadingBlock(1, "One"), new TableBlock("t", "T", "T", ["a", "b"], [new("r", [ReportCell.Of(number)])])])]
        };
        Assert.Contains("\"value\":86,", ReportJson.Write(report), StringComparison.Ordinal);
    }

    private static void Holds(ReportDocument report)
    {
        var wanted = Figures(report);
        var file = new WordFile(A_report_as_a_Word_document.Written(report));
        var (tables, charts) = (new Queue<IReadOnlyList<IReadOnlyList<string>>>(file.Tables), new Queue<XDocument>(file.Charts));
        var word = report.Blocks.SelectMany(b => b switch
        {
            TableBlock => OfTable(tables.Dequeue().Skip(1).Select(r => r.Skip(1).Select(WordFile.Number))),
            ChartBlock => OfTable(ByRow(charts.Dequeue())),
            _ => [],
        }).ToList();
        using var zip = Zip(report);
        var csv = report.Tables.SelectMany(t => OfTable(Csv(zip, t.Code + ".csv").Skip(1)
            .Select(r => r.Skip(1).Take(t.Columns.Count - 1).Select(Plain)))).ToList();
        var sheets = Sheets(report);
        var ods = report.Tables.SelectMany(t => OfTable(sheets[t.Code].TakeLast(t.Rows.Count)
            .Select(r => r.Skip(1).Take(t.Columns.Count - 1).Select(Plain)))).ToList();
        Assert.Equal(wanted, word);
        Assert.Equal(wanted, csv);
        Assert.Equal(wanted, ods);
    }

    private static List<string> Figures(ReportDocument report) =>
        [.. report.Tables.SelectMany(t => OfTable(t.Rows.Select(r => r.Cells.Select(c => c.Number?.Value))))];

    private static IEnumerable<string> OfTable(IEnumerable<IEnumerable<decimal?>> rows) =>
        rows.SelectMany(r => r.Select(v => v is { } number ? ReportPlain.Digits(number) : "–"));

    private static IEnumerable<IEnumerable<decimal?>> ByRow(XDocument chart)
    {
        var series = chart.Descendants(WordFile.C + "val").Select(v => v.Descendants(WordFile.C + "pt").ToDictionary(
            p => (int)p.Attribute("idx")!, p => (decimal?)decimal.Parse(p.Value, System.Globalization.CultureInfo.InvariantCulture)))
                .ToList();
        var rows = (int)chart.Descendants(WordFile.C + "val").First().Descendants(WordFile.C + "ptCount").Single().Attribute("val")!;
        return Enumerable.Range(0, rows).Select(row => series.Select(s => s.GetValueOrDefault(row)));
    }

    private static decimal? Plain(string? cell) =>
        decimal.TryParse(cell, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value : null;

    /// <summary>By the rules of the standard: numbers by their value, text by what is shown.</summary>
    private static Dictionary<string, List<string[]>> Sheets(ReportDocument report)
    {
        using var zip = new ZipArchive(new MemoryStream(OdsReport.Write(report, ReportPlain.Words)), ZipArchiveMode.Read);
        using var stream = zip.GetEntry("content.xml")!.Open();
        return XDocument.Load(stream).Descendants(Ods + "table")
            .ToDictionary(t => t.Attribute(Ods + "name")!.Value, t => t.Descendants(Ods + "table-row")
            .Select(r => r.Elements(Ods + "table-cell").Select(c => c.Attribute(Office + "value")?.Value ?? c.Value).ToArray()).ToList());
    }

    private static ZipArchive Zip(ReportDocument report) =>
        new(new MemoryStream(CsvReport.Write(report, ReportPlain.Words)), ZipArchiveMode.Read);

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static List<string[]> Csv(ZipArchive zip, string name)
    {
        var (rows, cells, cell, isQuoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        var text = Text(zip, name);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at];
            if (next == '"' && isQuoted && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else if (next == '"') isQuoted = !isQuoted;
            else if (isQuoted || next is not (',' or '\r' or '\n')) cell.Append(next);
            else if (next != '\n') (cell, _) = (new StringBuilder(), Add(cells, cell.ToString()));
            if (next != '\n' || isQuoted) continue;
            rows.Add([.. cells]);
            cells.Clear();
        }

        return rows;
    }

    private static bool Add(List<string> cells, string cell)
    {
        cells.Add(cell);
        return true;
    }
}
