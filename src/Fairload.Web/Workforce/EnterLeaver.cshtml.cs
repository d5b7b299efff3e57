using Fairload.App.Audit;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce;

/// <summary>The last day of somebody who leaves.</summary>
[Needs(Permission.EnterStaff)]
internal sealed class EnterLeaver(StaffEntryDesk desk, AuditTrail audit) : PageModel
{
    /// <summary>Of the person as they were seen.</summary>
    [BindProperty] public int Version { get; set; }
    [BindProperty] public DateOnly? LastDay { get; set; }

    public StaffEntryView View { get; private set; } = null!;

    public IReadOnlyList<EnteredHere> Marks => [.. View.Marks.Where(m => m.Kind == EnteredKind.Leaver)];

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "worker", id.ToString(), stop);
        LastDay = View.Worker.EndsOn;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var done = await desk.Leave(id, Version, LastDay, HttpContext.Reader!, stop);
        return done.Try(out _, out var problems) ? Redirect(Links.Person(id)) : this.Again(problems);
    }

    private async Task<bool> Read(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view || view.Worker.HasLeft(view.Today)) return false;
        View = view;
        return true;
    }
}
