using System.Globalization;
using Fairload.App.DataProtection;
using Fairload.Core.Access;
using Fairload.Core.DataProtection;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.DataProtection;

/// <summary>The council decides how long records of one kind are kept.</summary>
[Needs(Permission.ProtectData)]
internal sealed class AgreeRetention(RetentionDesk desk) : PageModel
{
    [BindProperty] public string? Months { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public int Version { get; set; }

    public RetentionRule Rule { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string kind, CancellationToken stop)
    {
        if (!await Found(kind, stop)) return NotFound();
        (Months, Reason) = (Rule.Months.ToString(CultureInfo.InvariantCulture), Rule.Reason);
        return Page();
    }

    public async Task<IActionResult> OnPost(string kind, CancellationToken stop)
    {
        if (!await Found(kind, stop)) return NotFound();
        int? months = int.TryParse(Months?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        var agreed = await desk.Agree(Rule.Kind, months, Reason, Version, HttpContext.Reader!, stop);
        return agreed.Try(out _, out var problems) ? Redirect("/data-protection") : this.Again(problems);
    }

    private async Task<bool> Found(string kind, CancellationToken stop)
    {
        if ((await desk.Rules(stop)).FirstOrDefault(r => r.Kind.ToString() == kind) is not { } rule) return false;
        Rule = rule;
        return true;
    }
}
