using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>The Word document into which reports are written, to be changed in Word.</summary>
[Needs(Permission.EditReport)]
internal sealed class TemplateDownload : PageModel
{
    public IActionResult OnGet() => File(ReportTemplate.Make(), ReportTemplate.MediaType, "health-check.docx");
}
