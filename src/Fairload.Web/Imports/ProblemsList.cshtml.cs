using System.Globalization;
using Fairload.App.Audit;
using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>All problems of one import as a text file, to be sent to whoever keeps the system that the extract came from.</summary>
[Needs(Permission.Import)]
internal sealed class ProblemsList(ImportDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(Id<ImportRun> id, CancellationToken stop)
    {
        if (await desk.Find(id, HttpContext.Reader!, stop) is not { } look) return NotFound();

        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "import", id.ToString(), "problems", stop);
        var lines = look.Outcome.Problems.OrderBy(p => p.Severity, StringComparer.Ordinal).Select(Line);
        return CsvFile.Of("problems.csv", lines.Prepend([T["Sheet"], T["Row"], T["Column"], T["How it was taken"], T["What to look at"]]));
    }

    private string[] Line(ImportProblem p) =>
    [
        p.Sheet, p.Row?.ToString(CultureInfo.InvariantCulture) ?? "", p.Column,
        p.Severity == "error" ? T["left out"] : T["kept, with a remark"], ImportWords.Says(T, p),
    ];
}
