using System.Globalization;
using System.Text;
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

        var lines = look.Outcome.Problems.OrderBy(p => p.Severity, StringComparer.Ordinal)
            .Select(p =>
                Line(p.Sheet, p.Row?.ToString(CultureInfo.InvariantCulture) ?? "", p.Column, p.Severity == "error" ? T["left out"]
                : T["kept, with a remark"], ImportWords.Says(T, p)));
        var text = string.Concat(lines.Prepend(Line(T["Sheet"], T["Row"], T["Column"], T["How it was taken"], T["What to look at"])));
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "import", id.ToString(), "problems", stop);

        // With a mark at the front, because a spreadsheet takes the letters of Welsh names for something else without it.
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "problems.csv");
    }

    private static string Line(params string[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>What begins like a formula would be run by the spreadsheet that opens the file: an apostrophe in front keeps it
    /// text.</summary>
    private static string Cell(string text)
    {
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text
            : text;
        return safe.Any(c => c is ',' or '"' or '\r' or '\n' or ';' or '\'')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
