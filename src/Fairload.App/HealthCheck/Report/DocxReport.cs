using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fairload.Core.HealthCheck.Report;

namespace Fairload.App.HealthCheck.Report;

/// <summary>
/// A report as a Word document without macros: real headings, counted paragraphs, tables with a heading row, and charts that Word can
/// edit. The same report and template give the same bytes.
/// </summary>
public static class DocxReport
{
    /// <param name="template">One that was checked.</param>
    public static byte[] Write(ReportDocument report, ReportWords words, byte[] template)
    {
        using var to = new MemoryStream();
        to.Write(template);
        using (var document = WordprocessingDocument.Open(to, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var language = ReportWords.Culture(report.Language).Name;
            ReportStyles.Complete(Styles(main), language);
            Settings(main, language);
            var lists = DocxLists.Add(main);
            FillIn(main, report, words, new DocxBlocks(main, report.Language, words, lists));
            DocxCore.Write(document.CoreFilePropertiesPart ?? document.AddCoreFilePropertiesPart(), report.Title, report.Council, language,
                report.On);
        }

        DocxCore.SetTimes(to);
        return to.ToArray();
    }

    private static void FillIn(MainDocumentPart main, ReportDocument report, ReportWords words, DocxBlocks blocks)
    {
        var day = ReportWords.Date(report.On, report.Language);
        var texts = new Dictionary<string, string>
        {
            ["title"] = report.Title,
            ["council"] = report.Council,
            ["date"] = day,
            ["lead"] = ReportWords.Filled(words.Lead, words.For(report.Edition), day),
        };
        var isWritten = false;
        foreach (var slot in DocxSlots.Of(main))
        {
            var tag = DocxSlots.Tag(slot);
            if (tag is not null && texts.TryGetValue(tag, out var text))
            {
                DocxSlots.Fill(slot, text);
            }
            else if (tag == ReportTemplate.Body && !isWritten && slot is SdtBlock { Parent: Body })
            {
                DocxSlots.Fill(slot, report.Blocks.SelectMany(blocks.Of));
                isWritten = true;
            }
        }
    }

    private static Styles Styles(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("fairloadStyles");
        return part.Styles ??= new Styles();
    }

    private static void Settings(MainDocumentPart main, string language)
    {
        var part = main.DocumentSettingsPart ?? main.AddNewPart<DocumentSettingsPart>("fairloadSettings");
        part.Settings ??= new Settings();
        if (part.Settings.GetFirstChild<ThemeFontLanguages>() is { } own) own.Val = language;
    }
}
