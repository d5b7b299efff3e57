using Fairload.App.Allocation.Meetings;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>Allocation meetings in which the reader takes part.</summary>
[Needs(Permission.Allocate)]
internal sealed class ListMeetings(MeetingDesk desk) : PageModel
{
    public IReadOnlyList<MeetingRow> Meetings { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Meetings = await desk.All(HttpContext.Reader!, stop);
}
