using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workforce;

/// <summary>Somebody who begins work before the staff sheet knows of them.</summary>
[Needs(Permission.EnterStaff)]
internal sealed class EnterStarter(StaffEntryDesk desk, Catalogue T) : PageModel
{
    [BindProperty] public string? StaffNumber { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Role { get; set; }
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Fte { get; set; }
    [BindProperty] public string? EmploymentType { get; set; }
    [BindProperty] public DateOnly? StartsOn { get; set; }
    [BindProperty] public DateOnly? AsyeStartedOn { get; set; }
    [BindProperty] public string? SweNumber { get; set; }

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public Task OnGet(CancellationToken stop) => Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Read(stop);
        if (!ModelState.IsValid) return this.Again([]);
        Id<Team>? team = Id<Team>.TryParse(Team, out var chosen) ? chosen : null;
        var written = new StarterWritten(
            StaffNumber ?? "", Name ?? "", Role ?? "", team, Fte ?? "", EmploymentType ?? "", StartsOn, AsyeStartedOn, SweNumber ?? "");
        var entered = await desk.Start(written, HttpContext.Reader!, stop);
        return entered.Try(out var worker, out var problems) ? Redirect(Links.Person(worker.Id)) : this.Again(problems);
    }

    private async Task Read(CancellationToken stop)
    {
        var teams = await desk.Teams(HttpContext.Reader!, stop);
        Teams = [new(T["Choose"], ""), .. teams.Select(t => new SelectListItem(t.Name, t.Id.ToString(), t.Id.ToString() == Team))];
    }
}
