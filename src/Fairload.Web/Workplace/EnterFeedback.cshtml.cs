using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>Enters what somebody who uses the service said.</summary>
[Needs(Permission.KeepWorkplace)]
internal sealed class EnterFeedback(FeedbackDesk desk) : PageModel
{
    public FeedbackForm Form { get; } = new();
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Teams = await desk.Teams(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Teams = await desk.Teams(reader, stop);
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read().Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var entered = await desk.Enter(facts, reader, stop);
        return entered.Try(out var one, out var refused) ? Redirect($"/workplace/feedback/{one.Id}?done=entered") : this.Refused(refused);
    }
}
