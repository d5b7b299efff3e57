using Fairload.App.Audit;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>What to speak about, before two people meet; to be printed.</summary>
[Needs(Permission.SeeSupervision)]
internal sealed class ShowDigest(DigestDesk desk, AuditTrail audit) : PageModel
{
    public DigestView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "digest of", id.ToString(), stop);
        View = view;
        return Page();
    }
}
