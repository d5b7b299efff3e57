using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeLoads)]
internal sealed class ListServices(ServiceDesk desk, CouncilSettings settings) : PageModel
{
    public ServicesView All { get; private set; } = new([], WaitingView.Of([]));
    public CouncilSettings Settings { get; } = settings;

    public async Task OnGet(CancellationToken stop) => All = await desk.All(HttpContext.Reader!, stop);
}
