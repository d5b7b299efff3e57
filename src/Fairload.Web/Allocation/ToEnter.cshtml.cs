using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>What was agreed here and has to be entered in the case system: to read, to print, to take away.</summary>
[Needs(Permission.SeeWaiting)]
internal sealed class ToEnter(ToEnterDesk desk) : PageModel
{
    public IReadOnlyList<ToEnterLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Lines = await desk.All(HttpContext.Reader!, stop);
}
