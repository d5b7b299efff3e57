using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

/// <summary>Choosing whom to be in a demo. In every other database this page is not there.</summary>
[Open]
internal sealed class DemoSignIn(AccountDesk accounts, SessionDesk sessions, AccessCookies cookies) : PageModel
{
    public IReadOnlyList<AccountView> People { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (await accounts.DemoPeople(stop) is not { } people) return NotFound();
        People =
            [.. people.OrderBy(p => p.Grants.Select(g => g.Role).DefaultIfEmpty(Role.Analyst).Min())
            .ThenBy(p => p.Name, StringComparer.CurrentCulture)];
        HttpContext.Items["demo"] = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Account> account, CancellationToken stop)
    {
        if (await sessions.BeginDemo(account, cookies.Origin(HttpContext), stop) is not { } session) return NotFound();
        cookies.Begin(HttpContext, session);
        return LocalRedirect("/");
    }
}
