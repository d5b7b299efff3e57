using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>What is open and overdue at the workplace of one's units, and the way to its registers.</summary>
[Needs(Permission.SeeWorkplace)]
internal sealed class ShowWorkplace(WorkplaceDesk desk) : PageModel
{
    public WorkplaceOpen Open { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => Open = await desk.Open(HttpContext.Reader!, stop);
}
