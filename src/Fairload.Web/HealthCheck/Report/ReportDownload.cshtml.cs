using Fairload.App.Audit;
using Fairload.App.HealthCheck.Report;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A report that is not frozen yet, as a file. Taking one is noted.</summary>
[Needs(Permission.EditReport)]
internal sealed class ReportDownload(ReportDesk desk, AuditTrail audit, DataDirectory data, Catalogue T) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "language")] public string? Asked { get; set; }

    /// <summary>In which the report is; English where nobody asked for another.</summary>
    public string Language => Asked ?? ReportDocument.English;

    public async Task<IActionResult> OnGet(int year, string edition, string kind, CancellationToken stop)
    {
        if (ReportTexts.EditionOf(edition) is not { } wanted) return NotFound();
        if (Language is not (ReportDocument.English or ReportDocument.Welsh)) return NotFound();
        if (await desk.Show(year, wanted, Language, HttpContext.Reader!, stop) is not { } view) return NotFound();
        if (view.Faults.Count > 0) return MadeFiles.Refused(view.Faults, T);
        if (!ReportTemplate.Of(data).Try(out var template, out var problems)) return MadeFiles.Refused(problems, T);
        if (ReportFiles.Of(view.Report, kind, ReportTexts.Words(Language), template) is not { } file) return NotFound();
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "report", $"{year}/{wanted}/{Language}", kind, stop);
        return File(file.Bytes, file.MediaType, file.Name);
    }
}
