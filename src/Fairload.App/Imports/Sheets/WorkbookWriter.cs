using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Fairload.App.Imports.Sheets;

/// <summary>A sheet to be written.</summary>
/// <param name="Rows">Values are text, whole or decimal numbers, dates or null.</param>
public sealed record SheetOut(string Name, IReadOnlyList<string> Headers, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>
/// Writes a workbook row by row into any stream, so that a long list costs no memory. Dates are real dates; text is always text, so that
/// nothing a person typed can become a formula.
/// </summary>
public static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestText = 32_767;

    /// <param name="titleRow">Stands alone in the first row of each sheet, above the headers.</param>
    public static void Write(Stream to, IReadOnlyList<SheetOut> sheets, string? titleRow = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        var names = Names(sheets);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);

        Part(zip, "[Content_Types].xml", x => WriteContentTypes(x, sheets.Count));
        Part(zip, "_rels/.rels", x => WriteRelations(x, [("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", x => WriteWorkbook(x, names));
        Part(zip, "xl/_rels/workbook.xml.rels", x => WriteRelations(x,
            [.. names.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        Part(zip, "xl/styles.xml", WriteStyles);
        for (var i = 0; i < sheets.Count; i++)
        {
            var sheet = sheets[i];
            Part(zip, $"xl/worksheets/sheet{i + 1}.xml", x => WriteSheet(x, sheet, titleRow));
        }
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        // The same rows give the same bytes on any day.
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartDocument(true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", ContentTypes);
        foreach (var (extension, type) in new[] { ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml") })
        {
            xml.WriteStartElement("Default", ContentTypes);
            xml.WriteAttributeString("Extension", extension);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }

        Override(xml, "/xl/workbook.xml", Types + "sheet.main+xml");
        Override(xml, "/xl/styles.xml", Types + "styles+xml");
        for (var i = 1; i <= sheets; i++) Override(xml, $"/xl/worksheets/sheet{i}.xml", Types + "worksheet+xml");
        xml.WriteEndElement();
    }

    private static void Override(XmlWriter xml, string part, string type)
    {
        xml.WriteStartElement("Override", ContentTypes);
        xml.WriteAttributeString("PartName", part);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Kind, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", PackageRelations);
        for (var i = 0; i < relations.Count; i++)
        {
            xml.WriteStartElement("Relationship", PackageRelations);
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{Relations}/{relations[i].Kind}");
            xml.WriteAttributeString("Target", relations[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, List<string> names)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Three looks: plain, a date with the day first, bold for headers.</summary>
    private static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            """
            <numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>
            """);
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, SheetOut sheet, string? titleRow)
    {
        var headerRow = titleRow is null ? 1 : 2;
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            $"""
                <sheetViews><sheetView workbookViewId="0">
                <pane ySplit="{headerRow}" topLeftCell="A{headerRow + 1}" state="frozen"/></sheetView></sheetViews>
                """);
        xml.WriteRaw($"""<cols><col min="1" max="{Math.Max(1, sheet.Headers.Count)}" width="22" customWidth="1"/></cols>""");
        xml.WriteStartElement("sheetData", Main);
        if (titleRow is not null) WriteRow(xml, 1, [titleRow], 2);
        WriteRow(xml, headerRow, sheet.Headers, 2);
        var number = headerRow;
        foreach (var row in sheet.Rows) WriteRow(xml, ++number, row, 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IReadOnlyList<object?> values, int style)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value and not "")
                WriteCell(xml, CellName(i) + number.ToString(CultureInfo.InvariantCulture), value, style);
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string at, object value, int style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", at);
        switch (value)
        {
            case DateOnly date when Serial(date) is { } serial:
                xml.WriteAttributeString("s", "1");
                xml.WriteElementString("v", Main, serial.ToString(CultureInfo.InvariantCulture));
                break;
            case DateOnly early:
                WriteText(xml, early.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
                break;
            case int or long or decimal:
                xml.WriteElementString("v", Main, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case string text:
                if (style > 0) xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
                WriteText(xml, text);
                break;
            default:
                throw new ArgumentException($"A cell can not hold a {value.GetType().Name}.", nameof(value));
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Allowed(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Without what XML can not carry; what looks like an escape of the format is escaped.</summary>
    private static string Allowed(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText];
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\n' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF))) allowed.Append(rune);

        return allowed.Replace("_x", "_x005F_x").ToString();
    }

    /// <summary>The day number of Excel; days before March 1900 have none that every program agrees on.</summary>
    private static int? Serial(DateOnly date) =>
        date >= new DateOnly(1900, 3, 1) ? date.DayNumber - new DateOnly(1899, 12, 30).DayNumber : null;

    private static string CellName(int column)
    {
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26) name = (char)('A' + (left - 1) % 26) + name;
        return name;
    }

    /// <summary>Without what Excel does not allow in a name, at most 31 letters, none twice.</summary>
    private static List<string> Names(IReadOnlyList<SheetOut> sheets)
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
