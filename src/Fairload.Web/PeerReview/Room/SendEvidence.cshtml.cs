using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Fairload.Web.PeerReview.Room;

/// <summary>A file of the evidence room, always to be saved and never shown in the site: what is inside is not ours.</summary>
[Needs(Permission.SeeEvidence)]
internal sealed class SendEvidence(EvidenceDesk desk) : PageModel
{
    public async Task<IActionResult> OnGet(Id<EvidencePiece> id, int number, CancellationToken stop)
    {
        if (await desk.Open(id, number, HttpContext.Reader!, stop) is not { } file) return NotFound();
        var attached = new ContentDispositionHeaderValue("attachment");
        attached.SetHttpFileName(file.Version.FileName);
        (Response.ContentType, Response.ContentLength) = (file.Version.MediaType, file.Version.Bytes);
        Response.Headers.ContentDisposition = attached.ToString();
        await foreach (var part in file.Parts.WithCancellation(stop)) await Response.Body.WriteAsync(part, stop);
        return new EmptyResult();
    }
}
