using System.IO.Packaging;
using System.Xml;

namespace Fairload.App.Imports.Sheets;

/// <summary>
/// Walks once through a part that is XML and refuses shapes that no workbook has and that a library would hold whole: deep nesting, and
/// values made of thousands of pieces.
/// </summary>
internal static class XmlShape
{
    private const int DeepestElement = 64;

    private const int MostPieces = 1_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
    };

    /// <summary>Throws what <see cref="SheetTrouble.IsDamage"/> knows where the part is no XML at all.</summary>
    public static bool IsSound(PackagePart part)
    {
        using var xml = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Settings);
        var (inside, pieces) = (int.MaxValue, 0);
        while (xml.Read())
        {
            if (xml.Depth > DeepestElement) return false;
            if (xml.Depth > inside)
            {
                if (++pieces > MostPieces) return false;
                continue;
            }

            var holdsText = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "v" or "t" };
            (inside, pieces) = (holdsText ? xml.Depth : int.MaxValue, 0);
        }

        return true;
    }
}
