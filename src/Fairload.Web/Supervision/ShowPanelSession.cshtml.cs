using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Supervision;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision;

/// <summary>One session for those who sit on it: who brings what, slot by slot.</summary>
[Needs(Permission.HoldPanel)]
internal sealed class ShowPanelSession(PanelSessionDesk desk) : PageModel
{
    [BindProperty] public string? Because { get; set; }

    public SessionView View { get; private set; } = null!;
    public bool IsOpened { get; private set; }

    public async Task<IActionResult> OnGet(Id<PanelSession> id, string? done, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        (View, IsOpened) = (view, done == "opened");
        return Page();
    }

    public async Task<IActionResult> OnPostCallOff(Id<PanelSession> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } view) return NotFound();
        if ((await desk.CallOff(id, Because ?? "", reader, stop)).Try(out _, out var problems)) return Redirect(Links.PanelSession(id));
        View = view;
        return this.Again(problems);
    }
}
