using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>The log of incidents.</summary>
[Needs(Permission.SeeIncidents)]
internal sealed class ListIncidents(IncidentDesk desk) : PageModel
{
    public IncidentLog Log { get; private set; } = null!;
    public string? Done { get; private set; }

    public async Task OnGet(string? done, CancellationToken stop) => (Done, Log) = (done, await desk.Log(HttpContext.Reader!, stop));
}
