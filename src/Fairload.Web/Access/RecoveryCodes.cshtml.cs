using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Needs(Permission.OwnAccount)]
internal sealed class RecoveryCodes(SecondFactorDesk desk, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? CurrentPassword { get; set; }

    public IReadOnlyList<string>? Codes { get; private set; }

    public IActionResult OnGet() => HttpContext.SignedIn!.Way == SignInWay.Demo ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var who = HttpContext.SignedIn!;
        if (who.Way == SignInWay.Demo) return NotFound();
        var renewed = await desk.RenewCodes(who, CurrentPassword, cookies.Origin(HttpContext), stop);
        if (!renewed.Try(out var codes, out var problems)) return this.Again(problems);
        Codes = codes;
        return Page();
    }
}
