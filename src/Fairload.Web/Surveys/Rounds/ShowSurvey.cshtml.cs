using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>One round: before it opens what the staff list says of the plan, while it is open a band, and never a result.</summary>
[Needs(Permission.SeeSurveyPlans)]
internal sealed class ShowSurvey(RoundReading rounds) : PageModel
{
    public RoundView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await rounds.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}

/// <summary>What a respondent reads before question 1, for whoever is to trust it.</summary>
[Needs(Permission.SeeSurveyPlans)]
internal sealed class ReadPromise(RoundReading rounds) : PageModel
{
    public RoundView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await rounds.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
