using Fairload.App.PeerReview.Reviews;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>Plans a peer review.</summary>
[Needs(Permission.KeepReviews)]
internal sealed class PlanReview(ReviewDesk desk) : PageModel
{
    public ReviewForm Form { get; } = new();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await TryUpdateModelAsync(Form, "");
        if (!ModelState.IsValid) return this.Again([]);
        var planned = await desk.Plan(Form.Said(), HttpContext.Reader!, stop);
        return planned.Try(out var review, out var problems) ? Redirect($"/peer-reviews/{review.Id}") : this.Again(problems);
    }
}
