using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>Somebody leaves, or their caseload is spread: what they have still to write for those who take over.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class MyHandover(HandoverDesk desk) : PageModel
{
    /// <summary>Null where nothing is handed over.</summary>
    public HandoverList? List { get; private set; }

    public async Task OnGet(CancellationToken stop) => List = await desk.Mine(HttpContext.Reader!, stop);
}
