using Fairload.App.Audit;
using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Supervision;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision;

/// <summary>One case at the panel: what is asked, and what came of it.</summary>
[Needs(Permission.BringToPanel)]
internal sealed class ShowPanelBooking(PanelDesk desk, PanelSessionDesk sessions, AuditTrail audit) : PageModel
{
    [BindProperty] public string? Advice { get; set; }
    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public string? Present { get; set; }
    [BindProperty] public List<string> Themes { get; set; } = [];
    [BindProperty] public string? OwnTheme { get; set; }

    public BookingView View { get; private set; } = null!;
    public string? JustDone { get; private set; }
    public bool MayRecord => View is { Holds: true, Booking.Stands: true } && View.Session.HasBegun(View.Now);

    public async Task<IActionResult> OnGet(Id<PanelBooking> id, string? done, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "panel booking", id.ToString(), stop);
        (View, JustDone, Present) = (view, done, view.Session.Sits);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBack(Id<PanelBooking> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } view) return NotFound();
        View = view;
        var back = await desk.TakeBack(id, reader, stop);
        return back.Try(out _, out var problems) ? Redirect(Links.PanelBooking(id) + "?done=back") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostRecord(Id<PanelBooking> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } view) return NotFound();
        View = view;
        if (!view.Holds) return StatusCode(StatusCodes.Status403Forbidden);
        var outcome = new PanelOutcome(Advice ?? "", Decision ?? "", Present ?? "", Themes, OwnTheme ?? "");
        var recorded = await sessions.Record(id, outcome, reader, stop);
        if (recorded.Try(out _, out var problems)) return Redirect(Links.PanelBooking(id) + "?done=recorded");
        View = await desk.Show(id, reader, stop) ?? view;
        return this.Again(problems);
    }
}
