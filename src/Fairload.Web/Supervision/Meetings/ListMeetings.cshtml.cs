using Fairload.App.Supervision.Meetings;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Meetings;

/// <summary>The log of meetings, and teams that have not met.</summary>
[Needs(Permission.SeeSupervisionFigures)]
internal sealed class ListMeetings(TeamMeetingDesk desk) : PageModel
{
    public MeetingLog Log { get; private set; } = null!;
    public string? JustDone { get; private set; }

    public async Task OnGet(string? done, CancellationToken stop) => (Log, JustDone) = (await desk.Log(HttpContext.Reader!, stop), done);
}
