using System.IO.Packaging;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Fairload.App.Imports.Sheets;

/// <summary>Walks through the parts of a workbook element by element; none is ever held whole.</summary>
internal static class XlsxParts
{
    /// <summary>Longer than this is no cell: Excel itself ends here.</summary>
    private const int LongestText = 32_767;

    private static readonly OpenXmlPartReaderOptions Options = new() { CloseStream = true };

    /// <summary>The parts that links of a kind lead to, by the id of the link. A link that leads nowhere is passed over.</summary>
    /// <remarks>Not by a document of the library: that one follows every link on opening, and falls over a mail address in a cell that is
    /// none.</remarks>
    public static Dictionary<string, PackagePart> Linked(Package package, PackageRelationshipCollection links, string kind)
    {
        var parts = new Dictionary<string, PackagePart>();
        foreach (var link in links)
        {
            if (link.TargetMode != TargetMode.Internal || !link.RelationshipType.EndsWith("/" + kind, StringComparison.Ordinal)) continue;
            var to = PackUriHelper.ResolvePartUri(link.SourceUri, link.TargetUri);
            if (!package.PartExists(to)) continue;
            var part = package.GetPart(to);
            if (!XmlShape.IsSound(part)) throw new InvalidDataException("No workbook has this shape.");
            parts[link.Id] = part;
        }

        return parts;
    }

    /// <summary>Stands on the start and on the end of each element in turn.</summary>
    public static IEnumerable<OpenXmlReader> Elements(PackagePart part)
    {
        using var reader = Guard(() => new TypedOpenXmlPartReader(part.GetStream(FileMode.Open, FileAccess.Read), Options));
        Func<bool> read = reader.Read;
        while (Guard(read)) yield return reader;
    }

    /// <summary>What the library makes of a damaged file has many types; to us it is one.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or XmlException))
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    public static string? Attribute(this OpenXmlReader at, string name)
    {
        foreach (var attribute in at.Attributes)
            if (attribute.LocalName == name) return attribute.Value;

        return null;
    }

    /// <summary>How the numbers of each cell style are shown.</summary>
    public static List<CellKind> Styles(PackagePart? part)
    {
        var (formats, kinds, inCellFormats) = (new Dictionary<int, string>(), new List<CellKind>(), false);
        if (part is null) return kinds;
        foreach (var at in Elements(part))
        {
            if (at.ElementType == typeof(CellFormats)) inCellFormats = at.IsStartElement;
            if (!at.IsStartElement) continue;
            if (at.ElementType == typeof(NumberingFormat) && int.TryParse(at.Attribute("numFmtId"), out var id))
                formats[id] = at.Attribute("formatCode") ?? "";
            if (at.ElementType == typeof(CellFormat) && inCellFormats)
                kinds.Add(NumberFormat.Of(int.TryParse(at.Attribute("numFmtId"), out var format) ? format : 0, formats));
        }

        return kinds;
    }

    public static List<string> SharedStrings(PackagePart? part)
    {
        var (strings, text, inAid) = (new List<string>(), "", false);
        if (part is null) return strings;
        foreach (var at in Elements(part))
        {
            if (at.ElementType == typeof(SharedStringItem) && at.IsStartElement) text = "";
            else if (at.ElementType == typeof(SharedStringItem)) strings.Add(Decoded(text));
            else if (at.ElementType == typeof(PhoneticRun)) inAid = at.IsStartElement;
            else if (at.ElementType == typeof(Text) && at.IsStartElement && !inAid) text = Joined(text, at.GetText());
        }

        return strings;
    }

    /// <summary>The runs of a rich text put together, cut where a cell must end.</summary>
    public static string Joined(string text, string more)
    {
        if (text.Length >= LongestText) return text;
        return text.Length + more.Length <= LongestText ? text + more : (text + more)[..LongestText];
    }

    public static string Decoded(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
}
