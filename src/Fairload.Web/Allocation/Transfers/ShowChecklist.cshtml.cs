using Fairload.App.Allocation.Transfers;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Transfers;

/// <summary>The checklist of transfers: for everyone whose cases may move.</summary>
[Needs(Permission.SeeSettings)]
internal sealed class ShowChecklist(ChecklistDesk desk) : PageModel
{
    public ChecklistView View { get; private set; } = null!;
    public bool MayAgree => HttpContext.Reader!.SightFor(Permission.AgreeSettings).Everything;

    public async Task OnGet(CancellationToken stop) => View = await desk.InForce(HttpContext.Reader!, stop);
}
