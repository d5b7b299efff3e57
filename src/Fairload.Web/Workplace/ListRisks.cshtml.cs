using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>The register of risk assessments.</summary>
[Needs(Permission.SeeRisks)]
internal sealed class ListRisks(RiskDesk desk) : PageModel
{
    public RiskRegister Register { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => Register = await desk.Register(HttpContext.Reader!, stop);
}
