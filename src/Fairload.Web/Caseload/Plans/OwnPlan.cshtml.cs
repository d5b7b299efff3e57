using Fairload.App.Caseload.Plans;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Plans;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>The plan for the reader's own load, and what they say to it.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class OwnPlan(LoadPlanDesk desk) : PageModel
{
    [BindProperty] public string? Plan { get; set; }
    [BindProperty] public string? Answer { get; set; }
    [BindProperty] public string? Words { get; set; }

    public LoadPlanView? View { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        View = await desk.Mine(HttpContext.Reader!, stop);
        if (View?.Plan is { Answer: not PlanAnswer.NotYet } plan) (Answer, Words) = (plan.Answer.ToString(), plan.AnswerWords);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        View = await desk.Mine(HttpContext.Reader!, stop);
        var answer = Enum.TryParse<PlanAnswer>(Answer, out var given) && Enum.IsDefined(given) ? given : PlanAnswer.NotYet;
        var plan = Id<LoadPlan>.TryParse(Plan ?? "", out var id) ? id : default;
        var said = await desk.Answer(plan, answer, Words ?? "", HttpContext.Reader!, stop);
        return said.Try(out _, out var problems) ? Redirect("/my-work/plan") : this.Again(problems);
    }
}
