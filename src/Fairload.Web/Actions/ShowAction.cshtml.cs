using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>One action with all that is known of it.</summary>
[Needs(Permission.SeeActions)]
internal sealed class ShowAction(ActionDesk desk, ActionKeeping keeping, FeltDesk felt) : PageModel
{
    [BindProperty] public string? Note { get; set; }
    [BindProperty] public FeltAnswer? Answer { get; set; }

    public ActionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AgreedAction> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNote(Id<AgreedAction> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var noted = await keeping.Progress(id, Note ?? "", HttpContext.Reader!, stop);
        return noted.Try(out _, out var problems) ? Redirect($"/actions/{id}") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostVote(Id<AgreedAction> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var voted = await felt.Vote(id, Answer, HttpContext.Reader!, stop);
        return voted.Try(out _, out var problems) ? Redirect($"/actions/{id}") : this.Again(problems);
    }

    private async Task<bool> Load(Id<AgreedAction> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
