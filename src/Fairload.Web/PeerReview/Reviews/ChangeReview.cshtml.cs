using Fairload.App.PeerReview.Reviews;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>Changes who comes, when, and what for.</summary>
[Needs(Permission.KeepReviews)]
internal sealed class ChangeReview(ReviewDesk desk) : PageModel
{
    [BindProperty] public int Seen { get; set; }

    public ReviewForm Form { get; private set; } = new();
    public ReviewView View { get; private set; } = null!;

    /// <summary>Somebody else has saved since the form was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGet(Id<Review> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form = ReviewForm.Of(View.Review);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Review> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        await TryUpdateModelAsync(Form, "");
        if (!ModelState.IsValid) return this.Again([]);
        var changed = await desk.Change(id, Form.Said(), Seen, HttpContext.Reader!, stop);
        if (changed.Try(out _, out var problems)) return Redirect($"/peer-reviews/{id}");
        await Load(id, stop);
        IsOvertaken = Seen != View.Review.Version;
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<Review> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
