using Fairload.App.Caseload;
using Fairload.App.Caseload.Calibration;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>Opens a round: of which area, with which vignettes, until when.</summary>
[Needs(Permission.OpenCalibration)]
internal sealed class OpenRound(CalibrationDesk desk) : PageModel
{
    /// <summary>Of children, unless adults are asked for.</summary>
    [BindProperty(SupportsGet = true)] public Area Area { get; set; }
    [BindProperty] public List<string> Vignettes { get; set; } = [];
    [BindProperty] public DateOnly? ClosesOn { get; set; }

    public IReadOnlyList<Vignette> All => [.. ReferenceData.Vignettes().Where(v => v.Area == Area)];

    public void OnGet() => Vignettes = [.. All.Select(v => v.Code)];

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Again([]);
        var opened = await desk.Open(Area, Vignettes, ClosesOn, HttpContext.Reader!, stop);
        return opened.Try(out var round, out var problems) ? Redirect($"/calibration/{round.Id}") : this.Again(problems);
    }
}
