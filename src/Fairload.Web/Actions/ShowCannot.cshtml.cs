using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>The register of what can not be funded.</summary>
[Needs(Permission.SeeActions)]
internal sealed class ShowCannot(ActionDesk desk) : PageModel
{
    public CannotFund View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.CannotFund(HttpContext.Reader!, stop);
}
