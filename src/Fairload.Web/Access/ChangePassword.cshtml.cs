using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Needs(Permission.OwnAccount)]
internal sealed class ChangePassword(SecondFactorDesk desk, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? CurrentPassword { get; set; }
    [BindProperty] public string? Password { get; set; }

    public IActionResult OnGet() => HttpContext.SignedIn!.Way == SignInWay.Demo ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var who = HttpContext.SignedIn!;
        if (who.Way == SignInWay.Demo) return NotFound();
        var changed = await desk.ChangePassword(who, CurrentPassword, Password, cookies.Origin(HttpContext), stop);
        if (!changed.Try(out var session, out var problems)) return this.Again(problems);
        cookies.Begin(HttpContext, session);
        return RedirectToPage("/Access/YourAccount");
    }
}
