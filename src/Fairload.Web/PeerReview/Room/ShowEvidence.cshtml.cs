using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Room;

/// <summary>One piece of evidence with its versions.</summary>
[Needs(Permission.SeeEvidence)]
internal sealed class ShowEvidence(EvidenceDesk desk) : PageModel
{
    public EvidenceView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<EvidencePiece> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
