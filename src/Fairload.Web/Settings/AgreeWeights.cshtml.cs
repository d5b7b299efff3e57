using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

/// <summary>Enters a new version of the weights. It begins as the one in force, so that a council changes what it means to.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeWeights(SettingsDesk desk) : PageModel
{
    [BindProperty] public WeightsForm Form { get; set; } = new();

    public async Task OnGet(CancellationToken stop) =>
        Form = WeightsForm.Of((await desk.InForce(HttpContext.Reader!, stop)).Weights);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var problems = new List<Problem>();
        var draft = Form.Read(problems);
        if (problems.Count > 0 || !ModelState.IsValid || draft is null) return this.Again(problems);

        var agreed = await desk.Agree(draft, HttpContext.Reader!, stop);
        return agreed.Try(out var weights, out var refused)
            ? Redirect($"/settings?agreed={Uri.EscapeDataString(weights.Code)}#weights")
            : this.Again(refused.Select(p => p with { Field = WeightsForm.FieldOf(p.Field) }));
    }
}
