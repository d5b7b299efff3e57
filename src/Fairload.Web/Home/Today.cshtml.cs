using Fairload.App.Caseload;
using Fairload.App.Home;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Home;

[Needs(Permission.OwnAccount)]
internal sealed class Today(TodayDesk desk, RestrictedNotices restricted, CouncilSettings settings, Catalogue T) : PageModel
{
    public TodayView Now { get; private set; } = null!;
    public IReadOnlyList<TodayLine> Lines { get; private set; } = [];
    public CouncilSettings Settings { get; } = settings;

    /// <summary>Evaluators and reviewers see what is opened to them, and nothing else.</summary>
    public bool IsFromOutside => HttpContext.Reader!.Grants is { Count: > 0 } grants && grants.All(g => g.Role == Role.Evaluator);

    /// <summary>Elected members and the union see only what has been released.</summary>
    public bool WaitsForReleases =>
        Now.IsForNobody && HttpContext.Reader!.Grants.Any(g => g.Role is Role.ElectedMember or Role.UnionRepresentative);

    /// <summary>They find results of surveys on a page of their own.</summary>
    public bool ReadsSurveys => WaitsForReleases && HttpContext.Reader!.May(Permission.SeeEditions);

    /// <summary>Somebody opened a restricted case by a reason: those who are told hear it first.</summary>
    private async Task<IEnumerable<TodayLine>> Opened(CancellationToken stop) =>
        HttpContext.Reader!.May(Permission.BreakGlass) && await restricted.Unseen(HttpContext.Reader!, stop) is > 0 and var unseen
            ? [new(Urgency.Told, null, T.Count(unseen, "A restricted case was opened by a reason.",
                "Restricted cases were opened by a reason {0} times."), "/restricted", T["Read why"])]
            : [];

    public async Task OnGet(CancellationToken stop)
    {
        Now = await desk.Today(HttpContext.Reader!, stop);
        Lines = [.. await Opened(stop), .. new TodayList(T, Now, Settings).Lines()];
    }
}
