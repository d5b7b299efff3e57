using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Spans;

/// <summary>What asks for managers' time.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class ListManagers(ManagersDesk desk) : PageModel
{
    public ManagersView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.All(HttpContext.Reader!, stop);
}
