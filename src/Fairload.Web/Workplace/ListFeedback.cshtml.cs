using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>What people who use the service say, and how the natures of complaints shift.</summary>
[Needs(Permission.SeeFeedback)]
internal sealed class ListFeedback(FeedbackDesk desk) : PageModel
{
    public FeedbackLog Log { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => Log = await desk.Log(HttpContext.Reader!, stop);
}
