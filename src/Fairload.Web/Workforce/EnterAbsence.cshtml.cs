using Fairload.App.Audit;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workforce;

/// <summary>Days away: new ones, or those of an absence that is known put right.</summary>
[Needs(Permission.EnterStaff)]
internal sealed class EnterAbsence(StaffEntryDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    /// <summary>The one that is changed, as it was seen; empty for a new one.</summary>
    [BindProperty] public string? Seen { get; set; }
    [BindProperty] public string? Word { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }

    public StaffEntryView View { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public Absence? Held { get; private set; }

    /// <summary>What stands there at this moment.</summary>
    public string Now => StaffEntryView.Seen(Held);

    public IReadOnlyList<SelectListItem> Words => EntryChoices.Words(T, View.Categories, Word);

    public async Task<IActionResult> OnGet(Id<Worker> id, Guid? record, CancellationToken stop)
    {
        if (!await Read(id, record, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "worker", id.ToString(), stop);
        Seen = StaffEntryView.Seen(Held);
        if (Held is { } held) (Word, From, To) = (held.Category, held.FromOn, held.ToOn);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Worker> id, Guid? record, CancellationToken stop)
    {
        if (!await Read(id, record, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var written = new DatedWritten(Word ?? "", From, To);
        var done = await desk.Absent(id, new(record, Seen ?? "", written), HttpContext.Reader!, stop);
        if (done.Try(out _, out var problems)) return Redirect(Links.Person(id));
        ModelState.Remove(nameof(Seen));
        Seen = StaffEntryView.Seen(Held);
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<Worker> id, Guid? record, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view || view.Worker.HasLeft(view.Today)) return false;
        View = view;
        Held = view.Absences.FirstOrDefault(r => r.Id.Value == record);
        return record is null || Held is not null;
    }
}
