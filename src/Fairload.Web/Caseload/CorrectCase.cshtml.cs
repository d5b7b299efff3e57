using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Caseload;

/// <summary>Puts right what kind of case it is and when it began.</summary>
[Needs(Permission.EnterCases)]
internal sealed class CorrectCase(CaseEntryDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    /// <summary>Of the case as it was seen.</summary>
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public DateOnly? StartedOn { get; set; }

    public CaseEntryView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Types => EntryChoices.Types(T, Type, View.Case.Area);

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        (Type, StartedOn) = (View.Case.TypeCode, View.Case.StartedOn);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var done = await desk.Correct(id, new(Version, Type ?? "", StartedOn), HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect(Links.Case(id)) : this.Again(problems);
    }

    private async Task<bool> Read(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { Case.ClosedOn: null } view) return false;
        View = view;
        return true;
    }
}
