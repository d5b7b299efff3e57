using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>A meeting that was held or is to come.</summary>
[Needs(Permission.KeepScrutiny)]
internal sealed class RecordMeeting(ScrutinyKeeping keeping) : PageModel
{
    [BindProperty] public string? Committee { get; set; }
    [BindProperty] public DateOnly? HeldOn { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Again([]);
        var recorded = await keeping.Record(Committee ?? "", HeldOn, HttpContext.Reader!, stop);
        return recorded.Try(out var meeting, out var problems) ? Redirect($"/scrutiny/{meeting.Id}/minutes") : this.Again(problems);
    }
}
