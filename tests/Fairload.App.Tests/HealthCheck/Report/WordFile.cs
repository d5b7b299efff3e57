using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Fairload.App.Tests.HealthCheck.Report;

/// <summary>A Word document read by the rules of its format, without the library that wrote it.</summary>
internal sealed partial class WordFile(byte[] bytes)
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace P = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    public IReadOnlyList<string> Parts
    {
        get
        {
            using var zip = Zip();
            return [.. zip.Entries.Select(e => e.FullName)];
        }
    }

    public XDocument Document => Xml("word/document.xml");

    public IEnumerable<XDocument> Charts => Parts.Where(p => p.StartsWith("word/charts/", StringComparison.Ordinal)
        && p.EndsWith(".xml", StringComparison.Ordinal)).Select(Xml);

    public XDocument Xml(string part)
    {
        using var zip = Zip();
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    public byte[] Bytes(string part)
    {
        using var zip = Zip();
        using var stream = zip.GetEntry(part)!.Open();
        using var to = new MemoryStream();
        stream.CopyTo(to);
        return to.ToArray();
    }

    public IEnumerable<(string Style, string Text)> Paragraphs => Document.Descendants(W + "p").Select(
        p => (p.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value ?? "", Text(p)));

    /// <summary>Cells of each table, row by row, with the heading row.</summary>
    public IEnumerable<IReadOnlyList<IReadOnlyList<string>>> Tables => Document.Descendants(W + "tbl").Select(
        t => (IReadOnlyList<IReadOnlyList<string>>)[.. t.Elements(W + "tr")
            .Select(r => (IReadOnlyList<string>)[.. r.Elements(W + "tc").Select(Text)])]);

    /// <summary>What stands as a number in a cell of people's text: without commas, unit and note.</summary>
    public static decimal? Number(string cell) => Leading().Match(cell) is { Success: true } found
        ? decimal.Parse(found.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;

    public static string Text(XElement of) => string.Concat(of.Descendants(W + "t").Select(t => t.Value));

    private ZipArchive Zip() => new(new MemoryStream(bytes), ZipArchiveMode.Read);

    [GeneratedRegex(@"^-?[\d,]+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
