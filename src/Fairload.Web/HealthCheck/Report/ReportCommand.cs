using System.CommandLine;
using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Serve;

namespace Fairload.Web.HealthCheck.Report;

/// <summary><c>fairload healthcheck report</c>: the report of a year as a file, with what people wrote into it.</summary>
internal static class ReportCommand
{
    private const string Html = "html";

    /// <summary>As people name them, and as files are called.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["docx"] = ReportFiles.Docx,
        ["ods"] = ReportFiles.Ods,
        ["csv"] = ReportFiles.Csv,
        ["appendix"] = ReportFiles.Appendix,
        [Html] = Html,
    };

    public static Command Report()
    {
        var edition = new Option<Edition>("--edition") { Description = "Who it is for.", HelpName = "internal|members|public" };
        var format = new Option<string>("--format")
        {
            Description = "Which file; csv is a zip of tables, appendix the exempt parts as .docx.",
            HelpName = "docx|html|ods|csv|appendix",
            DefaultValueFactory = _ => "docx",
        };
        var year = new Option<int?>("--year") { Description = "Of which health check; the latest when left out.", HelpName = "YEAR" };
        var language = new Option<string>("--language")
        {
            Description = "In which language.",
            HelpName = "en|cy",
            DefaultValueFactory = _ => ReportDocument.English,
        };
        var to = new Option<string>("--out") { Description = "Write it here; not overwritten.", HelpName = "FILE", Required = true };
        var data = Words.Data();
        var report = new Command("report", "Write the report of a year as a file.") { edition, format, year, language, to, data };
        report.SetAction((given, stop) => Words.Ask(given.GetValue(data)!, "healthcheck", async services =>
        {
            if (!Kinds.TryGetValue(given.GetValue(format)!, out var kind))
                return await Words.Refused([new("format", $"There is no format {given.GetValue(format)}. There are docx, html, ods, csv and appendix")]);
            if (given.GetValue(language) is not (ReportDocument.English or ReportDocument.Welsh))
                return await Words.Refused([new("language", $"A report is in English (en) or in Welsh (cy), not in “{given.GetValue(language)}”")]);
            var made = await Make(services, given.GetValue(year), given.GetValue(edition), given.GetValue(language)!, kind, stop);
            return made.Try(out var file, out var problems) ? await Written(given.GetValue(to)!, file, stop)
                : await Words.Refused(problems);
        }, stop));
        return report;
    }

    private static async Task<Result<ReportFile>> Make(
        IServiceProvider services, int? year, Edition edition, string language, string kind, CancellationToken stop)
    {
        var wanted = year ?? (await services.GetRequiredService<CycleDesk>().Show(null, Reader.AtTheMachine, stop))?.Cycle.Year;
        var desk = services.GetRequiredService<ReportDesk>();
        if (wanted is null || await desk.Show(wanted.Value, edition, language, Reader.AtTheMachine, stop) is not { } view)
            return new Problem("year", $"There is no health check of that year to report on. See where it stands with healthcheck status");
        if (view.Faults.Count > 0) return view.Faults.ToList();
        if (kind == Html) return new ReportFile("report.html", "text/html", HtmlFile.Of(view.Report));
        var own = ReportTemplate.Of(services.GetRequiredService<DataDirectory>());
        if (!own.Try(out var template, out var problems)) return problems.ToList();
        return ReportFiles.Of(view.Report, kind, ReportTexts.Words(language), template) is { } file ? file
            : new Problem("format", $"No part of this report is claimed to be exempt, so there is no appendix");
    }

    private static async Task<int> Written(string path, ReportFile file, CancellationToken stop)
    {
        if (File.Exists(path)) return await Words.Refused([new("OUT", $"{path} is there already. Name another file; nothing was written")]);
        try
        {
            await File.WriteAllBytesAsync(path, file.Bytes, stop);
            return Words.IsDone;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await Words.Refused([new("out", $"{path} can not be written: {e.Message}")]);
        }
    }
}
