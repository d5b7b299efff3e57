using System.Globalization;
using Fairload.App.Surveys.Paper;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>What the planner does with a round. Opened by hand it leads to the round.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class ChangeRound(
    RoundDesk desk, OpeningDesk opening, ReleaseDesk releases, KeyingDesk keying, HandedOutDesk handedOut, RoundReading rounds) : PageModel
{
    [BindProperty] public string? Floor { get; set; }
    [BindProperty] public string? CommentFloor { get; set; }
    [BindProperty] public List<BackgroundQuestion> Background { get; set; } = [];

    [BindProperty] public List<string> Typists { get; set; } = [];
    [BindProperty] public int Version { get; set; }

    public RoundView View { get; private set; } = null!;

    /// <summary>The code that unlocks the kiosk, on the page on which it was drawn.</summary>
    public string? Steward { get; private set; }

    private Reader Who => HttpContext.Reader!;

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop) =>
        await Load(id, stop) ? Redirect($"/surveys/{id}") : NotFound();

    public Task<IActionResult> OnPostJoin(Id<SurveyRound> id, CancellationToken stop) =>
        Do(id, () => desk.JoinAsSuggested(id, Who, stop), stop);

    public Task<IActionResult> OnPostOpen(Id<SurveyRound> id, CancellationToken stop) =>
        Do(id, () => opening.Open(id, $"{Request.Scheme}://{Request.Host}", Who, stop), stop);

    public Task<IActionResult> OnPostRemind(Id<SurveyRound> id, CancellationToken stop) =>
        Do(id, () => opening.Remind(id, Who, stop), stop);

    public Task<IActionResult> OnPostClose(Id<SurveyRound> id, CancellationToken stop) => Do(id, () => opening.Close(id, Who, stop), stop);

    public Task<IActionResult> OnPostCancel(Id<SurveyRound> id, CancellationToken stop) => Do(id, () => desk.Cancel(id, Who, stop), stop);

    public Task<IActionResult> OnPostStricter(Id<SurveyRound> id, CancellationToken stop) =>
        Do(id, () => opening.Strengthen(id, new(Number(Floor), Number(CommentFloor), Background), Who, stop), stop);

    public async Task<IActionResult> OnPostTypists(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        // What is no account becomes one that cannot be named.
        var accounts = Typists.ConvertAll(t => Id<Account>.TryParse(t, out var account) ? account : default);
        var named = await keying.Name(id, accounts, Who, stop);
        return named.Try(out _, out var problems) ? Redirect($"/surveys/{id}") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostCount(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var typed = View.Units.ToDictionary(u => u.Number, u => Request.Form[SheetsOf(u.Number)].ToString().Trim());
        ViewData["Sheets"] = typed.ToDictionary(t => SheetsOf(t.Key), t => t.Value);
        // What is no number is none that can be kept.
        var sheets = typed.ToDictionary(t => t.Key, t => t.Value.Length == 0 ? (int?)null : Written(t.Value));
        return await Do(id, () => handedOut.Enter(id, sheets, Version, Who, stop), stop);
    }

    public async Task<IActionResult> OnPostRelease(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var released = await releases.Release(id, Who, stop);
        return released.Try(out _, out var problems) ? Redirect($"/surveys/{id}/results") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostUnlock(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!(await opening.Unlock(id, Who, stop)).Try(out var code, out var problems)) return this.Again(problems);
        Steward = code.ToString();
        return Page();
    }

    private async Task<IActionResult> Do(Id<SurveyRound> id, Func<Task<Result<SurveyRound>>> change, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var done = await change();
        if (done.Try(out _, out var problems)) return Redirect($"/surveys/{id}");
        await Load(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await rounds.Show(id, Who, stop) is not { } view) return false;
        View = view;
        return true;
    }

    private static string SheetsOf(int unit) => $"Sheets{unit.ToString(CultureInfo.InvariantCulture)}";

    private static int Written(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static int Number(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
