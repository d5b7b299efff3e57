using System.Globalization;
using Fairload.App.PeerReview.Room;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Fairload.Web.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Room;

/// <summary>Puts a piece of evidence in. The form is read by hand as it comes in, and its token with it.</summary>
[Needs(Permission.KeepEvidence), ReadsItsOwnForm, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
internal sealed class NewEvidence(EvidenceDesk desk, CouncilSettings settings) : PageModel
{
    public int Megabytes => settings.Limits.UploadMegabytes;
    public EvidenceForm Form { get; } = new() { Known = desk.Parts };

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await using var upload = await Upload.Read(HttpContext, Megabytes, stop);
        if (upload is null) return BadRequest();

        await TryUpdateModelAsync(Form, "", new FormValueProvider(BindingSource.Form, upload.Fields, CultureInfo.CurrentCulture));
        if (upload.TooLarge(Megabytes) is { } large) return this.Again([large]);
        if (!ModelState.IsValid) return this.Again([]);
        var added = await desk.Add(Form.Said(), upload.Given(), HttpContext.Reader!, stop);
        return added.Try(out var piece, out var problems) ? Redirect($"/evidence/{piece.Id}") : this.Again(problems);
    }
}
