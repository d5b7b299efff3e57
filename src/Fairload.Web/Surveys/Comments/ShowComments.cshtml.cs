using Fairload.App.Surveys.Comments;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Comments;

/// <summary>Comments of a round as they were let out: beside no score, and in no file.</summary>
[Needs(Permission.SeeSurveyResults)]
internal sealed class ShowComments(CommentDesk desk) : PageModel
{
    public CommentsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
