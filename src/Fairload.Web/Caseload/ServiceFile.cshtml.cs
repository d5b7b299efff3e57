using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>The teams of a service side by side, in name order, for a spreadsheet. Taking it is noted.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ServiceFile(ServiceDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(string name, CancellationToken stop)
    {
        if (await desk.Service(name, HttpContext.Reader!, stop) is not { } service) return NotFound();

        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "service", service.Service, stop);
        return CsvFile.Of($"{service.Service}.csv", service.Teams.Select(t => Line(t, service)).Prepend(Headers(service)));
    }

    private string[] Headers(ServiceView service) =>
    [
        T["Team"], T["People"], .. Enum.GetValues<Band>().Select(b => T["People: {0}", LoadWords.Band(T, b)]), T["Cases"], T["Not scored"],
        T["Due a new score"], T["Waiting"], T["Oldest, working days"], T["Weeks over, people × {0}", service.WeeksLooked], T["Points"],
        T["Capacity"], T["People whose hours are not known"], T["As of"],
    ];

    private string[] Line(TeamRow row, ServiceView service) =>
    [
        row.Team.Name, T.Number(row.People), .. Enum.GetValues<Band>().Select(b => T.Number(row.Bands.GetValueOrDefault(b))),
        T.Number(row.Cases), T.Number(row.Unscored), T.Number(row.StaleScores), T.Number(row.Waiting),
        TeamWords.LongestWait(T, row), T.Number(row.RedWeeks), T.Number(row.Points), T.Number(row.Capacity), T.Number(row.CapacityNotKnown),
        service.AsOf.Oldest is { } day ? T.Date(day) : T["not known"],
    ];
}
