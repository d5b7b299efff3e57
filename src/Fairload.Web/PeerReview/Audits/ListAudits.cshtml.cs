using Fairload.App.PeerReview.Audits;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Audits;

/// <summary>What audits of case files mean for whoever reads: to do, to moderate, to answer, to learn from.</summary>
[Needs(Permission.AuditFiles)]
internal sealed class ListAudits(FileAuditDesk desk) : PageModel
{
    public AuditsView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.All(HttpContext.Reader!, stop);
}
