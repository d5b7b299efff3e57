using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

/// <summary>One factor as typed.</summary>
internal sealed class FactorLine
{
    public string? Name { get; set; }
    public string? Help { get; set; }
    public string? One { get; set; }
    public string? Two { get; set; }
    public string? Three { get; set; }

    /// <summary>What somebody wrote is the council's own: no placeholder any more.</summary>
    public Factor Read() => new((Name ?? "").Trim(), (Help ?? "").Trim(), [One ?? "", Two ?? "", Three ?? ""], IsPlaceholder: false);
}

/// <summary>Thinks out new factors by which cases of children or of adults are scored; they count once the draft is entered.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeFactors(SettingsDesk desk, SettingsDraftDesk drafts) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public List<FactorLine> Factors { get; set; } = [];

    /// <summary>The version of the draft that was shown; 0 for none.</summary>
    [BindProperty] public int Seen { get; set; }

    public Area Area { get; private set; }

    public async Task OnGet(Area area, CancellationToken stop)
    {
        Area = area;
        var draft = await drafts.Factors(area, HttpContext.Reader!, stop);
        Seen = draft?.Drafted.Version ?? 0;
        var now = draft?.Drafted.Draft ?? (await desk.InForce(HttpContext.Reader!, stop)).FactorSets.Single(s => s.Area == area);
        Name = now.IsExample ? "" : now.Name;
        Factors =
        [
            .. now.Factors.Select(f => new FactorLine
            {
                Name = f.Name, Help = f.Help, One = f.Descriptors[0], Two = f.Descriptors[1], Three = f.Descriptors[2],
            }),
        ];
    }

    public async Task<IActionResult> OnPost(Area area, CancellationToken stop)
    {
        Area = area;
        if (!ModelState.IsValid) return this.Again([]);
        var draft = new FactorSet("draft", area, Name ?? "", "", default, false, [.. Factors.Select(f => f.Read())]);
        return (await drafts.Keep(draft, Seen, HttpContext.Reader!, stop)).Try(out _, out var refused)
            ? Redirect($"/settings/factors/{area}/draft") : this.Again(refused);
    }
}
