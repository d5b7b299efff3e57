using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Workforce.Reorganisations;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Reorganisations;

/// <summary>What a reorganisation would do, or did.</summary>
[Needs(Permission.Reorganise)]
internal sealed class ShowReorganisation(ReorganisationDesk desk) : PageModel
{
    public ReorganisationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Reorganisation> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostApply(Id<Reorganisation> id, int version, CancellationToken stop) =>
        Settle(id, () => desk.Apply(id, version, HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostAgain(Id<Reorganisation> id, int version, CancellationToken stop) =>
        Settle(id, () => desk.LookAgain(id, version, HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostWithdraw(Id<Reorganisation> id, int version, CancellationToken stop) =>
        Settle(id, () => desk.Withdraw(id, version, HttpContext.Reader!, stop), stop);

    private async Task<IActionResult> Settle(Id<Reorganisation> id, Func<Task<Result<Done>>> verb, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if ((await verb()).Try(out _, out var problems)) return Redirect($"/reorganisations/{id}");
        return await Load(id, stop) ? this.Again(problems) : NotFound();
    }

    private async Task<bool> Load(Id<Reorganisation> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
