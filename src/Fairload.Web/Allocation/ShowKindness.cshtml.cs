using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>What speaks for a person beside the load: for everyone who is given any work.</summary>
[Needs(Permission.SeeSettings)]
internal sealed class ShowKindness(KindDesk desk) : PageModel
{
    public KindView View { get; private set; } = null!;
    public bool MayAgree => HttpContext.Reader!.SightFor(Permission.AgreeSettings).Everything;

    public async Task OnGet(CancellationToken stop) => View = await desk.InForce(HttpContext.Reader!, stop);
}
