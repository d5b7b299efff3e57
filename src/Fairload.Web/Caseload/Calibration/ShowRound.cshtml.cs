using Fairload.App.Caseload.Calibration;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Calibration;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>One round: what is scored, what is left, and the end of it.</summary>
[Needs(Permission.Calibrate)]
internal sealed class ShowRound(CalibrationDesk desk) : PageModel
{
    public RoundView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<CalibrationRound> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFinish(Id<CalibrationRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var done = await desk.Finish(id, HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect($"/calibration/{id}") : this.Again(problems);
    }

    private async Task<bool> Load(Id<CalibrationRound> id, CancellationToken stop)
    {
        if (await desk.Round(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
