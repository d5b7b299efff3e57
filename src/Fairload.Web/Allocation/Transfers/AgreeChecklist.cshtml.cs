using Fairload.App.Allocation.Transfers;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Transfers;

/// <summary>One line as typed.</summary>
internal sealed class ChecklistLine
{
    public string? Type { get; set; }
    public TransferSide Side { get; set; }
    public string? Says { get; set; }
}

/// <summary>Enters a new version of the checklist. It begins as the one in force.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeChecklist(ChecklistDesk desk) : PageModel
{
    private const int BlankRows = 3;

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? AgreedBy { get; set; }
    [BindProperty] public DateOnly? LiveFrom { get; set; }
    [BindProperty] public List<ChecklistLine> Rows { get; set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var now = (await desk.InForce(HttpContext.Reader!, stop)).InForce;
        Name = now.IsExample ? "" : now.Name;
        Rows =
        [
            .. now.Rows.Select(r => new ChecklistLine { Type = r.TypeCode, Side = r.Side, Says = r.Says }),
            .. Enumerable.Range(0, BlankRows).Select(_ => new ChecklistLine()),
        ];
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (LiveFrom is null) return this.Again([new("LiveFrom", $"Enter the day from which they count")]);
        if (!ModelState.IsValid) return this.Again([]);
        var rows = Rows.Where(r => !string.IsNullOrWhiteSpace(r.Says))
            .Select(r => new ChecklistRow(
                string.IsNullOrWhiteSpace(r.Type) ? ReservedFunctions.AnyType : r.Type.Trim(), r.Side, Written.Clean(r.Says)));
        var draft = new TransferChecklist("new", Written.Clean(Name), Written.Clean(AgreedBy), LiveFrom.Value, false, [.. rows]);
        var agreed = await desk.Agree(draft, HttpContext.Reader!, stop);
        return agreed.Try(out _, out var refused) ? Redirect("/settings/transfers") : this.Again(refused);
    }
}
