using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>Takes a case sheet as a sample and shows its columns to be matched. Nothing of the sheet is kept.</summary>
[Needs(Permission.Import), ReadsItsOwnForm, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
internal sealed class NewMatching(MatchingDesk desk, CouncilSettings settings) : PageModel
{
    public int Megabytes => settings.Limits.UploadMegabytes;

    /// <summary>What is to be matched; null until a sheet was given.</summary>
    public MatchingForm? Sheet { get; private set; }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await using var upload = await Upload.Read(HttpContext, Megabytes, stop);
        if (upload is null) return BadRequest();
        if (upload.FileName.Length == 0) return this.Again([new("File", $"Choose a file")]);
        if (upload.IsTooLarge)
            return this.Again([new("File", $"The file is larger than {Megabytes} MB, which is the most that can be uploaded. Leave out sheets that are not needed, or ask your administrator to raise the limit")]);

        var looked = desk.Sample(upload.File, upload.FileName, HttpContext.Reader!);
        if (!looked.Try(out var sample, out var problems)) return this.Again(problems);
        Sheet = MatchingForm.Of(sample);
        return Page();
    }
}
