using Fairload.App.Audit;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A frozen edition as a file, for those who may read it. Taking one is noted.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class EditionFile(EditionDesk desk, MadeFiles made, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(int year, Id<FrozenEdition> id, string kind, CancellationToken stop)
    {
        if (await desk.One(year, id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        if (made.Of(view.Report, view.Line.Hash, kind) is not { } result) return NotFound();
        if (!result.Try(out var file, out var problems)) return MadeFiles.Refused(problems, T);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "frozen edition", id.ToString(), kind, stop);
        return File(file.Bytes, file.MediaType, file.Name);
    }
}
