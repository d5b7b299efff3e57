using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>One saved matching, to be looked at and put right; also where a new one is saved.</summary>
[Needs(Permission.Import)]
internal sealed class EditMatching(MatchingDesk desk, Catalogue T) : PageModel
{
    public MatchingForm Sheet { get; private set; } = new();

    public async Task<IActionResult> OnGet(string? name, CancellationToken stop)
    {
        if (await desk.Find(name ?? "", HttpContext.Reader!, stop) is not { } saved) return NotFound();
        Sheet = MatchingForm.Of(saved);
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] MatchingForm form, CancellationToken stop)
    {
        Sheet = form;
        if (!form.Read(T).Try(out var matching, out var problems)) return this.Again(problems);
        var saved = await desk.Save(form.Name, matching, HttpContext.Reader!, stop);
        return saved.Try(out _, out var refused) ? Redirect("/imports/matchings") : this.Again(refused);
    }
}
