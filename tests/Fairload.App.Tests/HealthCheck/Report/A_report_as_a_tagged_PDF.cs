using System.Diagnostics;
using System.Text.RegularExpressions;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.Tests.HealthCheck.Report;

/// <summary>The Word document for members as LibreOffice opens it and makes a PDF of it: what a screen reader is then told.</summary>
public sealed partial class A_report_as_a_tagged_PDF
{
    private const string AsPdf = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    [Fact]
    public async Task Keeps_its_title_headings_lists_and_heading_cells_and_says_in_words_what_a_chart_shows()
    {
        var report = MadeUpReport.Of(Edition.Members);
        var folder = Directory.CreateTempSubdirectory("fairload-pdf-");
        try
        {
            var document = Path.Combine(folder.FullName, "members.docx");
            var written = A_report_as_a_Word_document.Written(report);
            await File.WriteAllBytesAsync(document, written);
            await Run("soffice", "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", AsPdf,
                "--outdir", folder.FullName, document);
            var pdf = Path.Combine(folder.FullName, "members.pdf");
            Assert.True(File.Exists(pdf), "LibreOffice opened the document and made no PDF of it.");
            var about = await Run("pdfinfo", pdf);
            var parts = Part().Matches(await Run("pdfinfo", "-struct", pdf)).CountBy(m => m.Groups[1].Value).ToDictionary();
            var text = Spaces().Replace(await Run("pdftotext", "-layout", pdf, "-"), " ");

            Assert.Matches(@"Tagged:\s+yes", about);
            Assert.Contains(report.Title, about, StringComparison.Ordinal);
            var styles = new WordFile(written).Paragraphs.CountBy(p => p.Style ?? "").ToDictionary();
            Assert.Equal((styles["Heading1"], styles["Heading2"]), (parts["H1"], parts["H2"]));
            Assert.Equal(report.Blocks.OfType<TableBlock>().Count(), parts["Table"]);
            Assert.Equal(report.Blocks.OfType<TableBlock>().Sum(t => t.Columns.Count), parts["TH"]);
            Assert.Equal(report.Blocks.OfType<ChartBlock>().Count(), parts["Figure"]);
            Assert.NotEqual(0, parts["L"]);
            foreach (var chart in report.Blocks.OfType<ChartBlock>()) Assert.Contains(chart.Alt, text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var path = "/usr/bin/" + program;
        Assert.True(File.Exists(path), $"This needs {path}. Install it (on Debian: apt-get install libreoffice-writer-nogui poppler-utils).");
        using var running = Process.Start(new ProcessStartInfo(path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        await running.WaitForExitAsync();
        Assert.True(running.ExitCode == 0, $"{program} ended with {running.ExitCode}: {await complained}");
        return await said;
    }

    [GeneratedRegex(@"^ *(\w+)\b", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
