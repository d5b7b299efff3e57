using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fairload.App.Imports.Sheets;

namespace Fairload.App.HealthCheck.Report;

/// <summary>The content controls of a template. When they are filled in they are gone: what stays is plain text in the template's
/// look.</summary>
internal static class DocxSlots
{
    public static IReadOnlyList<SdtElement> Of(MainDocumentPart main) =>
    [
        .. main.Document.Descendants<SdtElement>(),
        .. main.HeaderParts.SelectMany(p => p.Header.Descendants<SdtElement>()),
        .. main.FooterParts.SelectMany(p => p.Footer.Descendants<SdtElement>()),
    ];

    public static string? Tag(SdtElement slot) => slot.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value?.Trim().ToLowerInvariant();

    public static void Fill(SdtElement slot, string text)
    {
        var run = new Run(new Text(CellText.Carried(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (Look(slot) is { } look) run.PrependChild(look);
        OpenXmlElement? filled = slot switch
        {
            SdtRun => run,
            SdtBlock => Alone(slot, run),
            SdtCell => new TableCell([.. Kept<TableCellProperties>(slot), Alone(slot, run)]),
            _ => null,
        };
        if (filled is not null) slot.InsertBeforeSelf(filled);
        slot.Remove();
    }

    public static void Fill(SdtElement slot, IEnumerable<OpenXmlElement> blocks)
    {
        foreach (var block in blocks) slot.InsertBeforeSelf(block);
        slot.Remove();
    }

    private static Paragraph Alone(SdtElement slot, Run run) => new([.. Kept<ParagraphProperties>(slot), run]);

    private static IEnumerable<OpenXmlElement> Kept<T>(SdtElement slot) where T : OpenXmlElement =>
        slot.Descendants<T>().Take(1).Select(p => p.CloneNode(true));

    /// <summary>The look of what stood there, but not that of a control nobody had filled in.</summary>
    private static RunProperties? Look(SdtElement slot)
    {
        var look = slot.Descendants<Run>().FirstOrDefault()?.RunProperties?.CloneNode(true) as RunProperties;
        if (look?.RunStyle?.Val?.Value is { } style && style.StartsWith("Placeholder", StringComparison.Ordinal)) look.RunStyle = null;
        return look;
    }
}
