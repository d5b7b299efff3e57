using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>The register of small things.</summary>
[Needs(Permission.SeeWorkplace)]
internal sealed class ListThings(SmallThingDesk desk) : PageModel
{
    public SmallThingList List { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => List = await desk.All(HttpContext.Reader!, stop);
}

/// <summary>A table of small things.</summary>
public sealed record ThingRowsView(string Caption, IReadOnlyList<SmallThingLine> Lines);
