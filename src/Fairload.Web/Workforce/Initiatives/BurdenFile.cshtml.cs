using Fairload.App.Audit;
using Fairload.App.Workforce.Initiatives;
using Fairload.Core.Access;
using Fairload.Core.Workforce.Initiatives;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Initiatives;

/// <summary>The hours that are asked of each team, a row a team and month. Taking it is noted.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class BurdenFile(InitiativeDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var view = await desk.All(HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "burden", "", stop);
        return CsvFile.Of("burden.csv", view.Burden.SelectMany(line => line.Months.Select(month => Line(line, month))).Prepend(
        [
            T["Service"], T["Team"], T["People"], T["When"], T["Initiatives"], T["Hours"], T["for each FTE"],
        ]));
    }

    private string[] Line(BurdenLine line, Burden month) =>
    [
        line.Team.Service, line.Team.Name, T.Number(line.Of.People), InitiativeWords.Month(T, month), T.Number(month.Running),
        InitiativeWords.Hours(T, month), InitiativeWords.PerFte(T, month),
    ];
}
