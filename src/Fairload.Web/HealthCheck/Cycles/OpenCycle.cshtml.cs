using Fairload.App.HealthCheck;
using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.HealthCheck.Cycles;

/// <summary>Opens the health check of a year.</summary>
[Needs(Permission.RunHealthCheck)]
internal sealed class OpenCycle(CycleDesk desk) : PageModel
{
    [BindProperty] public string? Framework { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }

    public IEnumerable<SelectListItem> Frameworks(Catalogue T) => ShippedFrameworks.Frameworks
        .Select(f => new SelectListItem(MeasureWords.Of(T, f.Name), f.Code, f.Code == Framework));

    public void OnGet() => Framework = ShippedFrameworks.Frameworks[0].Code;

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Again([]);
        var begun = await desk.Begin(To?.Year ?? 0, Framework ?? "", From, To, HttpContext.Reader!, stop);
        return begun.Try(out var cycle, out var problems) ? Redirect($"/health-check/{cycle.Year}") : this.Again(problems);
    }
}
