using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using static Fairload.App.Tests.HealthCheck.Report.WordFile;

namespace Fairload.App.Tests.HealthCheck.Report;

public sealed class A_report_as_a_Word_document
{
    [Fact]
    public void Has_nothing_that_the_rules_of_the_format_forbid()
    {
        Assert.Empty(Faults(ReportTemplate.Make()));
        foreach (var edition in Enum.GetValues<Edition>()) Assert.Empty(Faults(Written(MadeUpReport.Of(edition))));
        for (var seed = 0; seed < 12; seed++) Assert.Empty(Faults(Written(MadeUpReport.Drawn(seed))));
    }

    [Fact]
    public void Has_real_headings_counted_paragraphs_and_tables_that_can_be_heard()
    {
        var file = new WordFile(Written(MadeUpReport.Of(Edition.Members)));
        var paragraphs = file.Paragraphs.ToList();
        Assert.Equal("Health check 2026", paragraphs.Single(p => p.Style == "Title").Text);
        Assert.Equal(["What you asked last time", "Supervision", "Team by team", "Signs"],
            paragraphs.Where(p => p.Style == "Heading1").Select(p => p.Text));
        Assert.Equal(["What was held"], paragraphs.Where(p => p.Style == "Heading2").Select(p => p.Text));
        var counted = file.Document.Descendants(W + "p").Where(p =>
            p.Descendants(W + "pStyle").Any(s => s.Attribute(W + "val")!.Value == "NumberedParagraph")).ToList();
        Assert.Equal(2, counted.Count);
        Assert.Single(counted.Select(p => p.Descendants(W + "numId").Single().Attribute(W + "val")!.Value).Distinct());

        var table = file.Document.Descendants(W + "tbl").First();
        Assert.Equal("Supervision held", table.Descendants(W + "tblCaption").Single().Attribute(W + "val")!.Value);
        Assert.StartsWith("Sessions held of those planned", table.Descendants(W + "tblDescription").Single().Attribute(W + "val")!.Value,
            StringComparison.Ordinal);
        Assert.Single(table.Descendants(W + "tblHeader"));
        Assert.NotNull(table.Elements(W + "tr").First().Descendants(W + "tblHeader").Single());
        Assert.DoesNotContain(file.Document.Descendants(), e => e.Name == W + "gridSpan" || e.Name == W + "vMerge" || e.Name == W + "sdt");
        Assert.Equal("86% [note 3]", file.Tables.First()[2][1]);
        Assert.Contains(paragraphs, p => p.Text == "[note 3] As of 31 March 2026. Base: 204 sessions.");
    }

    [Theory]
    [InlineData("en", "en-GB", "31 March 2026")]
    [InlineData("cy", "cy-GB", "31 Mawrth 2026")]
    public void Says_its_language_and_its_title(string language, string tag, string day)
    {
        var file = new WordFile(Written(MadeUpReport.Of(Edition.Members, language)));
        Assert.Equal(tag, file.Xml("word/styles.xml").Descendants(W + "docDefaults").Single().Descendants(W + "lang").Single()
            .Attribute(W + "val")!.Value);
        var core = file.Xml("docProps/core.xml").Root!.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value);
        Assert.Equal((MadeUpReport.Of(Edition.Members, language).Title, tag), (core["title"], core["language"]));
        Assert.Contains(file.Paragraphs, p => p.Style == "Subtitle" && p.Text == day);
    }

    [Fact]
    public void Has_charts_of_Words_own_whose_figures_can_be_edited()
    {
        var report = MadeUpReport.Of(Edition.Members);
        var chart = report.Blocks.OfType<ChartBlock>().Single();
        var file = new WordFile(Written(report));
        var drawn = file.Charts.Single();
        Assert.Equal(["Children", "Adults"], drawn.Descendants(C + "ser")
            .Select(s => s.Element(C + "tx")!.Descendants(C + "v").Single().Value));
        Assert.Equal(["66", "71", "86", "80", "83"], drawn.Descendants(C + "val").SelectMany(v => v.Descendants(C + "v"))
            .Select(v => v.Value));
        Assert.NotNull(drawn.Root!.Element(C + "externalData"));
        Assert.Contains(drawn.Descendants(), e => e.Name.LocalName == "pattFill");
        var alt = file.Document.Descendants(P + "docPr").Single();
        Assert.Equal((chart.Alt, chart.Title), (alt.Attribute("descr")!.Value, alt.Attribute("name")!.Value));

        var book = file.Parts.Single(p => p.EndsWith(".xlsx", StringComparison.Ordinal));
        using var held = SpreadsheetDocument.Open(new MemoryStream(file.Bytes(book)), false);
        Assert.Equal("Year Children Adults 2024 66 2025 71 80 2026 86 83",
            string.Join(' ', held.WorkbookPart!.WorksheetParts.Single().Worksheet
            .Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText)));
    }

    [Fact]
    public void Has_the_same_bytes_for_the_same_report_and_no_macros()
    {
        var (first, second) = (Written(MadeUpReport.Of(Edition.Public)), Written(MadeUpReport.Of(Edition.Public)));
        Assert.Equal(first, second);
        Assert.DoesNotContain(new WordFile(first).Parts, p => p.Contains("vba", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Keeps_the_exempt_appendix_in_a_file_of_its_own()
    {
        Assert.True(ExemptionClaim.Claim(Guid.Empty, "teams", "Schedule 12A, paragraph 1", "It tells of persons.", "Ann Lee",
            new(2026, 4, 1)).Try(out var claim, out _));
        var report = MadeUpReport.Of(Edition.Members).With([claim]);
        var open = new WordFile(ReportFiles.Of(report, ReportFiles.Docx, ReportPlain.Words, ReportTemplate.Make())!.Bytes);
        var appendix = new WordFile(ReportFiles.Of(report, ReportFiles.Appendix, ReportPlain.Words, ReportTemplate.Make())!.Bytes);
        Assert.DoesNotContain(open.Paragraphs, p => p.Text.Contains("hospital team", StringComparison.Ordinal) || p.Text == "Riverside");
        Assert.Contains(open.Paragraphs, p => p.Text == "Apart: Schedule 12A, paragraph 1, claimed by Ann Lee on 1 April 2026.");
        Assert.Equal(["Team by team"], appendix.Paragraphs.Where(p => p.Style == "Heading1").Select(p => p.Text));
        Assert.Contains(appendix.Paragraphs, p => p.Text == "Not for publication: Schedule 12A, paragraph 1. It tells of persons. Claimed by Ann Lee on 1 April 2026.");
        Assert.Null(ReportFiles.Of(MadeUpReport.Of(Edition.Members), ReportFiles.Appendix, ReportPlain.Words, ReportTemplate.Make()));
        Assert.DoesNotContain("waiting.csv", new WordFile(ReportFiles.Of(report, ReportFiles.Csv, ReportPlain.Words, [])!.Bytes).Parts);
    }

    internal static byte[] Written(ReportDocument report, byte[]? template = null) =>
        DocxReport.Write(ReportBodies.Open(report, ReportPlain.Words), ReportPlain.Words, template ?? ReportTemplate.Make());

    internal static IReadOnlyList<string> Faults(byte[] document)
    {
        using var opened = WordprocessingDocument.Open(new MemoryStream(document), false);
        return
        [
            .. new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 }.SelectMany(version =>
                new OpenXmlValidator(version).Validate(opened))
                .Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"),
        ];
    }
}
