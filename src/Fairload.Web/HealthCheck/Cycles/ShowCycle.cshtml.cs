using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Cycles;

/// <summary>A year's health check: where it stands, part by part, and going on with it.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class ShowCycle(CycleDesk desk) : PageModel
{
    [BindProperty] public CycleStep? Step { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>Null where no health check was opened yet.</summary>
    public CycleView? View { get; private set; }

    public bool MayRun => HttpContext.Reader!.May(Permission.RunHealthCheck);

    public async Task<IActionResult> OnGet(int? year, CancellationToken stop)
    {
        View = await desk.Show(year, HttpContext.Reader!, stop);
        if (View is null && year is not null) return NotFound();
        (Step, Version) = (View?.Next, View?.Cycle.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPost(int? year, CancellationToken stop)
    {
        if (await desk.Show(year, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        if (Step is not { } to) return this.Again([new("Step", $"Choose the step to go to")]);
        var gone = await desk.Go(view.Cycle.Year, to, Reason ?? "", Version, HttpContext.Reader!, stop);
        if (gone.Try(out var cycle, out var problems)) return Redirect($"/health-check/{cycle.Year}");
        ModelState.Remove(nameof(Version));
        Version = view.Cycle.Version;
        return this.Again(problems);
    }
}
