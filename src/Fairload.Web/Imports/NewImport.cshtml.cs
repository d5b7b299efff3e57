using System.Globalization;
using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Imports;

/// <summary>Chooses a file and looks at it. The form is read by hand as it comes in, and its token with it.</summary>
[Needs(Permission.Import), ReadsItsOwnForm, DisableRequestSizeLimit, IgnoreAntiforgeryToken]
internal sealed class NewImport(ImportDesk desk, MatchingDesk matchings, CouncilSettings settings, TimeProvider clock) : PageModel
{
    public int Megabytes => settings.Limits.UploadMegabytes;
    public string Today => clock.UkToday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public IReadOnlyList<string> Saved { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices(string none) => Saved.Select(name => new SelectListItem(name, name)).Prepend(new(none, ""));

    public async Task OnGet(CancellationToken stop) => Saved = await matchings.Names(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await using var upload = await Upload.Read(HttpContext, Megabytes, stop);
        if (upload is null) return BadRequest();

        Saved = await matchings.Names(HttpContext.Reader!, stop);
        var form = new ImportForm();
        await TryUpdateModelAsync(form, "", new FormValueProvider(BindingSource.Form, upload.Fields, CultureInfo.CurrentCulture));
        var problems = Wrong(form, upload).ToList();
        if (problems.Count > 0 || !ModelState.IsValid || form.Kind is not { } kind) return this.Again(problems);

        var matching = kind == ImportKind.Cases ? form.Matching ?? "" : "";
        var looked = await desk.Look(new(kind, upload.FileName, matching, form.AsOf), upload.File, HttpContext.Reader!, stop);
        return looked.Try(out var look, out var refused) ? Redirect($"/imports/{look.Run.Id}") : this.Again(refused);
    }

    private IEnumerable<Problem> Wrong(ImportForm form, Upload upload)
    {
        if (form.Kind is null && ModelState["Kind"] is not { Errors.Count: > 0 }) yield return new("Kind", $"Choose what the file is");
        if (upload.FileName.Length == 0) yield return new("File", $"Choose a file");
        else if (upload.IsTooLarge)
            yield return new("File", $"The file is larger than {Megabytes} MB, which is the most that can be uploaded. Leave out sheets that are not needed, or ask your administrator to raise the limit");
    }
}

/// <summary>The fields beside the file.</summary>
internal sealed class ImportForm
{
    public ImportKind? Kind { get; set; }
    public DateOnly? AsOf { get; set; }
    public string? Matching { get; set; }
}
