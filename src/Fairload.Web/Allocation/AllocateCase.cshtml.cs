using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>Who should take this case? Three suggestions with what each would do, everybody else with the reason; a person
/// decides.</summary>
[Needs(Permission.Allocate)]
internal sealed class AllocateCase(AllocationDesk desk, AuditTrail audit, CouncilSettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Wide { get; set; }
    [BindProperty] public string? Worker { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Note { get; set; }

    public AllocateView View { get; private set; } = null!;
    public CouncilSettings Settings { get; } = settings;

    public IEnumerable<CaseSuggestion> Allowed => View.Answer.Best.Concat(View.Answer.Others);

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Case(id, Wide, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Case(id, Wide, reader, stop) is not { } view)
            return await desk.DecidedByMe(id, Worker, reader, stop) ? Redirect($"/cases/{id}?given=yes") : NotFound();

        View = view;
        if (!Id<Worker>.TryParse(Worker, out var worker)) return this.Again([new("Worker", $"Choose who takes the case")]);
        var decided = await desk.Decide(new(id, worker, Reason ?? "", Note ?? "", Wide), reader, stop);
        return decided.Try(out _, out var problems) ? Redirect($"/cases/{id}?given=yes") : this.Again(problems);
    }
}
