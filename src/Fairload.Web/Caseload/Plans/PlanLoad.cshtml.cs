using Fairload.App.Caseload.Plans;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Plans;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>Makes, replaces and ends the plan for a load over the line.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class PlanLoad(LoadPlanDesk desk) : PageModel
{
    /// <summary>The plan that the reader saw; nothing for none.</summary>
    [BindProperty] public string? Seen { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Steps { get; set; }
    [BindProperty] public DateOnly? BelowBy { get; set; }
    [BindProperty] public string? Words { get; set; }

    public LoadPlanView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop) => await Read(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var made = await desk.Make(id, new(Reason ?? "", Steps ?? "", BelowBy), Plan(Seen), HttpContext.Reader!, stop);
        if (made.Try(out _, out var problems)) return Redirect(Links.Plan(id));
        // Whoever was overtaken sees what stands now, and may save over it.
        await Read(id, stop);
        return this.Again(problems);
    }

    public async Task<IActionResult> OnPostFinish(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var ended = await desk.Finish(id, Plan(Seen) ?? default, Words ?? "", HttpContext.Reader!, stop);
        return ended.Try(out _, out var problems) ? Redirect("/over-the-line") : this.Again(problems);
    }

    private static Id<LoadPlan>? Plan(string? typed) => Id<LoadPlan>.TryParse(typed ?? "", out var plan) ? plan : null;

    private async Task<bool> Read(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
