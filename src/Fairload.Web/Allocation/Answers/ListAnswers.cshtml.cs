using Fairload.App.Allocation.Answers;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Answers;

/// <summary>What workers say to what they are given: replies that the reader owes, and counts with nobody named.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ListAnswers(ReplyDesk desk, LateReplyDesk late) : PageModel
{
    public IReadOnlyList<ReplyView> Owed { get; private set; } = [];
    public IReadOnlyList<ServiceAnswers> Services { get; private set; } = [];

    /// <summary>Late ones of which the reader was told, because they stand above.</summary>
    public IReadOnlyList<LateReply> Late { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        await late.Seen(reader, stop);
        (Owed, Services) = (await desk.Owed(reader, stop), await desk.Counts(reader, stop));
        Late = await late.Mine(reader, stop);
    }
}
