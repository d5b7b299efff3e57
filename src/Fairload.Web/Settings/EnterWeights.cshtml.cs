using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Fairload.Web.Settings;

/// <summary>Enters the draft of the weights as agreed.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class EnterWeights(SettingsDraftDesk drafts) : EnterDraft(drafts)
{
    private readonly SettingsDraftDesk _drafts = drafts;

    public WeightsDraftView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (!await Read(stop)) return NotFound();
        Seen = View.Drafted.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostEnter(CancellationToken stop) =>
        await Read(stop) ? await Enter(DraftKind.Weights, "weights", stop) : NotFound();

    public async Task<IActionResult> OnPostDrop(CancellationToken stop) =>
        await Read(stop) ? await Drop(DraftKind.Weights, stop) : Redirect("/settings");

    private async Task<bool> Read(CancellationToken stop)
    {
        if (await _drafts.Weights(HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
