using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Results;

/// <summary>What was let out of a round, of everybody or of one group.</summary>
[Needs(Permission.SeeEditions)]
internal sealed class ShowResults(ResultDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Group { get; set; }
    [BindProperty(SupportsGet = true, Name = "edition")] public Edition For { get; set; }

    public ResultView View { get; private set; } = null!;
    public ResultLine Line { get; private set; } = null!;

    public IEnumerable<SurveyTheme> Themes => View.Asked.Themes;

    public ThemeLine? Before(SurveyTheme theme) =>
        View.Before is { } before ? ChangeSince.Counterpart(before.Result, Line, theme.Code) : null;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        For = ResultDesk.Finest(For, reader);
        if (!ModelState.IsValid || await desk.Show(id, For, reader, stop) is not { } view) return false;
        var line = string.IsNullOrEmpty(Group) ? view.Result.Whole : view.Result.Line(Group);
        if (line is null) return false;
        (View, Line) = (view, line);
        return true;
    }
}

/// <summary>Every statement of a group.</summary>
internal sealed record StatementsView(ResultView View, ResultLine Line)
{
    /// <summary>Earlier surveys said something beside one of them.</summary>
    public bool HasEarlier => View.Earlier.Any(e => e.Item is not null && e.Key == Line.Key);
}

/// <summary>A list of groups under a heading.</summary>
/// <param name="Links">Where a group has its own page, up to its key.</param>
internal sealed record PartsView(ResultView View, IReadOnlyList<ResultLine> Parts, string Title, string Links);
