using Fairload.App.HealthCheck.Report;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Published;

/// <summary>A published report, for everybody. Of a withdrawn one it says that and why.</summary>
[Open]
internal sealed class ReadReport(PublishedDesk desk) : PageModel
{
    public PublishedView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int year, string language, CancellationToken stop)
    {
        if (await desk.Find(year, language, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
