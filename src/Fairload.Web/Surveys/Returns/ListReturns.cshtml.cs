using Fairload.App.Surveys.Returns;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Returns;

/// <summary>The employer's returns, year by year.</summary>
[Needs(Permission.SeeSurveyResults)]
internal sealed class ListReturns(ReturnDesk desk) : PageModel
{
    [BindProperty] public int? Year { get; set; }

    public ReturnList View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop)
    {
        View = await desk.All(HttpContext.Reader!, stop);
        Year = View.ThisYear;
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        View = await desk.All(HttpContext.Reader!, stop);
        if (!ModelState.IsValid) return this.Again([]);
        var begun = await desk.Begin(Year ?? 0, HttpContext.Reader!, stop);
        return begun.Try(out var one, out var problems) ? Redirect($"/surveys/return/{one.Year}") : this.Again(problems);
    }
}
