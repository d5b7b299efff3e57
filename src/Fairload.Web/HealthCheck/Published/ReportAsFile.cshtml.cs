using Fairload.App.HealthCheck.Report;
using Fairload.Web.Access;
using Fairload.Web.HealthCheck.Report;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Fairload.Web.HealthCheck.Published;

/// <summary>A published report as a file, for everybody. Its tag is the hash of its bytes.</summary>
[Open]
internal sealed class ReportAsFile(PublishedDesk desk, MadeFiles made, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(int year, string language, string kind, CancellationToken stop)
    {
        if (!ReportFiles.Kinds.Contains(kind)) return NotFound();
        if (await desk.Find(year, language, stop) is not { Report: { } report } view) return NotFound();
        if (made.Of(report, view.Hash, kind) is not { } result) return NotFound();
        if (!result.Try(out var file, out var problems)) return MadeFiles.Refused(problems, T);
        return new FileContentResult(file.Bytes, file.MediaType)
        {
            FileDownloadName = $"health-check-{year}-{language}.{kind}",
            EntityTag = new EntityTagHeaderValue($"\"{MadeFiles.Hash(file.Bytes)}\""),
        };
    }
}
