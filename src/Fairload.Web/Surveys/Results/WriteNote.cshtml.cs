using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Results;

/// <summary>What should be said beside the figures of a group that stands out.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class WriteNote(ResultDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Group { get; set; }

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }

    public ResultView View { get; private set; } = null!;
    public ResultLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var note = View.Notes.GetValueOrDefault(Line.Key);
        (Text, Version) = (note?.Text, note?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var said = await desk.Say(id, Line.Key, Text ?? "", Version, HttpContext.Reader!, stop);
        var back = $"/surveys/{id}/results?group={Uri.EscapeDataString(Line.Key)}";
        return said.Try(out _, out var problems) ? Redirect(back) : this.Again(problems);
    }

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        if ((string.IsNullOrEmpty(Group) ? view.Result.Whole : view.Result.Line(Group)) is not { } line) return false;
        (View, Line) = (view, line);
        return true;
    }
}
