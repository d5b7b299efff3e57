using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>Enters a risk assessment that was done.</summary>
[Needs(Permission.KeepWorkplace)]
internal sealed class EnterRisk(RiskDesk desk) : PageModel
{
    public RiskForm Form { get; } = new();
    public RiskChoices Choices { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => Choices = await desk.Choices(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Choices = await desk.Choices(reader, stop);
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read().Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var entered = await desk.Enter(facts, reader, stop);
        return entered.Try(out var risk, out var refused) ? Redirect($"/workplace/risks/{risk.Id}?done=entered") : this.Refused(refused);
    }
}
