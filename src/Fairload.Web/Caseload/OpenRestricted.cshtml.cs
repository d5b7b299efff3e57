using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>The door of a restricted case: a reason opens it for an hour, and is told to others.</summary>
[Needs(Permission.BreakGlass)]
internal sealed class OpenRestricted(RestrictedDesk desk) : PageModel
{
    [BindProperty] public string? Reason { get; set; }

    public RestrictedDoor Door { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop) => await Found(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Found(id, stop)) return NotFound();
        var opened = await desk.Open(id, Reason, HttpContext.Reader!, stop);
        return opened.Try(out _, out var problems) ? Redirect(Links.Case(id)) : this.Again(problems);
    }

    private async Task<bool> Found(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Door(id, HttpContext.Reader!, stop) is not { } door) return false;
        Door = door;
        return true;
    }
}
