using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>One sentence of a report, to be put in other words or set back.</summary>
[Needs(Permission.EditReport)]
internal sealed class WriteSentence(ReportDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "language")] public string? Asked { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>In which the report is; English where nobody asked for another.</summary>
    public string Language => Asked ?? ReportDocument.English;

    public SentenceView View { get; private set; } = null!;
    public Edition For { get; private set; }
    public int Year { get; private set; }

    /// <summary>Somebody else has changed it since it was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGet(int year, string edition, string slot, CancellationToken stop)
    {
        if (!await Load(year, edition, slot, stop)) return NotFound();
        (Text, Version) = (View.Text, View.Version);
        return Page();
    }

    public Task<IActionResult> OnPost(int year, string edition, string slot, CancellationToken stop) => Do(
        year, edition, slot, () => desk.Write(year, For, Language, slot, Text ?? "", Version, HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostSetBack(int year, string edition, string slot, CancellationToken stop) => Do(
        year, edition, slot, () => desk.SetBack(year, For, Language, slot, Version, HttpContext.Reader!, stop), stop);

    private async Task<IActionResult> Do(
        int year, string edition, string slot, Func<Task<Result<EditedSentence>?>> work, CancellationToken stop)
    {
        if (!await Load(year, edition, slot, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        if (await work() is not { } written) return NotFound();
        if (written.Try(out _, out var problems)) return Redirect($"/health-check/{year}/report/{edition}?language={Language}");
        await Load(year, edition, slot, stop);
        IsOvertaken = Version != View.Version;
        ModelState.Clear();
        // Whoever saves again has seen what stands there now.
        Version = View.Version;
        return this.Again(problems);
    }

    private async Task<bool> Load(int year, string edition, string slot, CancellationToken stop)
    {
        if (ReportTexts.EditionOf(edition) is not { } wanted) return false;
        if (Language is not (ReportDocument.English or ReportDocument.Welsh)) return false;
        if (await desk.Sentence(year, wanted, Language, slot, HttpContext.Reader!, stop) is not { } view) return false;
        (Year, For, View) = (year, wanted, view);
        return true;
    }
}
