using Fairload.App.HealthCheck.Report;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Published;

/// <summary>Every report that was published for everybody, also those withdrawn.</summary>
[Open]
internal sealed class ListPublished(PublishedDesk desk) : PageModel
{
    public IReadOnlyList<PublishedLine> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Lines = await desk.All(stop);
}
