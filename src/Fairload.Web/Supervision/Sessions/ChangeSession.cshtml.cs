using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>Moves a session to another day, or cancels it with who and why.</summary>
[Needs(Permission.KeepSupervision)]
internal sealed class ChangeSession(SupervisionSessionDesk desk) : PageModel
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public string? Begins { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? By { get; set; }
    [BindProperty] public string? Because { get; set; }

    public SessionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var session = View.Session;
        (Seen, On, Begins, Place) = (session.Version, session.PlannedOn, session.Begins, session.Place);
        return Page();
    }

    public async Task<IActionResult> OnPostMove(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var wrong = PlanSession.Wrong(On, Begins, out var time);
        if (wrong.Count > 0 || !ModelState.IsValid) return this.Again(wrong);
        var moved = await desk.Move(id, Seen, new(On!.Value, time, Place ?? "", null), HttpContext.Reader!, stop);
        return await Done(id, moved, stop);
    }

    public async Task<IActionResult> OnPostCancel(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        ModelState.Remove("On");
        On ??= View.Session.PlannedOn;
        var cancelled = await desk.Cancel(
            id, Seen, SupervisionWords.Read<CancelledBy>(By), SupervisionWords.Read<CancelledBecause>(Because), HttpContext.Reader!, stop);
        return await Done(id, cancelled, stop);
    }

    private async Task<IActionResult> Done(Id<SupervisionSession> id, Result<SupervisionSession> result, CancellationToken stop)
    {
        if (result.Try(out _, out var problems)) return Redirect(SupervisionLinks.Session(id) + "?done=changed");
        await Read(id, stop);
        Seen = View.Session.Version;
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { MayKeep: true } view) return false;
        View = view;
        return true;
    }
}
