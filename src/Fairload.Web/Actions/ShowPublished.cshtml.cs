using Fairload.App.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>The public tracker, for everybody.</summary>
[Open]
internal sealed class ShowPublished(TrackerDesk desk) : PageModel
{
    public PublicTracker View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.Tracker(stop);
}
