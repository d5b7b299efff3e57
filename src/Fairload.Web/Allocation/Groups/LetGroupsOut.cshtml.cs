using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Groups;

/// <summary>Asks once more before figures by group are let out: it can not be taken back.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class LetGroupsOut(GroupFairnessDesk desk) : PageModel
{
    public GroupFairnessView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.Look(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var released = await desk.Release(HttpContext.Reader!, stop);
        if (released.Try(out _, out var problems)) return Redirect("/fairness/groups");
        View = await desk.Look(HttpContext.Reader!, stop);
        return this.Again(problems);
    }
}
