using Fairload.App.Supervision.Reflection;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Reflection;

/// <summary>Whether one's supervision is useful: two questions for a half-year, answered by the worker alone.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class SayUseful(UsefulnessDesk desk) : PageModel
{
    [BindProperty] public int? Speak { get; set; }
    [BindProperty] public int? Helped { get; set; }

    public bool HasSaid { get; private set; }
    public string? JustDone { get; private set; }

    /// <summary>The account is joined to nobody on the staff list, so nothing can be kept.</summary>
    public bool IsOfNobody => HttpContext.Reader!.Worker is null;

    public async Task OnGet(string? done, CancellationToken stop)
    {
        JustDone = done;
        if (IsOfNobody || await desk.Mine(HttpContext.Reader!, stop) is not { } said) return;
        (Speak, Helped, HasSaid) = (said.Speak, said.Helped, true);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (IsOfNobody) return NotFound();
        var said = await desk.Say(Speak, Helped, HttpContext.Reader!, stop);
        if (said.Try(out _, out var problems)) return Redirect("/supervision/useful?done=saved");
        HasSaid = await desk.Mine(HttpContext.Reader!, stop) is not null;
        return this.Again(problems);
    }

    public async Task<IActionResult> OnPostTakeBack(CancellationToken stop)
    {
        if (IsOfNobody) return NotFound();
        await desk.TakeBack(HttpContext.Reader!, stop);
        return Redirect("/supervision/useful?done=back");
    }
}
