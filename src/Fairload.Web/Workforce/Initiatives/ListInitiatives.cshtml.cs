using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>The register, and what it asks of each team.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class ListInitiatives(InitiativeDesk desk) : PageModel
{
    public InitiativesView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.All(HttpContext.Reader!, stop);
}
