using Fairload.App.Caseload.Calibration;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>Every round of calibration.</summary>
[Needs(Permission.Calibrate)]
internal sealed class ListRounds(CalibrationDesk desk) : PageModel
{
    public RoundsView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.Rounds(HttpContext.Reader!, stop);
}
