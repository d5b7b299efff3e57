using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>Closes a case by hand.</summary>
[Needs(Permission.EnterCases)]
internal sealed class CloseCase(CaseEntryDesk desk, AuditTrail audit) : PageModel
{
    /// <summary>Of the case as it was seen.</summary>
    [BindProperty] public int Version { get; set; }
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public CaseEntryView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        On = View.Today;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var done = await desk.Close(id, new(Version, On, Reason ?? ""), HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect("/entered") : this.Again(problems);
    }

    private async Task<bool> Read(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { Case.ClosedOn: null } view) return false;
        View = view;
        return true;
    }
}
