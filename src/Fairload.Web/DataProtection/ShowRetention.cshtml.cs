using Fairload.App.DataProtection;
using Fairload.Core.Access;
using Fairload.Core.DataProtection;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.DataProtection;

/// <summary>How long records are kept, legal holds, and the deletion with its log.</summary>
[Needs(Permission.ProtectData)]
internal sealed class ShowRetention(RetentionDesk desk) : PageModel
{
    [BindProperty] public string? What { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public RetentionView View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.Show(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPostBegin(CancellationToken stop)
    {
        await desk.Begin(HttpContext.Reader!, stop);
        return Redirect("/data-protection");
    }

    public async Task<IActionResult> OnPostEnd(CancellationToken stop)
    {
        await desk.End(HttpContext.Reader!, stop);
        return Redirect("/data-protection");
    }

    public async Task<IActionResult> OnPostHold(CancellationToken stop) =>
        await After(await desk.Hold(What, Reason, HttpContext.Reader!, stop), stop);

    public async Task<IActionResult> OnPostLift(string? hold, CancellationToken stop) =>
        Id<LegalHold>.TryParse(hold, out var id) ? await After(await desk.Lift(id, HttpContext.Reader!, stop), stop) : NotFound();

    private async Task<IActionResult> After(Result<Done> done, CancellationToken stop)
    {
        if (done.Try(out _, out var problems)) return Redirect("/data-protection");
        View = await desk.Show(HttpContext.Reader!, stop);
        return this.Again(problems);
    }
}
