using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Store;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.Tests.HealthCheck.Report;

public sealed class A_template_of_a_report
{
    [Fact]
    public void Of_the_council_is_filled_in_where_it_says_and_keeps_its_own_look()
    {
        var own = Changed(main =>
        {
            main.Document.Body!.InsertAt(new Paragraph(new Run(new Text("Committee of adult social care"))), 0);
            main.StyleDefinitionsPart!.Styles!.Elements<Style>()
                .Single(s => s.StyleId == "Heading1").StyleRunProperties!.Color!.Val = "801650";
            main.StyleDefinitionsPart.Styles.Elements<Style>().Single(s => s.StyleId == "TableNote").Remove();
            main.AddNewPart<HeaderPart>("head").Header = new Header(new Paragraph(new SdtRun(
                new SdtProperties(new Tag { Val = "Title" }), new SdtContentRun(new Run(new RunProperties(new Italic()), new Text("title"))))));
        });
        Assert.True(ReportTemplate.Check(own).Try(out _, out _));
        var written = A_report_as_a_Word_document.Written(MadeUpReport.Of(Edition.Members), own);
        Assert.Empty(A_report_as_a_Word_document.Faults(written));
        var file = new WordFile(written);
        Assert.Equal("Committee of adult social care", file.Paragraphs.First().Text);
        Assert.Contains("801650", file.Xml("word/styles.xml").ToString(), StringComparison.Ordinal);
        Assert.Contains("TableNote", file.Xml("word/styles.xml").ToString(), StringComparison.Ordinal);
        var header = file.Xml(file.Parts.Single(p => p.Contains("header", StringComparison.Ordinal)
            && !p.Contains("rels", StringComparison.Ordinal)));
        Assert.Equal("Health check 2026", WordFile.Text(header.Root!));
        Assert.Single(header.Descendants(WordFile.W + "i"));
    }

    [Fact]
    public void Without_a_slot_is_refused_by_the_name_of_it()
    {
        var without = Changed(main => main.Document.Descendants<SdtBlock>().Where(s => DocxSlots.Tag(s) is "lead" or "body").ToList()
            .ForEach(s => s.Remove()));
        Assert.False(ReportTemplate.Check(without).Try(out _, out var problems));
        Assert.Equal(["has no slot “lead”", "has no slot “body”"],
            problems!.Select(p => p.Message[(p.Message.IndexOf("has", StringComparison.Ordinal))..(
            p.Message.IndexOf('.', p.Message.IndexOf('”')))]));

        var within = Changed(main =>
        {
            var body = main.Document.Descendants<SdtBlock>().Single(s => DocxSlots.Tag(s) == "body");
            body.Remove();
            main.Document.Body!.InsertAt(new Table(new TableProperties(), new TableGrid(new GridColumn()),
                new TableRow(new TableCell(body, new Paragraph()))), 0);
        });
        Assert.False(ReportTemplate.Check(within).Try(out _, out problems));
        Assert.Contains("stands inside a line, a table", Assert.Single(problems!).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_taken_from_the_data_directory_and_refused_where_it_is_no_Word_document()
    {
        var path = Directory.CreateTempSubdirectory("fairload-template-").FullName;
        Assert.True(DataDirectory.Open(path).Try(out var data, out _));
        Assert.True(ReportTemplate.Of(data).Try(out var ours, out _));
        Assert.Equal(ReportTemplate.Make(), ours);
        Directory.CreateDirectory(Path.Combine(path, "templates"));
        File.WriteAllText(Path.Combine(path, ReportTemplate.File), "no zip");
        Assert.False(ReportTemplate.Of(data).Try(out _, out var problems));
        Assert.Contains("is no Word document", Assert.Single(problems!).Message, StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(path, ReportTemplate.File), Changed(main => main.OpenXmlPackage.ToString()));
        Assert.True(ReportTemplate.Of(data).Try(out _, out _));
        Directory.Delete(path, recursive: true);
    }

    private static byte[] Changed(Action<MainDocumentPart> how)
    {
        using var stream = new MemoryStream();
        stream.Write(ReportTemplate.Make());
        using (var document = WordprocessingDocument.Open(stream, true, new OpenSettings())) how(document.MainDocumentPart!);
        return stream.ToArray();
    }
}
