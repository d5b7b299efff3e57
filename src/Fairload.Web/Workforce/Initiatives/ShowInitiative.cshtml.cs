using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>One of the register with its history, for who answers for a team that it reaches.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class ShowInitiative(InitiativeDesk desk) : PageModel
{
    public InitiativeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Initiative> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
