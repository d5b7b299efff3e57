using System.IO.Compression;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fairload.App.Imports.Sheets;

/// <summary>A sheet to be written.</summary>
/// <param name="Rows">Values are text, whole or decimal numbers, dates or null.</param>
public sealed record SheetOut(string Name, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>Lines that each stand alone in a row of the first column above the headers; the first is the title of the sheet.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];
}

/// <summary>
/// Writes a workbook row by row into any stream, so that a long list costs no memory. Dates are real dates; text is always text, so that
/// nothing a person typed can become a formula.
/// </summary>
public static class WorkbookWriter
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <param name="titleRow">Stands alone in the first row of each sheet, above the headers.</param>
    public static void Write(Stream to, IReadOnlyList<SheetOut> sheets, string? titleRow = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        if (to is { CanSeek: true, CanRead: true })
        {
            WriteBook(to, sheets, titleRow);
            return;
        }

        using var whole = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew,
            FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        WriteBook(whole, sheets, titleRow);
        whole.Position = 0;
        whole.CopyTo(to);
    }

    private static void WriteBook(Stream to, IReadOnlyList<SheetOut> sheets, string? titleRow)
    {
        // A document of the library would hold every sheet unpacked until the end; a package that is only written does not.
        using (var package = Package.Open(to, FileMode.Create, FileAccess.Write)) WriteParts(package, sheets, titleRow);

        // The same rows give the same bytes on any day.
        using var zip = new ZipArchive(to, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries) entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static void WriteParts(Package package, IReadOnlyList<SheetOut> sheets, string? titleRow)
    {
        // Each part is filled before the next begins: what is packed while it is written can not be returned to.
        var listed = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        var parts = new List<PackagePart>();
        foreach (var (sheet, name) in sheets.Zip(Names(sheets)))
        {
            var number = (uint)parts.Count + 1;
            parts.Add(Part(package, $"/xl/worksheets/sheet{number}.xml", "worksheet+xml", w => WriteSheet(w, sheet, titleRow)));
            listed.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = number, Id = $"rId{number}" });
        }

        var styles = Part(package, "/xl/styles.xml", "styles+xml", w => w.WriteElement(WorkbookLook.Styles()));
        var book = Part(package, "/xl/workbook.xml", "sheet.main+xml", w => w.WriteElement(new Workbook(listed)));
        for (var i = 0; i < parts.Count; i++)
            book.CreateRelationship(parts[i].Uri, TargetMode.Internal, Relations + "/worksheet", $"rId{i + 1}");
        book.CreateRelationship(styles.Uri, TargetMode.Internal, Relations + "/styles", $"rId{parts.Count + 1}");
        package.CreateRelationship(book.Uri, TargetMode.Internal, Relations + "/officeDocument", "rId1");
    }

    private static PackagePart Part(Package package, string path, string type, Action<OpenXmlWriter> write)
    {
        var part = package.CreatePart(new(path, UriKind.Relative), Types + type, CompressionOption.Fast);
        using var stream = part.GetStream(FileMode.Create);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument();
        write(writer);
        return part;
    }

    private static void WriteSheet(OpenXmlWriter writer, SheetOut sheet, string? titleRow)
    {
        var first = titleRow is null ? 1u : 2u;
        var headerRow = first + (uint)sheet.Above.Count;
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(WorkbookLook.HeadersStay(headerRow));
        writer.WriteElement(WorkbookLook.Widths(sheet.Headers.Count));
        writer.WriteStartElement(new SheetData());
        if (titleRow is not null) WriteRow(writer, 1, [titleRow], WorkbookLook.Bold);
        for (var i = 0; i < sheet.Above.Count; i++)
            WriteRow(writer, first + (uint)i, [sheet.Above[i]], i == 0 ? WorkbookLook.Bold : WorkbookLook.Plain);
        WriteRow(writer, headerRow, sheet.Headers, WorkbookLook.Bold);
        var number = headerRow;
        foreach (var row in sheet.Rows) WriteRow(writer, ++number, row, WorkbookLook.Plain);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<object?> values, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value || value is "") continue;
            var cell = CellOf(value, style);
            cell.CellReference = FormattableString.Invariant($"{ColumnName(i)}{number}");
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(object value, uint style) => value switch
    {
        DateOnly date when Serial(date) is { } serial =>
            new() { StyleIndex = WorkbookLook.Date, CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(serial) },
        DateOnly early => CellOf(FormattableString.Invariant($"{early:dd/MM/yyyy}"), style),
        int number => new() { CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(number) },
        long or decimal => new() { CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue(FormattableString.Invariant($"{value}")) },
        string text => new()
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new(new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve }),
        },
        _ => throw new ArgumentException($"A cell can not hold a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>What looks like an escape of the format is escaped.</summary>
    private static string Allowed(string text) => CellText.Carried(text).Replace("_x", "_x005F_x", StringComparison.Ordinal);

    /// <summary>The day number of Excel; days before March 1900 have none that every program agrees on.</summary>
    private static int? Serial(DateOnly date) =>
        date >= new DateOnly(1900, 3, 1) ? date.DayNumber - new DateOnly(1899, 12, 30).DayNumber : null;

    private static string ColumnName(int column)
    {
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26) name = (char)('A' + (left - 1) % 26) + name;
        return name;
    }

    /// <summary>Without what Excel does not allow in a name, at most 31 letters, none twice.</summary>
    internal static List<string> Names(IReadOnlyList<SheetOut> sheets)
    {
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            var wanted = Allowed(string.Concat(sheet.Name.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal)))).Trim('\'', ' ');
            if (wanted.Length == 0) wanted = "Sheet";
            var name = wanted.Length > 31 ? wanted[..31] : wanted;
            for (var i = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); i++)
                name = $"{wanted[..Math.Min(wanted.Length, 27)]} {i}";
            names.Add(name);
        }

        return names;
    }
}
