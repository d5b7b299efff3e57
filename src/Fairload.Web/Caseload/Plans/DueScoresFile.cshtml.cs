using Fairload.App.Audit;
using Fairload.App.Caseload.Plans;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>Scores to be looked at again for a spreadsheet. Taking it is noted.</summary>
[Needs(Permission.ScoreCases)]
internal sealed class DueScoresFile(ScoreQuestionDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var lines = await desk.Due(HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "scores due", "", stop);
        return CsvFile.Of("scores-due.csv", lines.Select(l => new[]
        {
            l.Reference, CaseWords.Type(T, l.TypeCode), l.Holder.Name, l.Team?.Name ?? "", ListDueScores.Why(T, l),
        }).Prepend([T["Case"], T["Type"], T["Held by"], T["Team"], T["Why"]]));
    }
}
