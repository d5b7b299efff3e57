using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>One's own time-use week. Nothing of it is written to the audit trail.</summary>
[Needs(Permission.RecordTimeUse)]
internal sealed class OwnTime(TimeUseDesk desk) : PageModel
{
    [BindProperty] public List<string?> Hours { get; set; } = [];

    public IReadOnlyList<OwnTimeUse> Weeks { get; private set; } = [];

    /// <summary>The one that is asked for, or the first; null where none is open.</summary>
    public OwnTimeUse? Week { get; private set; }
    public string? Done { get; private set; }

    /// <summary>What was typed; before that what is kept, blank for none.</summary>
    public string Typed(int at)
    {
        if (Hours.Count > 0) return at < Hours.Count ? Hours[at] ?? "" : "";
        var half = Week?.Mine?.At((Activity)(at / TimeUse.Days), at % TimeUse.Days) ?? 0;
        return half == 0 ? "" : (half / 2m).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task OnGet(DateOnly? week, string? done, CancellationToken stop)
    {
        await Load(week, stop);
        Done = done;
    }

    public async Task<IActionResult> OnPostSave(DateOnly? week, CancellationToken stop)
    {
        await Load(week, stop);
        if (week is not { } on) return this.Again([new("", $"This week takes no entries any more. Nothing was changed")]);
        var saved = await desk.Save(on, Hours, HttpContext.Reader!, stop);
        return saved.Try(out _, out var problems) ? Redirect($"/workplace/time?Week={on:yyyy-MM-dd}&done=saved") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostWithdraw(DateOnly? week, CancellationToken stop)
    {
        await Load(week, stop);
        if (week is not { } on) return this.Again([new("", $"This week takes no entries any more. Nothing was changed")]);
        var gone = await desk.Withdraw(on, HttpContext.Reader!, stop);
        return gone.Try(out _, out var problems) ? Redirect($"/workplace/time?Week={on:yyyy-MM-dd}&done=withdrawn") : this.Again(problems);
    }

    private async Task Load(DateOnly? week, CancellationToken stop)
    {
        Weeks = await desk.Mine(HttpContext.Reader!, stop);
        Week = Weeks.FirstOrDefault(w => w.Round.WeekOn == week) ?? (Weeks.Count > 0 ? Weeks[0] : null);
    }
}
