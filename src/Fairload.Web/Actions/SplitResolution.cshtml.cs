using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Actions;

/// <summary>One part of a resolution, as it is entered.</summary>
internal sealed class PartForm
{
    public string? What { get; set; }
    public string? Owner { get; set; }
    public string? OwnerRole { get; set; }
    public DateOnly? DueOn { get; set; }
    public bool IsDone { get; set; }

    /// <summary>A day alone, which the page has filled in, is no part.</summary>
    public ResolutionPart Part => new(
        What ?? "", Id<Account>.TryParse(Owner, out var owner) ? owner : null, OwnerRole ?? "", DueOn, IsDone);
}

/// <summary>Makes actions of a resolution, each with an owner and a day.</summary>
[Needs(Permission.KeepScrutiny)]
internal sealed class SplitResolution(ScrutinyDesk desk, ScrutinyKeeping keeping, Catalogue T) : PageModel
{
    /// <summary>On the page at once; a resolution with more parts is split again.</summary>
    private const int PartsShown = 3;

    [BindProperty] public List<PartForm> Parts { get; set; } = [];

    public ResolutionView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Owners(PartForm part) => View.Owners
        .Select(o => new SelectListItem(o.Name, $"{o.Id}", $"{o.Id}" == part.Owner)).Prepend(new(T["Choose a person"], ""));

    public async Task<IActionResult> OnGet(Id<Resolution> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Parts = [.. Enumerable.Range(0, PartsShown).Select(_ => new PartForm { DueOn = View.Suggested })];
        if (View.Asked.Actions.Count == 0)
        {
            Parts[0].What = View.Resolution.Text;
            Parts[0].IsDone = View.Resolution.Shape == ResolutionShape.Note;
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Resolution> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (Parts.Count > Splitting.Most) Parts = Parts[..Splitting.Most];
        while (Parts.Count < PartsShown) Parts.Add(new());
        if (!ModelState.IsValid) return this.Again([]);
        var split = await keeping.Split(id, [.. Parts.Select(p => p.Part)], HttpContext.Reader!, stop);
        return split.Try(out _, out var problems) ? Redirect($"/scrutiny/resolutions/{id}") : this.Again(problems);
    }

    private async Task<bool> Load(Id<Resolution> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
