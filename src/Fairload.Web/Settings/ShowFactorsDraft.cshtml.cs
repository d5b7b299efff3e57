using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Fairload.Web.Settings;

/// <summary>What a draft of factors says otherwise than those in force, and what becomes of the scores that there are.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class ShowFactorsDraft(SettingsDraftDesk drafts) : EnterDraft(drafts)
{
    private readonly SettingsDraftDesk _drafts = drafts;

    public FactorsDraftView View { get; private set; } = null!;
    public Area Area => View.InForce.Area;

    public async Task<IActionResult> OnGet(Area area, CancellationToken stop)
    {
        if (!await Read(area, stop)) return NotFound();
        Seen = View.Drafted.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostEnter(Area area, CancellationToken stop) =>
        await Read(area, stop) ? await Enter(SettingsDraftDesk.KindOf(area), "factors", stop) : NotFound();

    public async Task<IActionResult> OnPostDrop(Area area, CancellationToken stop) =>
        await Read(area, stop) ? await Drop(SettingsDraftDesk.KindOf(area), stop) : Redirect("/settings");

    private async Task<bool> Read(Area area, CancellationToken stop)
    {
        if (await _drafts.Factors(area, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
