using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

/// <summary>Setting up the authenticator app, the first time or on another device. The recovery codes are shown once, at the end.</summary>
[Needs(Permission.OwnAccount), BeforeSecondFactor]
internal sealed class SecondFactor(SecondFactorDesk desk, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? CurrentPassword { get; set; }

    public FactorOffer? Offer { get; private set; }
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public SignedIn Who => HttpContext.SignedIn!;

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (Who.Way == SignInWay.Demo) return NotFound();
        Offer = await desk.Pending(Who, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostOffer(CancellationToken stop)
    {
        if (Who.Way == SignInWay.Demo) return NotFound();
        var offered = await desk.Offer(Who, CurrentPassword, cookies.Origin(HttpContext), stop);
        return offered.Try(out _, out var problems) ? RedirectToPage() : this.Again(problems);
    }

    public async Task<IActionResult> OnPostConfirm(CancellationToken stop)
    {
        if (Who.Way == SignInWay.Demo) return NotFound();
        var confirmed = await desk.Confirm(Who, Code, cookies.Origin(HttpContext), stop);
        if (!confirmed.Try(out var set, out var problems))
        {
            Offer = await desk.Pending(Who, stop);
            return this.Again(problems);
        }

        cookies.Begin(HttpContext, set.Session);
        RecoveryCodes = set.RecoveryCodes;
        return Page();
    }
}
