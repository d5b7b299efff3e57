using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>What is held of a year's report, at which level, and which exemptions people claim: for readers, and for the information
/// officer.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class ListEditions(EditionDesk desk) : PageModel
{
    [BindProperty] public string? Part { get; set; }
    [BindProperty] public string? Section { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Person { get; set; }
    [BindProperty] public Id<ExemptionClaim> Claim { get; set; }

    public EditionsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int year, CancellationToken stop) => await Load(year, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostClaim(int year, CancellationToken stop) =>
        Do(year, () => desk.Claim(year, Part ?? "", Section ?? "", Reason ?? "", Person ?? "", HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostGiveUp(int year, CancellationToken stop) =>
        Do(year, () => desk.GiveUp(year, Claim, HttpContext.Reader!, stop), stop);

    private async Task<IActionResult> Do(int year, Func<Task<Result<ExemptionClaim>?>> work, CancellationToken stop)
    {
        if (!await Load(year, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        if (await work() is not { } done) return NotFound();
        return done.Try(out _, out var problems) ? Redirect($"/health-check/{year}/editions") : this.Again(problems);
    }

    private async Task<bool> Load(int year, CancellationToken stop)
    {
        if (await desk.Show(year, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
