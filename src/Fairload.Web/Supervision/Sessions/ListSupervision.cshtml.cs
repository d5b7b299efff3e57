using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>One's own supervision, and that of one's people.</summary>
[Needs(Permission.SeeSupervision)]
internal sealed class ListSupervision(SupervisionDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Team { get; set; }

    public SupervisionView View { get; private set; } = null!;
    public bool Keeps => HttpContext.Reader!.May(Permission.KeepSupervision);

    public async Task OnGet(CancellationToken stop) =>
        View = await desk.Overview(Id<Team>.TryParse(Team, out var team) ? team : null, HttpContext.Reader!, stop);
}
