using Fairload.App.Caseload.Calibration;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Calibration;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>Ends a round before its day. Opened by hand it leads to the round.</summary>
[Needs(Permission.OpenCalibration)]
internal sealed class EndRound(CalibrationDesk desk) : PageModel
{
    public async Task<IActionResult> OnGet(Id<CalibrationRound> id, CancellationToken stop) =>
        await desk.Round(id, HttpContext.Reader!, stop) is null ? NotFound() : Redirect($"/calibration/{id}");

    public async Task<IActionResult> OnPost(Id<CalibrationRound> id, CancellationToken stop) =>
        await desk.End(id, HttpContext.Reader!, stop) ? Redirect($"/calibration/{id}/results") : NotFound();
}
