using Fairload.App.Surveys.Comments;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Comments;

/// <summary>One comment at a time, for a reader of comments: what is left of it, why, and whether somebody has to act.</summary>
[Needs(Permission.ReadComments)]
internal sealed class ReadComment(CommentDesk desk) : PageModel
{
    [BindProperty] public string? Key { get; set; }
    [BindProperty] public bool IsSecond { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? What { get; set; }
    [BindProperty] public List<RedactionReason> Reasons { get; set; } = [];
    [BindProperty] public string? HasToAct { get; set; }

    public ReadingView View { get; private set; } = null!;

    /// <summary>A comment that the reader has to pass on by hand, on the page after it was decided.</summary>
    public string? ToPassOn { get; private set; }

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!Id<CommentReading>.TryParse(Key, out var key))
            return this.Again([new Problem("", $"There is no such comment to read any more. Open the page again")]);
        if (!ModelState.IsValid) return this.Again([]);
        bool? hasToAct = HasToAct switch { "yes" => true, "no" => false, _ => null };
        var decision = new CommentDecision(key, IsSecond, Text ?? "", What == "withhold", Reasons, hasToAct);
        var decided = await desk.Decide(id, decision, HttpContext.Reader!, stop);
        if (!decided.Try(out var done, out var problems)) return Retry(key, problems);
        if (done.ToPassOn is not { } toPassOn) return Redirect($"/surveys/{id}/comments/read");
        await Load(id, stop);
        ModelState.Clear();
        (ToPassOn, Text, What, Reasons, HasToAct) = (toPassOn, null, null, [], null);
        return Page();
    }

    /// <summary>What was typed stays, unless another comment, or what somebody else left of this one, is shown now.</summary>
    private PageResult Retry(Id<CommentReading> key, IReadOnlyList<Problem> problems)
    {
        if (View.Comment is { } shown && shown.Key == key && shown.IsSecond == IsSecond) return this.Again(problems);
        ModelState.Clear();
        (Text, What, Reasons, HasToAct) = (null, null, [], null);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await desk.Next(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
