using Fairload.App.Audit;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>One incident, and for whoever manages the team its follow-up.</summary>
[Needs(Permission.SeeIncidents)]
internal sealed class ShowIncident(IncidentDesk desk, AuditTrail audit) : PageModel
{
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public IncidentOutcome? Outcome { get; set; }
    [BindProperty] public string? Support { get; set; }
    [BindProperty] public int Version { get; set; }

    public IncidentLine Line { get; private set; } = null!;
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGet(Id<Incident> id, string? done, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } line) return NotFound();
        await audit.Read(HttpContext.Reader!, "incident", id.ToString(), stop);
        (Line, Done, Version) = (line, done, line.Incident.Version);
        (On, Outcome) = (line.Incident.FollowedUpOn, line.Incident.Outcome);
        Support = line.Incident.SupportOffered is { } offered ? offered ? "yes" : "no" : null;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Incident> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } line) return NotFound();
        Line = line;
        if (!line.MayFollowUp) return StatusCode(StatusCodes.Status403Forbidden);
        var problems = new List<Problem>();
        if (On is null)
            problems.Add(new("On", $"Enter the day on which it was followed up"));
        if (Outcome is null or IncidentOutcome.NotKnown) problems.Add(new("Outcome", $"Choose what came of it"));
        if (Support is not ("yes" or "no")) problems.Add(new("Support", $"Choose whether support was offered"));
        if (problems.Count > 0 || !ModelState.IsValid) return this.Refused(problems);

        var done = await desk.FollowUp(id, new(On!.Value, Outcome!.Value, Support == "yes"), Version, reader, stop);
        if (done.Try(out _, out var refused)) return Redirect($"/workplace/incidents/{id}?done=stored");
        Line = await desk.Show(id, reader, stop) ?? line;
        Version = Line.Incident.Version;
        return this.Refused(refused);
    }
}
