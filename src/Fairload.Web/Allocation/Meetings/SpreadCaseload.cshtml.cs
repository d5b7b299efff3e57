using Fairload.App.Allocation.Meetings;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>Somebody leaves or will be away for long: begins the list of who takes over which of their cases.</summary>
[Needs(Permission.Allocate)]
internal sealed class SpreadCaseload(MeetingDesk desk, MeetingsAtWork atWork) : PageModel
{
    /// <summary>Among the whole service and not the team alone.</summary>
    [BindProperty] public bool Wide { get; set; }

    public SpreadView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop) => await Read(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (View.Open is { } begun) return Redirect($"/meetings/{begun}");
        var opened = await desk.Spread(id, Wide, HttpContext.Reader!, stop);
        if (!opened.Try(out var meeting, out var problems)) return this.Again(problems);
        await NewMeeting.BeginAndWait(atWork, meeting.Id, HttpContext.Reader!, stop);
        return Redirect($"/meetings/{meeting.Id}");
    }

    private async Task<bool> Read(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.ToSpread(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
