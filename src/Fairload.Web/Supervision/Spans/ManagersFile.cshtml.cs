using Fairload.App.Audit;
using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Spans;

/// <summary>The same for a spreadsheet. Taking it is noted.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class ManagersFile(ManagersDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var view = await desk.All(HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "managers", "", stop);
        return CsvFile.Of("managers.csv", view.Managers.Select(Line).Prepend(
        [
            T["Manager"], T["Service"], T["Teams"], T["People"], T["FTE"], T["Newly qualified"], T["Agency"], T["Students"],
            T["Own cases"], T["Decisions"], T["Transfers out"], T["Transfers in"], T["Supervision due"], T["Supervision late"],
            T["Sessions a month"], T["Vacant posts"],
        ]));
    }

    private string[] Line(ManagerLine line) =>
    [
        line.Worker.Name, ManagerWords.Service(T, line), ManagerWords.Teams(T, line), T.Number(line.Span.People),
        ManagerWords.Fte(T, line), T.Number(line.Span.NewlyQualified), T.Number(line.Span.Agency), T.Number(line.Span.Students),
        T.Number(line.Cases), ManagerWords.Decided(T, line), T.Number(line.TransfersOut), T.Number(line.TransfersIn),
        T.Number(line.Span.Due), T.Number(line.Span.Late), ManagerWords.Sessions(T, line), ManagerWords.Vacant(T, line),
    ];
}
