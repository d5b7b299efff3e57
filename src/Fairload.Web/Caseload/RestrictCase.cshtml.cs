using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>Keeps a case from all but named people, says who they are, and shows it again.</summary>
[Needs(Permission.RestrictCases)]
internal sealed class RestrictCase(RestrictedDesk desk) : PageModel
{
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Reason { get; set; }

    /// <summary>Addresses, one a line.</summary>
    [BindProperty] public string? Readers { get; set; }
    [BindProperty] public int Version { get; set; }

    public RestrictionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (!await Found(id, stop)) return NotFound();
        Readers = string.Join("\n", View.Readers.Select(r => r.Email));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Found(id, stop)) return NotFound();
        RestrictionKind? why = Enum.TryParse<RestrictionKind>(Why, out var kind) && Enum.IsDefined(kind) ? kind : null;
        var addresses = (Readers ?? "").Split(['\n', '\r', ',', ';'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var done = await desk.Restrict(id, new(why, Reason, addresses, Version), HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect(Links.Case(id)) : this.Again(problems);
    }

    public async Task<IActionResult> OnPostLift(Id<Case> id, CancellationToken stop)
    {
        if (!await Found(id, stop) || View.Restricted is null) return NotFound();
        var done = await desk.Lift(id, Version, HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect(Links.Case(id)) : this.Again(problems);
    }

    private async Task<bool> Found(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Restriction(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
