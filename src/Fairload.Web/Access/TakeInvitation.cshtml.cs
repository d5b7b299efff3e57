using Fairload.App.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

/// <summary>
/// The link of an invitation. Opening it uses nothing up, because mail systems open links too; the first click takes the token out
/// of the address, so that it stays in no history and no log.
/// </summary>
[Open]
internal sealed class TakeInvitation(InvitationDesk desk, AccessCookies cookies) : PageModel
{
    [BindProperty] public string? Token { get; set; }
    [BindProperty] public string? Password { get; set; }

    public Invited? Invited { get; private set; }
    public bool IsOver { get; private set; }

    public IActionResult OnGet(string? token)
    {
        if (string.IsNullOrEmpty(token)) return NotFound();
        Token = token;
        return Page();
    }

    public async Task<IActionResult> OnPostOpen(CancellationToken stop)
    {
        Invited = await desk.Open(Token, stop);
        IsOver = Invited is null;
        return Page();
    }

    public async Task<IActionResult> OnPostAccept(CancellationToken stop)
    {
        var accepted = await desk.Accept(Token, Password, cookies.Origin(HttpContext), stop);
        if (accepted.Try(out var session, out var problems))
        {
            cookies.Begin(HttpContext, session);
            return RedirectToPage("/Access/SecondFactor");
        }

        Invited = await desk.Open(Token, stop);
        IsOver = Invited is null;
        return this.Again(problems);
    }
}
