using Fairload.App.Supervision.Meetings;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Supervision.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Supervision.Meetings;

/// <summary>Enters a meeting, or changes one that is entered.</summary>
[Needs(Permission.KeepSupervision)]
internal sealed class EnterMeeting(TeamMeetingDesk desk) : PageModel
{
    [BindProperty] public int Seen { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Service { get; set; }
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public string? Outcome { get; set; }
    [BindProperty] public int? Minutes { get; set; }
    [BindProperty] public int? Attended { get; set; }
    [BindProperty] public string? Because { get; set; }

    public MeetingForm Form { get; private set; } = null!;
    public Id<TeamMeeting>? Id { get; private set; }

    public IEnumerable<SelectListItem> Teams(string none) =>
        Form.Teams.Select(t => new SelectListItem(t.Name, t.Id.ToString(), t.Id.ToString() == Team)).Prepend(new(none, ""));

    public IEnumerable<SelectListItem> Services(string whole) =>
        Form.Services.Select(s => new SelectListItem(s.Length > 0 ? s : whole, s, s == (Service ?? "")));

    public async Task<IActionResult> OnGet(Id<TeamMeeting>? id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (Form.Meeting is not { } meeting)
        {
            (Kind, Outcome) = (nameof(MeetingKind.Team), "held");
            if (Form.Teams.Count == 1) Team = Form.Teams[0].Id.ToString();
            return Page();
        }

        (Seen, Kind, Team, Service) = (meeting.Version, meeting.Kind.ToString(), meeting.TeamId?.ToString(), meeting.Service);
        (On, Outcome, Minutes, Attended) = (meeting.HeldOn, meeting.IsHeld ? "held" : "cancelled", meeting.Minutes, meeting.Attended);
        Because = meeting.CancelledBecause?.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<TeamMeeting>? id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var problems = new List<Problem>();
        var kind = SupervisionWords.Read<MeetingKind>(Kind);
        if (kind is null) problems.Add(new("Kind", $"Choose which kind of meeting"));
        if (On is null && ModelState["On"] is not { Errors.Count: > 0 }) problems.Add(new("On", $"Enter the day of the meeting"));
        if (Outcome is not ("held" or "cancelled")) problems.Add(new("Outcome", $"Choose whether it took place"));
        if (problems.Count > 0 || !ModelState.IsValid) return this.Again(problems);

        Id<Team>? team = kind != MeetingKind.Division && Id<Team>.TryParse(Team, out var one) ? one : null;
        var entry = new MeetingEntry(
            kind!.Value, team, team is null && kind != MeetingKind.Team ? Service ?? "" : "", On!.Value, Outcome == "held", Minutes,
                Attended,
            SupervisionWords.Read<CancelledBecause>(Because));
        var reader = HttpContext.Reader!;
        var done = id is { } there ? await desk.Amend(there, Seen, entry, reader, stop) : await desk.Enter(entry, reader, stop);
        if (done.Try(out _, out var refused)) return Redirect("/supervision/meetings?done=entered");
        await Read(id, stop);
        Seen = Form.Meeting?.Version ?? 0;
        return this.Again(refused);
    }

    private async Task<bool> Read(Id<TeamMeeting>? id, CancellationToken stop)
    {
        if (await desk.Form(id, HttpContext.Reader!, stop) is not { } form) return false;
        (Form, Id) = (form, id);
        return true;
    }
}
