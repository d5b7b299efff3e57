using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation;

/// <summary>Says who advises the holder of a case.</summary>
[Needs(Permission.Allocate)]
internal sealed class NameAdviser(AdviserDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    /// <summary>The person's id; empty for nobody.</summary>
    [BindProperty] public string? Worker { get; set; }

    public AdviserChoice Choice { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People =>
    [
        new(T["Nobody"], "", Choice.Now.Worker is null),
        .. Choice.People.Select(w => new SelectListItem(w.Name, w.Id.ToString(), w.Id == Choice.Now.Worker?.Id)),
    ];

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Choice(id, HttpContext.Reader!, stop) is not { } choice) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        Choice = choice;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Choice(id, HttpContext.Reader!, stop) is not { } choice) return NotFound();
        Choice = choice;
        Id<Worker>? named = null;
        if (!string.IsNullOrEmpty(Worker))
        {
            if (!Id<Worker>.TryParse(Worker, out var worker))
                return this.Again([new("Worker", $"Choose somebody from the list, or nobody")]);
            named = worker;
        }

        var done = await desk.Name(id, named, HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect($"/cases/{id}") : this.Again(problems);
    }
}
