using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Fairload.Web.Workplace;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>Enters something that is asked of teams.</summary>
[Needs(Permission.KeepInitiatives)]
internal sealed class EnterInitiative(InitiativeDesk desk, Catalogue T) : PageModel
{
    public InitiativeForm Form { get; } = new();
    public InitiativeChoices Choices { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => Choices = await desk.Choices(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Choices = await desk.Choices(reader, stop);
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read(T.Language.Culture).Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var entered = await desk.Enter(facts, reader, stop);
        return entered.Try(out var one, out var refused) ? Redirect($"/initiatives/{one.FirstId}") : this.Refused(refused);
    }
}
