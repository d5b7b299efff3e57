using System.Text.Json;
using Fairload.App.Audit;
using Fairload.App.Imports.Sheets;
using Fairload.App.Surveys.Results;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Fairload.Web.Serve;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Results;

/// <summary>The results as a file: the same figures as on the pages, no single answers. Taking one is noted.</summary>
[Needs(Permission.SeeEditions)]
internal sealed class ResultFile(ResultDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>csv, xlsx, ods, json or codebook.</summary>
    [BindProperty(SupportsGet = true)] public string? As { get; set; }

    [BindProperty(SupportsGet = true, Name = "edition")] public Edition For { get; set; }

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (As is not ("csv" or "xlsx" or "ods" or "json" or "codebook") || !ModelState.IsValid) return NotFound();
        if (await desk.Show(id, For, HttpContext.Reader!, stop) is not { } view) return NotFound();
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "survey results", id.ToString(), stop);
        return As switch
        {
            "csv" => CsvFile.Of(
                "results.csv", ResultSheet.Rows(T, view).Select(r => r.Select(ResultSheet.Text)).Prepend(ResultSheet.Headers)),
            "codebook" => CsvFile.Of("codebook.csv", ResultSheet.Codebook(T, view)),
            "json" => File(JsonSerializer.SerializeToUtf8Bytes(ResultJson.Of(view), Words.JsonShape), "application/json", "results.json"),
            "ods" => File(ResultBook.Of(T, view, isOpenDocument: true), OdsWriter.MediaType, "results.ods"),
            _ => File(ResultBook.Of(T, view, isOpenDocument: false), Workbook, "results.xlsx"),
        };
    }
}
