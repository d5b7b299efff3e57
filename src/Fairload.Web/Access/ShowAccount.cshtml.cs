using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Needs(Permission.ManageAccounts)]
internal sealed class ShowAccount(AccountDesk desk, SessionDesk sessions, InvitationLetter letter) : PageModel
{
    [BindProperty] public string? Role { get; set; }
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Service { get; set; }

    public AccountDetail Detail { get; private set; } = null!;
    public Places Places { get; private set; } = new([], []);
    public SentInvitation? Sent { get; private set; }

    public async Task<IActionResult> OnGet(Id<Account> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostGive(Id<Account> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var read = GrantForm.Read(Role, Team, Service);
        return read.Try(out var grant, out var unclear)
            ? Shown(id, await desk.Give(HttpContext.Reader!, id, grant, stop))
            : this.Again(unclear);
    }

    public async Task<IActionResult> OnPostTake(Id<Account> id, Id<AccountGrant> grant, CancellationToken stop) =>
        await Load(id, stop) ? Shown(id, await desk.Take(HttpContext.Reader!, id, grant, stop)) : NotFound();

    public async Task<IActionResult> OnPostDisable(Id<Account> id, CancellationToken stop) =>
        await Load(id, stop) ? Shown(id, await desk.Disable(HttpContext.Reader!, id, true, stop)) : NotFound();

    public async Task<IActionResult> OnPostEnable(Id<Account> id, CancellationToken stop) =>
        await Load(id, stop) ? Shown(id, await desk.Disable(HttpContext.Reader!, id, false, stop)) : NotFound();

    public async Task<IActionResult> OnPostEndSessions(Id<Account> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await sessions.EndAll(HttpContext.Reader!, id, stop);
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostInviteAgain(Id<Account> id, CancellationToken stop)
    {
        if (await desk.InviteAgain(HttpContext.Reader!, id, stop) is not { } invitation || !await Load(id, stop)) return NotFound();
        Sent = await letter.Send(HttpContext, invitation, stop);
        return Page();
    }

    private IActionResult Shown(Id<Account> id, Result<Done> outcome) =>
        outcome.Try(out _, out var problems) ? RedirectToPage(new { id }) : this.Again(problems);

    private async Task<bool> Load(Id<Account> id, CancellationToken stop)
    {
        if (await desk.Find(id, stop) is not { } detail) return false;
        (Detail, Places) = (detail, await desk.Places(stop));
        return true;
    }
}
