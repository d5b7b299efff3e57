using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Meetings of scrutiny, the latest first.</summary>
[Needs(Permission.SeeScrutiny)]
internal sealed class ListScrutiny(ScrutinyDesk desk) : PageModel
{
    public ScrutinyList View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.List(HttpContext.Reader!, stop);
}
