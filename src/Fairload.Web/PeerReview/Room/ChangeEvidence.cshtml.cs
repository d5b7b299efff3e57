using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Room;

/// <summary>Changes what is said about a piece of evidence; its files stay.</summary>
[Needs(Permission.KeepEvidence)]
internal sealed class ChangeEvidence(EvidenceDesk desk) : PageModel
{
    [BindProperty] public int Seen { get; set; }

    public EvidenceForm Form { get; private set; } = null!;
    public EvidenceView View { get; private set; } = null!;

    /// <summary>Somebody else has saved since the form was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGet(Id<EvidencePiece> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = EvidenceForm.Of(View.Piece, View.Parts);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<EvidencePiece> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = new() { Known = View.Parts };
        await TryUpdateModelAsync(Form, "");
        if (!ModelState.IsValid) return this.Again([]);
        var changed = await desk.Change(id, Form.Said(), Seen, HttpContext.Reader!, stop);
        if (changed.Try(out _, out var problems)) return Redirect($"/evidence/{id}");
        await Load(id, stop);
        IsOvertaken = Seen != View.Piece.Version;
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<EvidencePiece> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
