using Fairload.App.HealthCheck.Measures;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Measures;

/// <summary>One measure: its figures, its card, and where it stands in the frameworks.</summary>
[Needs(Permission.SeeMeasures)]
internal sealed class ShowMeasure(MeasureDesk desk) : PageModel
{
    public MeasureView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code, CancellationToken stop)
    {
        if (await desk.One(code, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
