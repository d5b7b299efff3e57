using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>Reports an incident, with or without one's name.</summary>
[Needs(Permission.ReportAtWork)]
internal sealed class ReportIncident(IncidentDesk desk) : PageModel
{
    [BindProperty] public IncidentKind? Kind { get; set; }
    [BindProperty] public DateOnly? HappenedOn { get; set; }
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Named { get; set; }

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Teams = await desk.Teams(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Teams = await desk.Teams(reader, stop);
        var problems = new List<Problem>();
        if (Kind is null) problems.Add(new("Kind", $"Choose what happened"));
        if (HappenedOn is null)
            problems.Add(new("HappenedOn", $"Enter the day on which it happened"));
        if (!Id<Team>.TryParse(Team, out var team)) problems.Add(new("Team", $"Choose a team from the list"));
        if (Named is not ("yes" or "no")) problems.Add(new("Named", $"Choose whether you want to be named"));
        if (problems.Count > 0 || !ModelState.IsValid) return this.Refused(problems);

        var reported = await desk.Report(Kind!.Value, HappenedOn!.Value, team, Named == "yes", reader, stop);
        return reported.Try(out _, out var refused) ? Redirect("/workplace/incidents?done=reported") : this.Refused(refused);
    }
}
