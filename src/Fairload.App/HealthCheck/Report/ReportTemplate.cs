using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fairload.App.Store;

namespace Fairload.App.HealthCheck.Report;

/// <summary>
/// The Word document into which a report is written. A council may change ours in Word, or bring its own: what the program fills in are
/// content controls, found by their tag.
/// </summary>
public static class ReportTemplate
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Where a council puts its own, in the data directory.</summary>
    public const string File = "templates/health-check.docx";

    internal const string Body = "body";

    /// <summary>What a template has to hold.</summary>
    internal static readonly string[] Slots = ["title", "council", "date", "lead", Body];

    private const long Longest = 20_000_000;
    private static readonly Lazy<byte[]> Ours = new(Write);

    /// <summary>The one that comes with the program.</summary>
    public static byte[] Make() => [.. Ours.Value];

    /// <summary>The council's own where there is one, and else ours. Refuses one that can not be filled in.</summary>
    public static Result<byte[]> Of(DataDirectory data)
    {
        var path = Path.Combine(data.Path, File);
        try
        {
            if (!System.IO.File.Exists(path)) return Make();
            if (new FileInfo(path).Length > Longest) return new Problem("", $"The template {File} is larger than 20 MB. Take pictures out of it");
            return Check(System.IO.File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("", $"The template {File} can not be read: {e.Message}");
        }
    }

    private static bool HasRoomForTheBody(SdtElement slot) =>
        DocxSlots.Tag(slot) == Body && slot is SdtBlock { Parent: DocumentFormat.OpenXml.Wordprocessing.Body };

    /// <summary>The template itself, or why it can not be filled in.</summary>
    public static Result<byte[]> Check(byte[] template)
    {
        try
        {
            using var stream = new MemoryStream(template);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            if (document.MainDocumentPart is not { Document.Body: not null } main) return NoDocument;
            if (document.DocumentType != WordprocessingDocumentType.Document || main.VbaProjectPart is not null)
                return new Problem("", $"The template {File} is a template or holds a program. Save it as a Word document (.docx) without macros");
            var tags = DocxSlots.Of(main).Select(DocxSlots.Tag).ToHashSet();
            var missing = Slots.Where(s => !tags.Contains(s)).Select(s => new Problem("",
                $"The template {File} has no slot “{s}”. In Word, insert a rich text content control and give it the tag {s}")).ToList();
            if (missing.Count > 0) return missing;
            if (!DocxSlots.Of(main).Any(HasRoomForTheBody))
                return new Problem("", $"In the template {File} the slot “{Body}” stands inside a line, a table, a header or a footer. Give it a paragraph of its own");
            return template;
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or System.Xml.XmlException or FileFormatException)
        {
            return NoDocument;
        }
    }

    private static Problem NoDocument => new("", $"The template {File} is no Word document (.docx). Save it from Word anew, or delete it to use the program’s own");

    private static byte[] Write()
    {
        using var to = new MemoryStream();
        using (var document = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = ReportStyles.All();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Right }),
                new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }));
            main.Document = new Document(new Body(
                Slot("title", "Title of the report", ReportStyles.Title, 1),
                Slot("council", "Name of the council", ReportStyles.Subtitle, 2),
                Slot("date", "Day of the report", ReportStyles.Subtitle, 3), Slot("lead", "For whom it is", ReportStyles.Lead, 4),
                Slot(Body, "Here the report begins", null, 5),
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 })));
            DocxCore.Write(document.AddCoreFilePropertiesPart(), "Template of a report", "Fairload", "en-GB", new DateOnly(2026, 1, 1));
        }

        DocxCore.SetTimes(to);
        return to.ToArray();
    }

    private static SdtBlock Slot(string tag, string says, string? style, int id)
    {
        var paragraph = new Paragraph(new Run(new Text(says)));
        if (style is not null) paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        return new(new SdtProperties(new SdtAlias { Val = tag }, new Tag { Val = tag }, new SdtId { Val = id }),
            new SdtContentBlock(paragraph));
    }
}
