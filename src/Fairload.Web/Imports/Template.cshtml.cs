using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>An empty workbook to fill in, with a sheet that explains each column.</summary>
[Needs(Permission.Import)]
internal sealed class Template(MatchingDesk desk, PracticeWords words) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGet(string kind, CancellationToken stop)
    {
        using var to = new MemoryStream();
        if (kind == "staff") Templates.Staff(to);
        else if (kind == "cases") Templates.Cases(to);
        else if (kind == "measures") Templates.Measures(to);
        else if (kind == "actions") Templates.Actions(to);
        else if (kind == "supervision") Templates.Supervision(to);
        else if (kind == "meetings") Templates.Meetings(to);
        else if (kind == "supplement") Templates.Supplement(to, words);
        else if (Enum.TryParse<ImportKind>(kind, true, out var log) && log is not ImportKind.Scores) Templates.Log(to, log);
        else Templates.Scores(to, await desk.FactorNames(HttpContext.Reader!, stop));
        return File(to.ToArray(), Workbook, $"{kind}.xlsx");
    }
}
