using Fairload.App.PeerReview.Reviews;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>Non-attributable notes of a review.</summary>
[Needs(Permission.KeepReviews)]
internal sealed class ReviewNotes(ReviewDesk desk) : PageModel
{
    [BindProperty] public int? Line { get; set; }
    [BindProperty] public NoteSource? Source { get; set; }
    [BindProperty] public int? People { get; set; }
    [BindProperty] public string? Says { get; set; }

    public ReviewView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Lines(string whole) =>
        View.Lines.Select(l => new SelectListItem($"{l.Number}. {l.Question}", $"{l.Number}")).Prepend(new(whole, ""));

    public async Task<IActionResult> OnGet(Id<Review> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Review> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var taken = await desk.Take(id, new(Line, Source, People, Says ?? ""), HttpContext.Reader!, stop);
        return taken.Try(out _, out var problems) ? Redirect($"/peer-reviews/{id}/notes") : this.Again(problems);
    }

    private async Task<bool> Load(Id<Review> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
