using Fairload.App.PeerReview.Reviews;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Reviews;

/// <summary>Every peer review.</summary>
[Needs(Permission.SeeReviews)]
internal sealed class ListReviews(ReviewDesk desk) : PageModel
{
    public ReviewList View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await desk.All(HttpContext.Reader!, stop);
}
