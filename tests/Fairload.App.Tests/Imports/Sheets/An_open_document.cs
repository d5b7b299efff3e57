using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.Tests.Imports.Sheets;

public sealed class An_open_document
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    private static readonly object?[][] Rows =
    [
        ["=1+1", "+44 1234", "-5", "@SUM(A1)"], [12, -3.5m, 7_000_000_000L, new DateOnly(2026, 11, 30)], [null, "", "ŵy & <b>", "🙂"],
        ["  two  blanks ", "two\nlines", "a\ttab", "one blank"], [],
    ];

    [Fact]
    public void Holds_what_was_written_when_it_is_read_by_its_rules()
    {
        using var zip = new ZipArchive(Written(), ZipArchiveMode.Read);
        var tables = Xml(zip, "content.xml").Descendants(Table + "table").ToList();
        Assert.Equal(["Results", "Codebook", "Code book"], tables.Select(t => t.Attribute(Table + "name")!.Value));
        Assert.Equal(["a", "b", "c", "d"], tables[0].Element(Table + "table-header-rows")!.Descendants(Table + "table-cell").Select(Value));
        var rows = tables[0].Elements(Table + "table-row").Select(r => r.Elements(Table + "table-cell").Select(Value).ToList()).ToList();
        Assert.Equal(Rows.Select(r => r.Select(v => v is "" ? null : v)), rows.Select(r => r.Count == 1 && r[0] is null ? [] : r));
    }

    [Fact]
    public void Never_turns_text_into_a_formula()
    {
        using var zip = new ZipArchive(Written(), ZipArchiveMode.Read);
        var cells = Xml(zip, "content.xml").Descendants(Table + "table-cell").ToList();
        Assert.All(cells, c => Assert.Null(c.Attribute(Table + "formula")));
        foreach (var text in Rows[0])
            Assert.Contains(cells, c => (string?)c.Attribute(Office + "value-type") == "string" && c.Value == (string)text!);
    }

    [Fact]
    public void Is_known_by_its_first_bytes_and_names_all_its_parts()
    {
        var bytes = Written().ToArray();
        Assert.Equal("mimetype" + OdsWriter.MediaType, Encoding.ASCII.GetString(bytes, 30, 8 + OdsWriter.MediaType.Length));
        Assert.Equal(0, BitConverter.ToUInt16(bytes, 8));
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var named = Xml(zip, "META-INF/manifest.xml").Descendants(Manifest + "file-entry")
            .Select(e => e.Attribute(Manifest + "full-path")!.Value).ToList();
        Assert.Equal(zip.Entries.Select(e => e.FullName).Except(["mimetype", "META-INF/manifest.xml"]).Prepend("/"), named);
        Assert.All(named.Skip(1), part => Assert.Equal("1.3", Xml(zip, part).Root!.Attribute(Office + "version")!.Value));
    }

    [Fact]
    public void Has_the_same_bytes_for_the_same_rows() => Assert.Equal(Written().ToArray(), Written().ToArray());

    private static MemoryStream Written()
    {
        var to = new MemoryStream();
        OdsWriter.Write(to, [new("Results", ["a", "b", "c", "d"], Rows), new("Code/book", ["a"], []), new("Code book", ["a"], [])]);
        to.Position = 0;
        return to;
    }

    private static XDocument Xml(ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static object? Value(XElement cell)
    {
        switch ((string?)cell.Attribute(Office + "value-type"))
        {
            case null:
                return null;
            case "date":
                return DateOnly.Parse(cell.Attribute(Office + "date-value")!.Value, CultureInfo.InvariantCulture);
            case "float":
                var number = decimal.Parse(cell.Attribute(Office + "value")!.Value, CultureInfo.InvariantCulture);
                if (number != Math.Floor(number)) return number;
                return number > int.MaxValue ? (object)(long)number : (int)number;
            default:
                return string.Join('\n', cell.Elements(Words + "p").Select(p => string.Concat(p.Nodes().Select(Text))));
        }
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name: var name } when name == Words + "s" => " ",
        XElement { Name: var name } when name == Words + "tab" => "\t",
        _ => throw new InvalidOperationException($"{node} is nothing that stands in a paragraph"),
    };
}
