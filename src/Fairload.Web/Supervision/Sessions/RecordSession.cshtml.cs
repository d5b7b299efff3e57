using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>Records what came of a session, or corrects the record until the worker has answered it.</summary>
[Needs(Permission.KeepSupervision)]
internal sealed class RecordSession(SupervisionSessionDesk desk) : PageModel
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public int? Minutes { get; set; }
    [BindProperty] public int? CaseMinutes { get; set; }
    [BindProperty] public int? ReflectiveMinutes { get; set; }
    [BindProperty] public string? Interrupted { get; set; }
    [BindProperty] public string? Record { get; set; }
    [BindProperty] public string? Cases { get; set; }
    [BindProperty] public string? Actions { get; set; }

    public SessionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var session = View.Session;
        (Seen, On, Kind) = (session.Version, session.On <= View.Today ? session.On : View.Today, session.Kind?.ToString());
        (Minutes, CaseMinutes, ReflectiveMinutes) = (session.Minutes, session.CaseMinutes, session.ReflectiveMinutes);
        (Record, Cases, Actions) = (session.Record, session.Cases, string.Join('\n', View.Actions.Select(a => a.Text)));
        Interrupted = session.IsInterrupted switch { true => "yes", false => "no", _ => "" };
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<SupervisionSession> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (On is null && ModelState["On"] is not { Errors.Count: > 0 }) return this.Again([new("On", $"Enter the day of the session")]);
        if (!ModelState.IsValid) return this.Again([]);
        var held = new SessionHeld(
            On!.Value, SupervisionWords.Read<SessionKind>(Kind), Minutes, CaseMinutes, ReflectiveMinutes,
            Interrupted switch { "yes" => true, "no" => false, _ => null }, Record ?? "", Cases ?? "");
        var done = await desk.Hold(id, Seen, held, Actions ?? "", HttpContext.Reader!, stop);
        if (done.Try(out _, out var problems)) return Redirect(SupervisionLinks.Session(id) + "?done=recorded");
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
