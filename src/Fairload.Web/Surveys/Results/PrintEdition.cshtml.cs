using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Results;

/// <summary>A whole edition to be printed: when it was let out, what it leaves out, what was proved.</summary>
[Needs(Permission.SeeEditions)]
internal sealed class PrintEdition(ResultDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "edition")] public Edition For { get; set; }

    public ResultView View { get; private set; } = null!;

    /// <summary>The whole, then each service with what this edition has of it, in name order.</summary>
    public IEnumerable<ResultLine> Pages =>
        [View.Result.Whole, .. View.Result.Lines.Where(l => l is { Level: ResultLevel.Service, Hidden: null })];

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        For = ResultDesk.Finest(For, reader);
        if (!ModelState.IsValid || await desk.Show(id, For, reader, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
