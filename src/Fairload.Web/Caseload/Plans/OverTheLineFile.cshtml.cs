using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.App.Caseload.Plans;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>Loads over the line and their plans for a spreadsheet, without what anybody wrote. Taking it is noted.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class OverTheLineFile(LoadPlanDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var view = await desk.Over(HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "over the line", "", stop);
        return CsvFile.Of("over-the-line.csv", view.Lines.Select(Line).Prepend(
        [
            T["Person"], T["Team"], T["Per cent of capacity"], T["Over since"], T["Weeks over, of {0}", RedWeeks.WeeksLooked], T["Plan"],
            T["Below the line by"], T["What the worker says"],
        ]));
    }

    private string[] Line(OverLine line) =>
    [
        line.Person.Worker.Name, line.Person.Team?.Team.Name ?? "",
        line.Person.Load.Percent is { } percent ? T.Number(percent.Value) : T["no capacity"], PlanWords.Since(T, line),
        T.Number(line.RedWeeks), PlanWords.Standing(T, line.Standing), line.Plan is { } plan ? T.Date(plan.BelowBy) : "",
        line.Plan is { } said ? PlanWords.Answer(T, said.Answer) : "",
    ];
}
