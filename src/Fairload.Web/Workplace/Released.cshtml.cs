using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>What was let out of the workplace: all that anybody outside the line of management reads of incidents and time.</summary>
[Needs(Permission.SeeWorkplaceReleases)]
internal sealed class Released(QuarterDesk quarters, TimeUseDesk time) : PageModel
{
    public IReadOnlyList<QuarterOut> Quarters { get; private set; } = [];
    public IReadOnlyList<TimeUseFigures> Weeks { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) =>
        (Quarters, Weeks) = ((await quarters.Look(HttpContext.Reader!, stop)).Out, await time.Released(HttpContext.Reader!, stop));
}
