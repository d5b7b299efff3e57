using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>What whoever holds a case writes for the next worker.</summary>
[Needs(Permission.SeeCases)]
internal sealed class WriteHandover(HandoverDesk desk, AuditTrail audit) : PageModel
{
    [BindProperty] public string? Text { get; set; }

    /// <summary>Of the note as it was seen; 0 for none.</summary>
    [BindProperty] public int Version { get; set; }

    /// <summary>Null where the case has gone from the reader while they wrote.</summary>
    public HandoverView? View { get; private set; }

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop) || View is null) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        (Text, Version) = (View.Mine?.Text, View.Mine?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop) && !await desk.WasMine(id, HttpContext.Reader!, stop)) return NotFound();
        var written = await desk.Write(id, Text ?? "", Version, HttpContext.Reader!, stop);
        return written.Try(out _, out var problems) ? Redirect(Links.Case(id)) : this.Again(problems);
    }

    private async Task<bool> Read(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
