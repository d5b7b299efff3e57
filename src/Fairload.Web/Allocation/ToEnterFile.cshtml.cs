using Fairload.App.Allocation;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>The keying list for a spreadsheet. Taking it is noted.</summary>
[Needs(Permission.SeeWaiting)]
internal sealed class ToEnterFile(ToEnterDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var lines = await desk.All(HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "allocations to enter", "", stop);
        return CsvFile.Of("allocations-to-enter.csv", ToEnterSheet.Lines(T, lines));
    }
}
