using Fairload.App.Disclosure;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Disclosure;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Disclosure;

/// <summary>Everything that was ever let out, and the audit of all of it.</summary>
[Needs(Permission.SeeLedger)]
internal sealed class ShowLedger(DisclosureDesk desk, ResultDesk results) : PageModel
{
    public LedgerView View { get; private set; } = null!;

    /// <summary>By round.</summary>
    public IReadOnlyDictionary<string, GroupsOut> Rounds { get; private set; } = new Dictionary<string, GroupsOut>();

    public Task OnGet(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var audited = await desk.AuditAll(ProofEffort.Usual.StepsInAll, HttpContext.Reader!, stop);
        if (audited.Try(out _, out var problems)) return Redirect("/disclosure");
        await Load(stop);
        return this.Again(problems);
    }

    private async Task Load(CancellationToken stop)
    {
        View = await desk.Show(HttpContext.Reader!, stop);
        Rounds = await results.GroupsOut(HttpContext.Reader!, stop);
    }
}
