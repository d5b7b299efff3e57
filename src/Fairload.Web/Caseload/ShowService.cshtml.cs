using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeLoads)]
internal sealed class ShowService(ServiceDesk desk, LineageDesk lineage, CouncilSettings settings) : PageModel
{
    public ServiceView Service { get; private set; } = null!;
    public IReadOnlyList<TeamPast> Past { get; private set; } = [];
    public CouncilSettings Settings { get; } = settings;

    /// <summary>The reader may hold a meeting about the whole of it.</summary>
    public bool MayAllocate => HttpContext.Reader!.SightFor(Permission.Allocate) is var sight
        && (sight.Everything || sight.Services.Contains(Service.Service));

    public async Task<IActionResult> OnGet(string name, CancellationToken stop)
    {
        if (await desk.Service(name, HttpContext.Reader!, stop) is not { } service) return NotFound();
        Service = service;
        Past = await lineage.Past([.. service.Teams.Select(t => t.Team.Id)], stop);
        return Page();
    }
}
