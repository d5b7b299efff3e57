using Fairload.App.PeerReview;
using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Room;

/// <summary>Who of outside may read what, and until when.</summary>
[Needs(Permission.InviteReviewers)]
internal sealed class ReviewerEntries(EntryDesk desk, FrameworkParts parts, InvitationLetter letter) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public DateOnly? FromOn { get; set; }
    [BindProperty] public DateOnly? LastOn { get; set; }
    [BindProperty] public List<string> Parts { get; set; } = [];

    public FrameworkParts Known => parts;
    public IReadOnlyList<EntryRow> Rows { get; private set; } = [];
    public EntryGiven? Given { get; private set; }

    /// <summary>Shown once, to be copied.</summary>
    public SentInvitation? Sent { get; private set; }

    public async Task OnGet(CancellationToken stop) => Rows = await desk.All(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPostGive(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var offer = new EntryOffer(Parts, FromOn, LastOn, Why ?? "");
        Rows = await desk.All(reader, stop);
        if (!ModelState.IsValid) return this.Again([]);
        var given = await desk.Give(Email, Name, offer, reader, stop);
        if (!given.Try(out var entry, out var problems)) return this.Again(problems);
        (Given, Rows) = (entry, await desk.All(reader, stop));
        if (entry.Invitation is { } invitation) Sent = await letter.Send(HttpContext, invitation, stop);
        ModelState.Clear();
        (Name, Email, Why, FromOn, LastOn, Parts) = (null, null, null, null, null, []);
        return Page();
    }

    public async Task<IActionResult> OnPostEnd(string? entry, CancellationToken stop) =>
        Id<EvidenceEntry>.TryParse(entry, out var id) && await desk.End(id, HttpContext.Reader!, stop) is not null
            ? Redirect("/evidence/entries") : NotFound();
}
