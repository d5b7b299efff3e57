using Fairload.App.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

/// <summary>The end of every page of a draft: it is entered as agreed, or not wanted any more.</summary>
internal abstract class EnterDraft(SettingsDraftDesk drafts) : PageModel
{
    [BindProperty] public string? AgreedBy { get; set; }
    [BindProperty] public DateOnly? LiveFrom { get; set; }

    /// <summary>The version of the draft that was shown.</summary>
    [BindProperty] public int Seen { get; set; }

    protected async Task<IActionResult> Enter(DraftKind kind, string place, CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Again([]);
        if (LiveFrom is not { } from) return this.Again([new("LiveFrom", $"Enter the day from which they count")]);
        var entered = await drafts.Enter(kind, Seen, AgreedBy ?? "", from, HttpContext.Reader!, stop);
        return entered.Try(out var code, out var refused)
            ? Redirect($"/settings?agreed={Uri.EscapeDataString(code)}#{place}") : this.Again(refused);
    }

    protected async Task<IActionResult> Drop(DraftKind kind, CancellationToken stop)
    {
        var dropped = await drafts.Drop(kind, Seen, HttpContext.Reader!, stop);
        return dropped.Try(out _, out var refused) ? Redirect("/settings") : this.Again(refused);
    }
}
