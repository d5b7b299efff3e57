using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeLoads)]
internal sealed class ListTeams(TeamDesk desk, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public DateOnly Today { get; } = clock.UkToday;

    public IEnumerable<IGrouping<string, Team>> Services =>
        Teams.Where(t => t.Exists(Today)).GroupBy(t => t.Service).OrderBy(g => g.Key, StringComparer.CurrentCulture);

    public IEnumerable<Team> Ended => Teams.Where(t => !t.Exists(Today));

    public async Task OnGet(CancellationToken stop) => Teams = await desk.Teams(HttpContext.Reader!, stop);
}
