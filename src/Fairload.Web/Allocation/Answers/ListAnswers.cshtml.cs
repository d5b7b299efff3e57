using Fairload.App.Allocation.Answers;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Answers;

/// <summary>What workers say to what they are given: replies that the reader owes, and counts with nobody named.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ListAnswers(ReplyDesk desk) : PageModel
{
    public IReadOnlyList<ReplyView> Owed { get; private set; } = [];
    public IReadOnlyList<ServiceAnswers> Services { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) =>
        (Owed, Services) = (await desk.Owed(HttpContext.Reader!, stop), await desk.Counts(HttpContext.Reader!, stop));
}
