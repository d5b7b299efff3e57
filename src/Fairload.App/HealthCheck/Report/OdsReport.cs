using Fairload.App.Imports.Sheets;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.App.HealthCheck.Report;

/// <summary>The tables of a report as an OpenDocument spreadsheet: contents first, then one table a sheet, with its title in A1.</summary>
public static class OdsReport
{
    public static byte[] Write(ReportDocument report, ReportWords words)
    {
        var tables = report.Tables.ToList();
        var names = WorkbookWriter.Names([new(words.Contents, [], []), .. tables.Select(t => new SheetOut(t.Code, [], []))]);
        var contents = new SheetOut(words.Contents, [words.Sheet, words.Table], tables.Select((t, at) => Line(names[at + 1], t.Caption)))
        {
            Above =
            [
                report.Title, $"{words.Council}: {report.Council}",
                ReportWords.Filled(words.Lead, words.For(report.Edition), ReportWords.Date(report.On, report.Language)),
                $"{words.Licence}: {(report.Edition == Edition.Public ? words.OpenLicence : words.NotLicensed)}",
                .. report.Signs.Select(s => $"{s} {words.SignMeans(s)}"),
            ],
        };
        using var to = new MemoryStream();
        OdsWriter.Write(to, [contents, .. tables.Select((t, at) => TableSheet.Of(t, report.Language, words).Sheet(names[at + 1]))]);
        return to.ToArray();
    }

    private static IReadOnlyList<object?> Line(string sheet, string table) => [sheet, table];
}
