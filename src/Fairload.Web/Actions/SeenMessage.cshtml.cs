using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>A member of staff has seen what the commission says to them.</summary>
[Needs(Permission.SeeScrutiny)]
internal sealed class SeenMessage(ScrutinyKeeping keeping) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPost(Id<CommissionMessage> id, CancellationToken stop)
    {
        await keeping.Seen(id, HttpContext.Reader!, stop);
        return Redirect("/");
    }
}
