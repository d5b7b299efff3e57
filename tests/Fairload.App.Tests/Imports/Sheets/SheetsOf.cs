using System.IO.Compression;
using System.Text;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.Tests.Imports.Sheets;

/// <summary>Makes files in memory, whole and broken, and opens them.</summary>
internal static class SheetsOf
{
    public static IOpenedBook Book(Stream file, string name = "test.xlsx")
    {
        var opened = SheetFile.Open(file, name, SheetLimits.Default);
        Assert.True(opened.Try(out var book, out var problems), problems is null ? "" : string.Join(" ", problems));
        return book!;
    }

    public static IOpenedBook Book(params SheetOut[] sheets) => Book(Written(sheets));

    public static IOpenedBook Csv(string text, string name = "test.csv") => Book(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);

    public static SheetOut Sheet(string name, string[] headers, params object?[][] rows) => new(name, headers, rows);

    public static MemoryStream Written(params SheetOut[] sheets)
    {
        var file = new MemoryStream();
        WorkbookWriter.Write(file, sheets);
        file.Position = 0;
        return file;
    }

    /// <summary>The sentence with which a file is refused.</summary>
    public static string Refusal(byte[] bytes, string name = "file.xlsx", SheetLimits? limits = null)
    {
        var opened = SheetFile.Open(new MemoryStream(bytes), name, limits ?? SheetLimits.Default);
        Assert.False(opened.Try(out _, out var problems));
        return Assert.Single(problems!).Message;
    }

    /// <summary>A workbook of one sheet whose XML is written by the test.</summary>
    public static MemoryStream Raw(string sheetData, string? workbookProperties = null, string? strings = null, string styles = "",
        string before = "", string? sheetLink = null, string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        string sheetName = "sheet1.xml", string drawing = "") => Zip(
        ("[Content_Types].xml",
            $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                <Override PartName="/xl/sharedStrings.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/worksheets/{sheetName}"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
                """),
        ("_rels/.rels", Relations(("w1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
            $"""
                <workbook xmlns="{main}"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{workbookProperties}<sheets>
                <sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                """),
        ("xl/_rels/workbook.xml.rels", Relations(("r1", "worksheet", $"/xl/worksheets/{sheetName}"),
            ("r2", "styles", "styles.xml"), ("r3", "sharedStrings", "sharedStrings.xml"))),
        ("xl/styles.xml",
            $"""
                <styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/>
                <xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>{styles}</styleSheet>
                """),
        ("xl/sharedStrings.xml", strings ?? $"""<sst xmlns="{main}"/>"""),
        ($"xl/worksheets/_rels/{sheetName}.rels", sheetLink is null ? Relations() : Relations(("h1", "hyperlink",
            $"{sheetLink}\" TargetMode=\"External"))),
        ("xl/drawings/vmlDrawing1.vml", drawing),
        ($"xl/worksheets/{sheetName}",
            $"""
                {before}<worksheet xmlns="{main}">
                <dimension ref="A1:XFD1048576"/><sheetData>{sheetData}</sheetData></worksheet>
                """));

    private static string Relations(params (string Id, string Kind, string Target)[] relations)
    {
        const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var each = relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Kinds}/{r.Kind}" Target="{r.Target}"/>""");
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        return $"""<Relationships xmlns="{Package}">{string.Concat(each)}</Relationships>""";
    }

    public static MemoryStream Zip(params (string Path, string Text)[] parts) =>
        ZipOf([.. parts.Select(p => (p.Path, (Action<Stream>)(s => s.Write(Encoding.UTF8.GetBytes(p.Text)))))]);

    public static MemoryStream ZipOf(params (string Path, Action<Stream> Write)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, write) in parts)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                write(entry);
            }
        }

        file.Position = 0;
        return file;
    }
}
