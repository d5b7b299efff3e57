using Fairload.App.Allocation.Meetings;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>One line of a meeting: to somebody else, with a reason; or a note for whoever takes it.</summary>
[Needs(Permission.Allocate)]
internal sealed class MoveLine(MeetingDesk desk, MeetingEditing editing) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Worker { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Note { get; set; }

    public MoveView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AllocationMeeting> id, Id<MeetingLine> line, CancellationToken stop)
    {
        if (!await Read(id, line, stop)) return NotFound();
        (Version, Note) = (View.Line.Line.Version, View.Line.Line.Note);
        return Page();
    }

    public async Task<IActionResult> OnPostMove(Id<AllocationMeeting> id, Id<MeetingLine> line, CancellationToken stop)
    {
        if (!await Read(id, line, stop)) return NotFound();
        Id<Worker>? worker = Id<Worker>.TryParse(Worker, out var one) ? one : null;
        var moved = await editing.Change(id, new(line, Version, EditKind.Moved, worker, Reason ?? ""), HttpContext.Reader!, stop);
        return moved.Try(out _, out var problems) ? Redirect($"/meetings/{id}#line-{line}") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostNote(Id<AllocationMeeting> id, Id<MeetingLine> line, CancellationToken stop)
    {
        if (!await Read(id, line, stop)) return NotFound();
        var noted = await editing.HandOver(id, line, Version, Note ?? "", HttpContext.Reader!, stop);
        return noted.Try(out _, out var problems) ? Redirect($"/meetings/{id}#line-{line}") : this.Again(problems);
    }

    private async Task<bool> Read(Id<AllocationMeeting> id, Id<MeetingLine> line, CancellationToken stop)
    {
        if (await desk.Line(id, line, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
