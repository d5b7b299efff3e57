using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Needs(Permission.OwnAccount)]
internal sealed class YourAccount(SessionDesk sessions, SecondFactorDesk factors, AccountDesk accounts) : PageModel
{
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];
    public IReadOnlyList<GrantView> Grants { get; private set; } = [];
    public int CodesLeft { get; private set; }

    public SignedIn Who => HttpContext.SignedIn!;

    /// <summary>A demo's people have no password and no second factor to change.</summary>
    public bool HasPassword => Who.Way == SignInWay.Password;

    public async Task OnGet(CancellationToken stop)
    {
        Sessions = await sessions.OwnSessions(Who, stop);
        Grants = (await accounts.Find(Who.Account, stop))!.Account.Grants;
        CodesLeft = await factors.CodesLeft(Who, stop);
    }

    public async Task<IActionResult> OnPostEnd(Id<Session> session, CancellationToken stop)
    {
        await sessions.EndOwn(Who, session, stop);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthers(CancellationToken stop)
    {
        await sessions.EndAllOthers(Who, stop);
        return RedirectToPage();
    }
}
