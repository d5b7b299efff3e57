using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Supervision;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision;

/// <summary>Books a slot of the panel in two steps: first which slot, then what is asked.</summary>
[Needs(Permission.BringToPanel)]
internal sealed class BookPanel(PanelDesk desk) : PageModel
{
    /// <summary>The session and the number of the slot, parted by a point.</summary>
    [BindProperty(SupportsGet = true)] public string? Slot { get; set; }
    /// <summary>2 where a slot has to be chosen by now.</summary>
    [BindProperty(SupportsGet = true)] public int? Step { get; set; }
    [BindProperty] public string? Question { get; set; }

    public PanelChoice Choice { get; private set; } = null!;

    /// <summary>The slot of the second step; null in the first.</summary>
    public (PanelSession Session, int Slot)? Chosen { get; private set; }

    public static string Value(PanelSession session, int slot) => $"{session.Id}.{slot}";

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Choosing(id, HttpContext.Reader!, stop) is not { } choice) return NotFound();
        Choice = choice;
        Chosen = Find();
        if (Step is null || Chosen is not null || choice.Booked is not null) return Page();
        return this.Again([Slot is null ? new("Slot", $"Choose a slot") : new("Slot", $"That slot is not free any more; choose another")]);
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Choosing(id, reader, stop) is not { } choice) return NotFound();
        Choice = choice;
        if (Read() is not { } slot) return this.Again([new("Slot", $"Choose a slot")]);
        var booked = await desk.Book(id, slot.Session, slot.Number, Question ?? "", reader, stop);
        if (booked.Try(out var booking, out var problems)) return Redirect(Links.PanelBooking(booking.Id) + "?done=booked");
        Choice = await desk.Choosing(id, reader, stop) ?? choice;
        Chosen = problems.Any(p => p.Field == "Slot") ? null : Find();
        return this.Again(problems);
    }

    private (PanelSession Session, int Slot)? Find() =>
        Read() is { } slot && Choice.Sessions.FirstOrDefault(s => s.Session.Id == slot.Session) is { } session
            && session.Free.Contains(slot.Number) ? (session.Session, slot.Number) : null;

    private (Id<PanelSession> Session, int Number)? Read() =>
        (Slot ?? "").Split('.') is [var session, var number] && Id<PanelSession>.TryParse(session, out var id)
            && int.TryParse(number, out var slot) ? (id, slot) : null;
}
