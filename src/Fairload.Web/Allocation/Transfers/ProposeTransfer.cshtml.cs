using Fairload.App.Allocation.Transfers;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Transfers;

/// <summary>Proposes that another team takes a case. It goes nowhere until somebody there is named.</summary>
[Needs(Permission.Allocate)]
internal sealed class ProposeTransfer(TransferDesk desk, AuditTrail audit) : PageModel
{
    [BindProperty] public string? To { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Handover { get; set; }
    [BindProperty] public PersonWish Wish { get; set; }

    public ProposeView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Teams(string none) => View.Teams
        .Select(t => new SelectListItem(t.Service.Length > 0 ? $"{t.Name} ({t.Service})" : t.Name, t.Id.ToString(), t.Id.ToString() == To))
        .Prepend(new(none, ""));

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Proposing(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Proposing(id, reader, stop) is not { } view) return NotFound();
        View = view;
        if (!ModelState.IsValid) return this.Again([]);
        if (!Id<Team>.TryParse(To, out var to)) return this.Again([new("To", $"Choose the team that is to take the case")]);

        var what = new Proposal(id, view.From?.Id ?? default, to, Reason ?? "", Handover ?? "", Wish);
        var proposed = await desk.Propose(what, reader, stop);
        if (proposed.Try(out var transfer, out var problems)) return Redirect(Links.Transfer(transfer.Id) + "?done=proposed");
        View = await desk.Proposing(id, reader, stop) ?? view;
        return this.Again(problems);
    }
}
