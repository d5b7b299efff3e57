using Fairload.App.Imports.Sheets;
using Fairload.Core.HealthCheck.Report;

namespace Fairload.App.HealthCheck.Report;

/// <summary>A report, or its exempt appendix, as a file.</summary>
public sealed record ReportFile(string Name, string MediaType, byte[] Bytes);

/// <summary>Every file that a report can be had as. The same report gives the same bytes.</summary>
public static class ReportFiles
{
    public const string Docx = "docx";
    public const string Ods = "ods";
    public const string Csv = "csv.zip";

    /// <summary>What somebody claims to be exempt, as a Word document of its own.</summary>
    public const string Appendix = "appendix.docx";

    /// <summary>Without the exempt appendix.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Docx, Ods, Csv];

    /// <summary>Null for a kind that there is none of, and for an appendix where nothing is exempt.</summary>
    /// <param name="report">Whole, with its exempt parts.</param>
    /// <param name="template">One that was checked: see <see cref="ReportTemplate.Of"/>.</param>
    public static ReportFile? Of(ReportDocument report, string kind, ReportWords words, byte[] template)
    {
        if (kind == Appendix)
        {
            return ReportBodies.Exempt(report, words) is not { } exempt ? null
                : new("exempt-appendix.docx", ReportTemplate.MediaType, DocxReport.Write(exempt, words, template));
        }

        return kind switch
        {
            Docx => new("report.docx", ReportTemplate.MediaType, DocxReport.Write(ReportBodies.Open(report, words), words, template)),
            Ods => new("report.ods", OdsWriter.MediaType, OdsReport.Write(Plain(report), words)),
            Csv => new("report.csv.zip", CsvReport.MediaType, CsvReport.Write(Plain(report), words)),
            _ => null,
        };
    }

    private static ReportDocument Plain(ReportDocument report) => report with { Parts = [.. report.Parts.Where(p => p.Exempt is null)] };
}
