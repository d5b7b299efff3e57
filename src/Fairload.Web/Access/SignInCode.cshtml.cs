using Fairload.App.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Open]
internal sealed class SignInCode(SignInDesk desk, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")] public string? Return { get; set; }

    public IActionResult OnGet() => cookies.Step(HttpContext) is null ? RedirectToPage("/Access/SignIn") : Page();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (cookies.Step(HttpContext) is not { } step) return RedirectToPage("/Access/SignIn");

        var tried = await desk.TryCode(step, Code, cookies.Origin(HttpContext), stop);
        if (!tried.Try(out var session, out var problems)) return this.Again(problems);
        cookies.Begin(HttpContext, session);
        return LocalRedirect(Url.IsLocalUrl(Return) ? Return! : "/");
    }
}
