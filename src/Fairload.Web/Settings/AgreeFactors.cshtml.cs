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

/// <summary>Enters a new version of the factors by which cases of children or of adults are scored.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeFactors(SettingsDesk desk) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? AgreedBy { get; set; }
    [BindProperty] public DateOnly? LiveFrom { get; set; }
    [BindProperty] public List<FactorLine> Factors { get; set; } = [];

    public Area Area { get; private set; }

    public async Task OnGet(Area area, CancellationToken stop)
    {
        Area = area;
        var now = (await desk.InForce(HttpContext.Reader!, stop)).FactorSets.Single(s => s.Area == area);
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
        if (LiveFrom is not { } from) return this.Again([new("LiveFrom", $"Enter the day from which they count")]);

        var draft = new FactorSet("new", area, Name ?? "", AgreedBy ?? "", from, false, [.. Factors.Select(f => f.Read())]);
        var agreed = await desk.Agree(draft, HttpContext.Reader!, stop);
        return agreed.Try(out var set, out var refused)
            ? Redirect($"/settings?agreed={Uri.EscapeDataString(set.Code)}#factors")
            : this.Again(refused);
    }
}
