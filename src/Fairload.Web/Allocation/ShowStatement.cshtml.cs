using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>Who may hold which work: for everyone who is given any.</summary>
[Needs(Permission.SeeSettings)]
internal sealed class ShowStatement(StatementDesk desk) : PageModel
{
    public StatementView View { get; private set; } = null!;
    public bool MayAgree => HttpContext.Reader!.SightFor(Permission.AgreeSettings).Everything;

    public async Task OnGet(CancellationToken stop) => View = await desk.InForce(HttpContext.Reader!, stop);
}
