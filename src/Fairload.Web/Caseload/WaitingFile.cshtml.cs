using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

/// <summary>The waiting lists, whole, for a spreadsheet. Taking them is noted.</summary>
[Needs(Permission.SeeWaiting)]
internal sealed class WaitingFile(WaitingDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    /// <summary>As on the page of the lists.</summary>
    [BindProperty(SupportsGet = true)] public string? Where { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        Id<Team>? team = Id<Team>.TryParse(Where, out var id) ? id : null;
        var service = ShowWaiting.ServiceIn(Where);
        if (team is null && service is null && !string.IsNullOrEmpty(Where)) return NotFound();

        var waiting = await desk.Waiting(HttpContext.Reader!, team, service, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "waiting", "", stop);
        return CsvFile.Of("waiting.csv", waiting.All.Select(Line).Prepend(
        [
            T["Case"], T["Type"], T["Tier"], T["Points"], T["Team"], T["Where"], T["List"], T["Why"], T["Waits since"], T["Working days"],
        ]));
    }

    private string[] Line(WaitingCase one) =>
    [
        one.Reference, CaseWords.Type(T, one.TypeCode), CaseWords.Tier(T, one.Tier), T.Number(one.Points), one.Team,
        CaseWords.Place(T, one.Place), CaseWords.List(T, one.List), CaseWords.Why(T, one.List, one.Reason, one.Holder),
        CaseWords.Since(T, one.Since, one.SinceIsKnown), one.WorkingDays is { } days ? T.Number(days) : T["not known"],
    ];
}
