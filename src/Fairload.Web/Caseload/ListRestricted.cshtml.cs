using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>Restricted cases in one's reach, and who opened them by a reason.</summary>
[Needs(Permission.BreakGlass)]
internal sealed class ListRestricted(RestrictedNotices notices) : PageModel
{
    public IReadOnlyList<RestrictedLine> Cases { get; private set; } = [];
    public IReadOnlyList<OpeningLine> Openings { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        Cases = await notices.InReach(HttpContext.Reader!, stop);
        Openings = await notices.Mine(HttpContext.Reader!, stop);
    }

    public async Task<IActionResult> OnPostSeen(CancellationToken stop)
    {
        await notices.Seen(HttpContext.Reader!, stop);
        return Redirect("/restricted");
    }
}
