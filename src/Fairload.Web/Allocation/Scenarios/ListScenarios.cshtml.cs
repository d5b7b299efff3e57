using Fairload.App.Allocation.Scenarios;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Scenarios;

/// <summary>Scenarios that were kept, and for which team or service to make another.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ListScenarios(ScenarioDesk desk, Catalogue T) : PageModel
{
    public IReadOnlyList<ScenarioLine> Kept { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Kept = await desk.All(reader, stop);
        var teams = await desk.Teams(reader, stop);
        var sight = reader.SightFor(Permission.SeeLoads);
        Places =
        [
            .. teams.Select(t => t.Service).Where(s => s.Length > 0 && (sight.Everything || sight.Services.Contains(s))).Distinct()
                .Order(StringComparer.CurrentCulture).Select(s => new SelectListItem(T["Service: {0}", s], ShowWaiting.OfService(s))),
            .. teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())),
        ];
    }
}
