using Fairload.App.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

/// <summary>The very first account. Gone as soon as there is one.</summary>
[Open]
internal sealed class SetUp(InvitationDesk desk, FirstRun firstRun, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? SetupCode { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Password { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken stop) => await firstRun.Waits(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (!await firstRun.Waits(stop)) return NotFound();

        var done = await desk.SetUp(SetupCode, Email, Name, Password, cookies.Origin(HttpContext), stop);
        if (!done.Try(out var session, out var problems)) return this.Again(problems);
        firstRun.Finish();
        cookies.Begin(HttpContext, session);
        return RedirectToPage("/Access/SecondFactor");
    }
}
