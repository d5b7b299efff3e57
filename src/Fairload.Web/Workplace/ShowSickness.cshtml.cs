using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>Working days lost to sickness, against the council's target.</summary>
[Needs(Permission.SeeSickness)]
internal sealed class ShowSickness(SicknessDesk desk) : PageModel
{
    public SicknessView? View { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (!(await desk.Of(HttpContext.Reader!, stop)).Try(out var view, out var problems)) return this.Again(problems);
        View = view;
        return Page();
    }
}
