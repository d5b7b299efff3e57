using Fairload.App.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Open]
internal sealed class SignOut(SessionDesk sessions) : PageModel
{
    public bool IsOut { get; private set; }

    public void OnGet() => IsOut = HttpContext.SignedIn is null;

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (HttpContext.SignedIn is { } who) await sessions.SignOut(who, stop);
        AccessCookies.End(HttpContext);

        // Not "cookies": that would also forget that this device is known.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return RedirectToPage();
    }
}
