using Fairload.App.Audit;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>One person's supervision: sessions, what fell due, the way to plan another.</summary>
[Needs(Permission.SeeSupervision)]
internal sealed class ShowSupervision(SupervisionDesk desk, AuditTrail audit) : PageModel
{
    public PersonSupervision View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Person(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "supervision of", id.ToString(), stop);
        View = view;
        return Page();
    }
}
