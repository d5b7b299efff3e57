using Fairload.App.Supervision.Reflection;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Reflection;

/// <summary>Asks once more before the figures of a half-year are let out: it can not be taken back.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class LetUsefulnessOut(UsefulnessDesk desk) : PageModel
{
    public UsefulnessView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.Look(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var released = await desk.Release(HttpContext.Reader!, stop);
        if (released.Try(out _, out var problems)) return Redirect("/supervision/usefulness");
        View = await desk.Look(HttpContext.Reader!, stop);
        return this.Again(problems);
    }
}
