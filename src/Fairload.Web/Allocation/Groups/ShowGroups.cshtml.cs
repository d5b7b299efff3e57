using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Groups;

/// <summary>Whether work falls evenly on groups, as it was let out.</summary>
[Needs(Permission.SeeSurveyResults)]
internal sealed class ShowGroups(GroupFairnessDesk desk) : PageModel
{
    public GroupFairnessView View { get; private set; } = null!;
    public bool MayLetOut { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        (View, MayLetOut) = (await desk.Look(reader, stop), reader.May(Permission.PlanSurveys));
    }
}
