using Fairload.App.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Open]
internal sealed class SignIn(SignInDesk desk, AccountDesk accounts, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }

    /// <summary>Where to go afterwards; only within this site.</summary>
    [BindProperty(SupportsGet = true, Name = "return")] public string? Return { get; set; }

    public bool IsDemo { get; private set; }

    /// <summary>Nobody has a password in a demo: its way in is to choose whom to be.</summary>
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        await LookForDemo(stop);
        return IsDemo ? LocalRedirect("/demo") : Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await LookForDemo(stop);
        var from = cookies.Origin(HttpContext);
        var tried = await desk.TryPassword(Email, Password, from, stop);
        if (!tried.Try(out var right, out var problems)) return this.Again(problems);

        if (right.HasSecondFactor)
        {
            cookies.KeepStep(HttpContext, right);
            return RedirectToPage("/Access/SignInCode", new { @return = Return });
        }

        if (await desk.BeginWithoutCode(right, from, stop) is not { } session) return RedirectToPage();
        cookies.Begin(HttpContext, session);
        return RedirectToPage("/Access/SecondFactor");
    }

    private async Task LookForDemo(CancellationToken stop)
    {
        IsDemo = await accounts.IsDemo(stop);
        if (IsDemo) HttpContext.Items["demo"] = true;
    }
}
