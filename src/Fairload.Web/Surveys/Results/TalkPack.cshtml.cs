using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Results;

/// <summary>One printed page for a team to talk about its results.</summary>
[Needs(Permission.SeeSurveyResults)]
internal sealed class TalkPack(ResultDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Group { get; set; }

    public ResultView View { get; private set; } = null!;
    public ResultLine Line { get; private set; } = null!;

    /// <summary>The themes with a score, the best first.</summary>
    public IReadOnlyList<SurveyTheme> Ordered =>
    [
        .. View.Asked.Themes.Where(t => Line.Theme(t.Code) is not null)
            .OrderByDescending(t => ResultWords.Line(t, Line.Theme(t.Code)!, null).Low),
    ];

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        var line = string.IsNullOrEmpty(Group) ? view.Result.Whole : view.Result.Line(Group);
        if (line is not { Hidden: null }) return NotFound();
        (View, Line) = (view, line);
        return Page();
    }
}
