using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>The people of a team with their loads, as the page shows them, for a spreadsheet. Taking it is noted.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class TeamFile(TeamDesk desk, CouncilSettings settings, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(Id<Team> id, CancellationToken stop)
    {
        if (await desk.Team(id, HttpContext.Reader!, stop) is not { } team) return NotFound();

        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "team", id.ToString(), stop);
        return CsvFile.Of($"{team.Team.Name}.csv", team.Members.Select(m => Line(m, team)).Prepend(Headers(team)));
    }

    private string[] Headers(TeamView team) =>
    [
        T["Person"], T["FTE"], T["Band"], T["Per cent of capacity"], T["Points"], T["Points, at least"], T["Points, at most"],
        T["Capacity"], T["Cases"], T["Not scored"], T["Came in 28 days"], T["Went in 28 days"],
        T["Weeks over, of {0}", team.WeeksLooked], T["As of"],
    ];

    private string[] Line(TeamMember member, TeamView team)
    {
        var (worker, load) = (member.Person.Worker, member.Person.Load);
        return
        [
            worker.Name, LoadWords.Fte(T, worker, settings), LoadWords.Band(T, load.Band),
            load.Percent is { } percent ? T.Number(percent.Value) : T["not known"],
            T.Number(load.Points), T.Number(load.Low), T.Number(load.High), load.Capacity is { } room ? T.Number(room) : T["not known"],
            T.Number(load.Cases), T.Number(load.Unscored), T.Number(member.Gained), T.Number(member.Given), T.Number(member.RedWeeks),
            team.AsOf.Oldest is { } day ? T.Date(day) : T["not known"],
        ];
    }
}
