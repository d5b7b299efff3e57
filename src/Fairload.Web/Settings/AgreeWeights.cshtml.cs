using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

/// <summary>Thinks out new weights. They begin as the draft that there is, or as those in force, so that a council changes what it means
/// to. Nothing counts before the draft is entered.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeWeights(SettingsDesk desk, SettingsDraftDesk drafts) : PageModel
{
    [BindProperty] public WeightsForm Form { get; set; } = new();

    /// <summary>The version of the draft that was shown; 0 for none.</summary>
    [BindProperty] public int Seen { get; set; }

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var draft = await drafts.Weights(reader, stop);
        Seen = draft?.Drafted.Version ?? 0;
        Form = WeightsForm.Of(draft?.Drafted.Draft ?? (await desk.InForce(reader, stop)).Weights);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var problems = new List<Problem>();
        var draft = Form.Read(problems);
        if (problems.Count > 0 || !ModelState.IsValid || draft is null) return this.Again(problems);

        return (await drafts.Keep(draft, Seen, HttpContext.Reader!, stop)).Try(out _, out var refused)
            ? Redirect("/settings/weights/draft")
            : this.Again(refused.Select(p => p with { Field = WeightsForm.FieldOf(p.Field) }));
    }
}
