using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Fairload.App.Imports.Sheets;

/// <summary>Reads the parts of a workbook that are not sheets: where things are, how numbers are shown, shared texts.</summary>
internal static class XlsxParts
{
    /// <summary>Longer than this is no cell: Excel itself ends here.</summary>
    private const int LongestText = 32_767;

    private const int DeepestElement = 64;

    public static ZipArchiveEntry? Find(ZipArchive zip, string path)
    {
        path = path.TrimStart('/');
        return zip.Entries
            .FirstOrDefault(e => e.FullName.Replace('\\', '/').TrimStart('/').Equals(path, StringComparison.OrdinalIgnoreCase));
    }

    public static ZipArchiveEntry? FindWorkbook(ZipArchive zip)
    {
        if (Find(zip, "xl/workbook.xml") is { } usual) return usual;
        if (Find(zip, "_rels/.rels") is not { } relations || relations.Length > 1 << 20) return null;

        var target = Relations(relations).Values.FirstOrDefault(t => t.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));
        return target is null ? null : Find(zip, target);
    }

    public static XmlReader Read(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>The next node; refuses elements nested deeper than any workbook's, which would only fill memory.</summary>
    public static bool Next(this XmlReader xml)
    {
        if (!xml.Read()) return false;
        if (xml.Depth > DeepestElement) throw new XmlException("Nested too deeply.");
        return true;
    }

    /// <summary>Target by id, as the relations file of a part lists them.</summary>
    public static Dictionary<string, string> Relations(ZipArchiveEntry entry)
    {
        var targets = new Dictionary<string, string>();
        using var xml = Read(entry);
        while (xml.Next())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target)
            {
                targets[id] = target;
            }
        }

        return targets;
    }

    /// <summary>How the numbers of each cell style are shown.</summary>
    public static CellKind[] Styles(ZipArchiveEntry? entry)
    {
        if (entry is null) return [];
        var formats = new Dictionary<int, string>();
        var kinds = new List<CellKind>();
        var inCellFormats = false;
        using var xml = Read(entry);
        while (xml.Next())
        {
            if (xml.LocalName == "cellXfs") inCellFormats = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                formats[id] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName == "xf" && inCellFormats)
                kinds.Add(NumberFormat.Of(int.TryParse(xml.GetAttribute("numFmtId"), out var format) ? format : 0, formats));
        }

        return [.. kinds];
    }

    public static List<string> SharedStrings(ZipArchiveEntry? entry)
    {
        var strings = new List<string>();
        if (entry is null) return strings;
        using var xml = Read(entry);
        while (xml.Next())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) strings.Add(TextOf(xml, "si"));

        return strings;
    }

    /// <summary>All text of the t elements inside, but not the reading aids of East Asian texts; stands on the end of the element
    /// afterwards.</summary>
    public static string TextOf(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement) return "";
        StringBuilder? more = null;
        var (text, inText, inAid, depth) = ("", false, false, xml.Depth);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth && xml.LocalName == element) break;
            var opens = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.LocalName == "rPh") inAid = opens;
            if (xml.LocalName == "t") inText = opens;
            if (!inText || inAid || !IsText(xml) || more?.Length > LongestText) continue;
            if (text.Length == 0) text = xml.Value;
            else (more ??= new StringBuilder(text)).Append(xml.Value);
        }

        text = more?.ToString() ?? text;
        text = text.Length > LongestText ? text[..LongestText] : text;
        return text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
    }

    /// <summary>The text straight inside an element such as v; stands on its end afterwards.</summary>
    public static string ValueOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (text, depth) = ("", xml.Depth);
        while (xml.Next() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            if (IsText(xml) && text.Length < LongestText) text += xml.Value;

        return text;
    }

    private static bool IsText(XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA;
}
