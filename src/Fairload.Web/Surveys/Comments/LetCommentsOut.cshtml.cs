using Fairload.App.Surveys.Comments;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Comments;

/// <summary>Who else reads comments, letting them out, and destroying what was written.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class LetCommentsOut(CommentStepDesk desk) : PageModel
{
    [BindProperty] public List<string> Readers { get; set; } = [];

    public CommentSteps View { get; private set; } = null!;

    private Reader Who => HttpContext.Reader!;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostName(Id<SurveyRound> id, CancellationToken stop) =>
        Do(id, () => desk.Name(id, [.. Readers.Select(AccountOf)], Who, stop), stop);

    public Task<IActionResult> OnPostRelease(Id<SurveyRound> id, CancellationToken stop) => Do(id, () => desk.Release(id, Who, stop), stop);

    public Task<IActionResult> OnPostPurge(Id<SurveyRound> id, CancellationToken stop) => Do(id, () => desk.Purge(id, Who, stop), stop);

    /// <summary>What is none is nobody's, and the desk refuses it.</summary>
    private static Id<Account> AccountOf(string typed) => Id<Account>.TryParse(typed, out var account) ? account : default;

    private async Task<IActionResult> Do(Id<SurveyRound> id, Func<Task<Result<Done>>> step, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        return (await step()).Try(out _, out var problems) ? Redirect($"/surveys/{id}/comments/steps") : this.Again(problems);
    }

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await desk.Show(id, Who, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
