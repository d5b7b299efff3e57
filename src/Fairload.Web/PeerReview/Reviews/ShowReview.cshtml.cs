using Fairload.App.PeerReview.Reviews;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Reviews;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>One review: what was found, line by line, and what the council answers.</summary>
[Needs(Permission.SeeReviews)]
internal sealed class ShowReview(ReviewDesk desk) : PageModel
{
    public ReviewView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Review> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
