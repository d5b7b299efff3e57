using Fairload.App.Allocation.Meetings;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Meetings;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>The list to print: before the agreement to be read together, afterwards the minutes.</summary>
[Needs(Permission.Allocate)]
internal sealed class MeetingMinutes(MeetingDesk desk, AuditTrail audit) : PageModel
{
    public MeetingView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AllocationMeeting> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { Plan: not null } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "meeting", id.ToString(), stop);
        View = view;
        return Page();
    }
}

/// <summary>How often the list has been changed, for a page that asks whether it is still the latest.</summary>
[Needs(Permission.Allocate)]
internal sealed class MeetingVersion(MeetingDesk desk) : PageModel
{
    public async Task<IActionResult> OnGet(Id<AllocationMeeting> id, CancellationToken stop) =>
        await desk.Version(id, HttpContext.Reader!, stop) is { } version
            ? Content(version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : NotFound();
}
