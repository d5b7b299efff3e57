using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>One import: what it would do until it is confirmed, what it did afterwards.</summary>
[Needs(Permission.Import)]
internal sealed class ShowImport(ImportDesk desk, CouncilSettings settings, TimeProvider clock) : PageModel
{
    private const int ProblemsAPage = 100;

    [BindProperty] public bool CloseMissing { get; set; }
    [BindProperty(SupportsGet = true, Name = "page-of")] public int? PageOf { get; set; }

    [BindProperty] public string? Mark { get; set; }
    [BindProperty] public string? Theirs { get; set; }
    [BindProperty] public string? Keep { get; set; }

    public ImportRun Run { get; private set; } = null!;
    public ImportOutcome Outcome { get; private set; } = null!;
    public bool IsLatest { get; private set; }
    public int Pages => Math.Max(1, (Outcome.Problems.Count + ProblemsAPage - 1) / ProblemsAPage);
    public int Shown => Math.Clamp(PageOf ?? 1, 1, Pages);
    public int AgeDays => clock.UkToday.DayNumber - Run.AsOf.DayNumber;
    public bool IsOld => Run.State == ImportState.Looked && AgeDays > settings.Limits.DataAgeDays;
    public int Errors => Outcome.Problems.Count(IsError);

    /// <summary>What was left out comes before what was only remarked on.</summary>
    public IEnumerable<ImportProblem> Problems(bool errors) =>
        Outcome.Problems.OrderBy(p => !IsError(p)).Skip((Shown - 1) * ProblemsAPage).Take(ProblemsAPage).Where(p => IsError(p) == errors);

    public async Task<IActionResult> OnGet(Id<ImportRun> id, CancellationToken stop) => await Read(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostConfirm(Id<ImportRun> id, CancellationToken stop)
    {
        var confirmed = await desk.Confirm(id, CloseMissing, HttpContext.Reader!, stop);
        if (confirmed.Try(out _, out var problems)) return Redirect($"/imports/{id}");
        if (!await Read(id, stop)) return NotFound();
        return IsMyOwnSecondClick ? Redirect($"/imports/{id}") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostAbandon(Id<ImportRun> id, CancellationToken stop)
    {
        var abandoned = await desk.Abandon(id, HttpContext.Reader!, stop);
        if (abandoned.Try(out _, out var problems)) return Redirect("/imports");
        return await Read(id, stop) ? this.Again(problems) : NotFound();
    }

    public async Task<IActionResult> OnPostSettle(Id<ImportRun> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!Id<EnteredHere>.TryParse(Mark, out var mark) || Keep is not ("ours" or "theirs")) return BadRequest();
        var settled = await desk.Settle(id, mark, Theirs ?? "", Keep == "ours", HttpContext.Reader!, stop);
        if (settled.Try(out _, out var problems)) return Redirect($"/imports/{id}");
        return await Read(id, stop) ? this.Again(problems) : NotFound();
    }

    private bool IsMyOwnSecondClick =>
        Run.State == ImportState.Applied && Run.AppliedBy == HttpContext.Reader!.Name && Run.CloseMissing == CloseMissing;

    private static bool IsError(ImportProblem problem) => problem.Severity == "error";

    private async Task<bool> Read(Id<ImportRun> id, CancellationToken stop)
    {
        if (await desk.Find(id, HttpContext.Reader!, stop) is not { } look) return false;
        (Run, Outcome) = (look.Run, look.Outcome);
        IsLatest = (await desk.Latest(stop))?.Id == id;
        return true;
    }
}
