using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeLoads)]
internal sealed class ShowService(ServiceDesk desk, CouncilSettings settings) : PageModel
{
    public ServiceView Service { get; private set; } = null!;
    public CouncilSettings Settings { get; } = settings;

    public async Task<IActionResult> OnGet(string name, CancellationToken stop)
    {
        if (await desk.Service(name, HttpContext.Reader!, stop) is not { } service) return NotFound();
        Service = service;
        return Page();
    }
}
