using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Fairload.App.Imports.Sheets;

/// <summary>
/// Writes an OpenDocument spreadsheet. Dates are real dates and text is always text: no cell has a formula, whatever a person typed.
/// </summary>
/// <remarks>OpenDocument 1.3 (OASIS, 2021), part 2 for the package and part 3 for what is in it; see decision 105.</remarks>
public static class OdsWriter
{
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";

    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    private const string Look = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private const string Meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    private const string Bold = "bold";
    private const string Day = "day";

    /// <param name="to">Is left open.</param>
    public static void Write(Stream to, IReadOnlyList<SheetOut> sheets)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);

        // First and not packed, so that a program knows the kind of file from its first bytes.
        Add(zip, "mimetype", CompressionLevel.NoCompression, stream => stream.Write(Encoding.ASCII.GetBytes(MediaType)));
        AddXml(zip, "content.xml", xml => Content(xml, sheets));
        AddXml(zip, "styles.xml", xml => Root(xml, "document-styles", () => { }));
        AddXml(zip, "meta.xml", xml => Root(xml, "document-meta", () =>
        {
            xml.WriteStartElement("office", "meta", Office);
            xml.WriteElementString("meta", "generator", Meta, "Fairload");
            xml.WriteEndElement();
        }));
        AddXml(zip, "META-INF/manifest.xml", Parts);
    }

    private static void Add(ZipArchive zip, string name, CompressionLevel level, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, level);
        // The same rows give the same bytes on any day.
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        write(stream);
    }

    private static void AddXml(ZipArchive zip, string name, Action<XmlWriter> write) => Add(zip, name, CompressionLevel.Fastest, stream =>
    {
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartDocument();
        write(xml);
        xml.WriteEndDocument();
    });

    private static void Root(XmlWriter xml, string name, Action inside)
    {
        xml.WriteStartElement("office", name, Office);
        xml.WriteAttributeString("office", "version", Office, "1.3");
        inside();
        xml.WriteEndElement();
    }

    private static void Parts(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", Manifest);
        xml.WriteAttributeString("manifest", "version", Manifest, "1.3");
        foreach (var (path, type) in new[]
        {
            ("/", MediaType), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml"),
        })
        {
            xml.WriteStartElement("manifest", "file-entry", Manifest);
            xml.WriteAttributeString("manifest", "full-path", Manifest, path);
            xml.WriteAttributeString("manifest", "media-type", Manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, IReadOnlyList<SheetOut> sheets) => Root(xml, "document-content", () =>
    {
        foreach (var (prefix, space) in new[] { ("table", Table), ("text", Text), ("style", Style), ("number", Number), ("fo", Look) })
            xml.WriteAttributeString("xmlns", prefix, null, space);
        Styles(xml);
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        foreach (var (sheet, name) in sheets.Zip(WorkbookWriter.Names(sheets))) Sheet(xml, sheet, name);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("automatic-styles", Office);
        xml.WriteStartElement("date-style", Number);
        xml.WriteAttributeString("name", Style, "day-first");
        foreach (var part in new[] { "day", "/", "month", "/", "year" })
        {
            xml.WriteStartElement(part == "/" ? "text" : part, Number);
            if (part == "/") xml.WriteString(part);
            else xml.WriteAttributeString("style", Number, "long");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        CellStyle(xml, Day, () => xml.WriteAttributeString("data-style-name", Style, "day-first"), () => { });
        CellStyle(xml, Bold, () => { }, () =>
        {
            xml.WriteStartElement("text-properties", Style);
            xml.WriteAttributeString("font-weight", Look, "bold");
            xml.WriteEndElement();
        });
        xml.WriteEndElement();
    }

    private static void CellStyle(XmlWriter xml, string name, Action attributes, Action inside)
    {
        xml.WriteStartElement("style", Style);
        xml.WriteAttributeString("name", Style, name);
        xml.WriteAttributeString("family", Style, "table-cell");
        attributes();
        inside();
        xml.WriteEndElement();
    }

    private static void Sheet(XmlWriter xml, SheetOut sheet, string name)
    {
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, name);
        xml.WriteStartElement("table-column", Table);
        xml.WriteAttributeString("number-columns-repeated", Table, Math.Max(1, sheet.Headers.Count).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        foreach (var (line, at) in sheet.Above.Select((line, at) => (line, at))) Row(xml, [line], at == 0 ? Bold : null);
        xml.WriteStartElement("table-header-rows", Table);
        Row(xml, sheet.Headers, Bold);
        xml.WriteEndElement();
        foreach (var row in sheet.Rows) Row(xml, row, null);
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, IReadOnlyList<object?> values, string? style)
    {
        xml.WriteStartElement("table-row", Table);
        // A row without a cell is none.
        if (values.Count == 0) Cell(xml, null, style);
        foreach (var value in values) Cell(xml, value, style);
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, object? value, string? style)
    {
        xml.WriteStartElement("table-cell", Table);
        if ((value is DateOnly ? Day : style) is { } look) xml.WriteAttributeString("style-name", Table, look);
        switch (value)
        {
            case null or "":
                break;
            case DateOnly day:
                var shown = FormattableString.Invariant($"{day:dd/MM/yyyy}");
                Typed(xml, "date", "date-value", FormattableString.Invariant($"{day:yyyy-MM-dd}"), shown);
                break;
            case int or long or decimal:
                var number = FormattableString.Invariant($"{value}");
                Typed(xml, "float", "value", number, number);
                break;
            case string text:
                xml.WriteAttributeString("value-type", Office, "string");
                foreach (var line in CellText.Carried(text).Split('\n')) Paragraph(xml, line);
                break;
            default:
                throw new ArgumentException($"A cell can not hold a {value.GetType().Name}.", nameof(value));
        }

        xml.WriteEndElement();
    }

    private static void Typed(XmlWriter xml, string type, string attribute, string value, string shown)
    {
        xml.WriteAttributeString("value-type", Office, type);
        xml.WriteAttributeString(attribute, Office, value);
        Paragraph(xml, shown);
    }

    /// <summary>Blanks at the beginning and several together are elements; as characters they would count as one.</summary>
    private static void Paragraph(XmlWriter xml, string line)
    {
        xml.WriteStartElement("p", Text);
        for (var at = 0; at < line.Length;)
        {
            var next = line.AsSpan(at).IndexOfAny(' ', '\t');
            var plain = next < 0 ? line.Length - at : next;
            if (plain > 0) xml.WriteString(line.Substring(at, plain));
            at += plain;
            if (at == line.Length) break;
            if (line[at] == '\t') xml.WriteElementString("tab", Text, null);
            else if (IsBetweenWords(line, at)) xml.WriteString(" ");
            else xml.WriteElementString("s", Text, null);
            at++;
        }

        xml.WriteEndElement();
    }

    private static bool IsBetweenWords(string line, int at) =>
        at > 0 && at < line.Length - 1 && line[at - 1] is not (' ' or '\t') && line[at + 1] is not (' ' or '\t');
}
