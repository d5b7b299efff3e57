using Fairload.App.Caseload.Calibration;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Calibration;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>What came of a round: the group's distribution beside one's own answers, and no names.</summary>
[Needs(Permission.Calibrate)]
internal sealed class ShowResults(CalibrationResults results) : PageModel
{
    public ResultsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<CalibrationRound> id, CancellationToken stop)
    {
        if (await results.Of(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
