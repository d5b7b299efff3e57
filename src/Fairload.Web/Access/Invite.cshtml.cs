using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Needs(Permission.ManageAccounts)]
internal sealed class Invite(AccountDesk desk, InvitationLetter letter) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? StaffNumber { get; set; }
    [BindProperty] public string? Role { get; set; }
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Service { get; set; }

    public Places Places { get; private set; } = new([], []);

    /// <summary>Shown once, to be copied.</summary>
    public SentInvitation? Sent { get; private set; }

    public async Task OnGet(CancellationToken stop) => Places = await desk.Places(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        Places = await desk.Places(stop);
        var read = GrantForm.Read(Role, Team, Service);
        if (!read.Try(out var grant, out var unclear)) return this.Again(unclear);

        var invited = await desk.Invite(HttpContext.Reader!, Email, Name, StaffNumber, [grant], stop);
        if (!invited.Try(out var invitation, out var problems)) return this.Again(problems);
        Sent = await letter.Send(HttpContext, invitation, stop);
        return Page();
    }
}
