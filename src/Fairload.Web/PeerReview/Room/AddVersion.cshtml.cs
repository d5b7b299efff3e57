using System.Globalization;
using Fairload.App.PeerReview.Room;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Access;
using Fairload.Web.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Room;

/// <summary>Puts a newer file or link in the place of the one that counts.</summary>
[Needs(Permission.KeepEvidence), ReadsItsOwnForm, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
internal sealed class AddVersion(EvidenceDesk desk, CouncilSettings settings) : PageModel
{
    public int Megabytes => settings.Limits.UploadMegabytes;
    public EvidenceView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<EvidencePiece> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<EvidencePiece> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await using var upload = await Upload.Read(HttpContext, Megabytes, stop);
        if (upload is null || !int.TryParse(upload.Fields["Seen"], CultureInfo.InvariantCulture, out var seen)) return BadRequest();
        if (upload.TooLarge(Megabytes) is { } large) return this.Again([large]);
        var added = await desk.AddVersion(id, upload.Given(), seen, HttpContext.Reader!, stop);
        if (added.Try(out _, out var problems)) return Redirect($"/evidence/{id}");
        await Load(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<EvidencePiece> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
