using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A report before it is frozen: as it will be read, with its sentences to be put in other words.</summary>
[Needs(Permission.EditReport)]
internal sealed class WriteReport(ReportDesk desk, EditionDesk editions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "language")] public string? Asked { get; set; }

    /// <summary>In which the report is; English where nobody asked for another.</summary>
    public string Language => Asked ?? ReportDocument.English;

    public ReportView View { get; private set; } = null!;
    public Edition For { get; private set; }

    public async Task<IActionResult> OnGet(int year, string edition, CancellationToken stop) =>
        await Load(year, edition, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFreeze(int year, string edition, CancellationToken stop)
    {
        if (!await Load(year, edition, stop)) return NotFound();
        if (await editions.Freeze(year, For, Language, HttpContext.Reader!, stop) is not { } frozen) return NotFound();
        return frozen.Try(out var one, out var problems) ? Redirect($"/health-check/{year}/editions/{one.Id}") : this.Again(problems);
    }

    private async Task<bool> Load(int year, string edition, CancellationToken stop)
    {
        if (ReportTexts.EditionOf(edition) is not { } wanted) return false;
        if (Language is not (ReportDocument.English or ReportDocument.Welsh)) return false;
        if (await desk.Show(year, wanted, Language, HttpContext.Reader!, stop) is not { } view) return false;
        (For, View) = (wanted, view);
        return true;
    }
}
