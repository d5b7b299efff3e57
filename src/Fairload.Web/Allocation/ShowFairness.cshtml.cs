using Fairload.App.Allocation;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Fairload.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation;

/// <summary>How evenly loads lay over six months, for whoever sees the loads.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ShowFairness(FairnessDesk desk, CouncilSettings settings, Catalogue T) : PageModel
{
    /// <summary>The id of a team, or <c>service:</c> and its name; empty until one is chosen.</summary>
    [BindProperty(SupportsGet = true)] public string? Where { get; set; }

    public FairnessView? View { get; private set; }
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public CouncilSettings Settings { get; } = settings;

    /// <summary>Bands in which anybody stood in these months.</summary>
    public IReadOnlyList<Band> Bands => [.. View!.Points.SelectMany(p => p.TierThree).Select(b => b.Band).Distinct().Order()];

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var teams = await desk.Teams(reader, stop);
        var sight = reader.SightFor(Permission.SeeLoads);
        Places =
        [
            new(T["Choose a team or service"], ""),
            .. teams.Select(t => t.Service).Where(s => s.Length > 0 && (sight.Everything || sight.Services.Contains(s))).Distinct()
                .Order(StringComparer.CurrentCulture)
                .Select(s => new SelectListItem(T["Service: {0}", s], ShowWaiting.OfService(s))),
            .. teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())),
        ];
        if (string.IsNullOrEmpty(Where)) return Page();
        if (Places.All(p => p.Value != Where)) return NotFound();

        Id<Team>? team = Id<Team>.TryParse(Where, out var id) ? id : null;
        View = await desk.Of(reader, team, ShowWaiting.ServiceIn(Where), stop);
        return View is null ? NotFound() : Page();
    }

    /// <summary>A line of one figure, 0 to 1, over the months; null where it is never known.</summary>
    public StepLine? Line(string id, string title, Func<Core.Allocation.FairnessPoint, double?> figure)
    {
        var points = View!.Points.Select(p => new StepPoint(p.AsOf, figure(p) is { } known ? (decimal)known * 100 : null)).ToList();
        return points.All(p => p.Percent is null) ? null
            : new(id, points, View.Today, title, T["The same figures stand in the table below."], T.ShortDate);
    }

    public static double? Part(Core.Allocation.FairnessPoint point, Band band) =>
        point.TierThree.FirstOrDefault(b => b.Band == band)?.Part ?? (point.TierThree.Any(b => b.Part is not null) ? 0 : null);
}
