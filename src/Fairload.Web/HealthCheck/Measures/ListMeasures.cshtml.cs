using Fairload.App.HealthCheck.Measures;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Measures;

/// <summary>The measures of a framework as they stand.</summary>
[Needs(Permission.SeeMeasures)]
internal sealed class ListMeasures(MeasureDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Framework { get; set; }

    public MeasuresView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (await desk.All(Framework, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
