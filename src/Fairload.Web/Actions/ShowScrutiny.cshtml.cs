using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>One meeting of scrutiny.</summary>
[Needs(Permission.SeeScrutiny)]
internal sealed class ShowScrutiny(ScrutinyDesk desk) : PageModel
{
    public ScrutinyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<ScrutinyMeeting> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
