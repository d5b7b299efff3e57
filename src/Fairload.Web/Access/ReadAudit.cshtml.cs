using Fairload.App.Audit;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Access;

[Needs(Permission.SeeAudit)]
internal sealed class ReadAudit(AuditTrail audit, Catalogue words) : PageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? Day { get; set; }
    [BindProperty(SupportsGet = true)] public string? Deed { get; set; }
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public int? At { get; set; }

    public AuditPage Shown { get; private set; } = new([], 0, 1, 1);

    public IReadOnlyList<SelectListItem> Deeds =>
    [
        new(words["everything"], ""),
        .. Enum.GetValues<AuditAction>().Select(a => new SelectListItem(RoleWords.Of(words, a), a.ToString()))
            .OrderBy(i => i.Text, StringComparer.CurrentCulture),
    ];

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var which = Enum.GetValues<AuditAction>().Where(a => a.ToString() == Deed).Select(a => (AuditAction?)a).FirstOrDefault();
        Shown = await audit.Look(Day, which, Kind, At ?? 1, stop);
        return ModelState.IsValid ? Page() : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>The same filter on another page.</summary>
    public string Link(int page)
    {
        var parts = new List<string> { $"At={page}" };
        if (Day is { } day) parts.Add($"Day-day={day.Day}&Day-month={day.Month}&Day-year={day.Year}");
        if (!string.IsNullOrEmpty(Deed)) parts.Add($"Deed={Uri.EscapeDataString(Deed)}");
        if (!string.IsNullOrEmpty(Kind)) parts.Add($"Kind={Uri.EscapeDataString(Kind)}");
        return "/audit?" + string.Join('&', parts);
    }
}
