using Fairload.App.Audit;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>One session with its record, the worker's answer to it and the actions that were agreed.</summary>
[Needs(Permission.SeeSupervision)]
internal sealed class ShowSession(SupervisionSessionDesk desk, AuditTrail audit) : PageModel
{
    /// <summary>The version that was looked at.</summary>
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public string? Dispute { get; set; }
    [BindProperty] public string? Reply { get; set; }
    [BindProperty] public string? Act { get; set; }
    [BindProperty] public bool IsDone { get; set; }

    public SessionView View { get; private set; } = null!;
    public string? JustDone { get; private set; }

    public async Task<IActionResult> OnGet(Id<SupervisionSession> id, string? done, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "supervision", id.ToString(), stop);
        JustDone = done;
        return Page();
    }

    public async Task<IActionResult> OnPostConfirm(Id<SupervisionSession> id, CancellationToken stop) =>
        await Read(id, stop) ? await Done(id, await desk.Confirm(id, Seen, HttpContext.Reader!, stop), "confirmed", stop) : NotFound();

    public async Task<IActionResult> OnPostDispute(Id<SupervisionSession> id, CancellationToken stop) =>
        await Read(id, stop) ? await Done(id, await desk.Contest(id, Seen, Dispute ?? "", HttpContext.Reader!, stop), "disputed", stop)
            : NotFound();

    public async Task<IActionResult> OnPostReply(Id<SupervisionSession> id, CancellationToken stop) =>
        await Read(id, stop) ? await Done(id, await desk.Respond(id, Seen, Reply ?? "", HttpContext.Reader!, stop), "replied", stop)
            : NotFound();

    public async Task<IActionResult> OnPostTick(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        _ = Id<SessionAction>.TryParse(Act, out var action);
        return await Done(id, await desk.Tick(id, action, IsDone, HttpContext.Reader!, stop), "", stop);
    }

    private async Task<IActionResult> Done<T>(Id<SupervisionSession> id, Result<T> result, string done, CancellationToken stop)
        where T : notnull
    {
        if (result.Try(out _, out var problems)) return Redirect(SupervisionLinks.Session(id) + (done.Length > 0 ? "?done=" + done : ""));
        await Read(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
