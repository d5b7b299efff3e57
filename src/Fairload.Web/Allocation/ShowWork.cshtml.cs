using Fairload.App.Allocation;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation;

/// <summary>All open work by tier against who has it in hand, and the level of staff that it needs.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ShowWork(WorkByTierDesk desk, CouncilSettings settings, Catalogue T) : PageModel
{
    /// <summary>So many cases that are not safely held are named; of more it is said how many.</summary>
    public const int MostNamed = 50;

    /// <summary>The id of a team, or <c>service:</c> and its name; empty for everything.</summary>
    [BindProperty(SupportsGet = true)] public string? Where { get; set; }

    public WorkByTierView View { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public CouncilSettings Settings { get; } = settings;

    /// <summary>Approvals get a column only where the statement reserves anything for them.</summary>
    public IReadOnlyList<WorkLevel> Levels => View.Statement.Rows.Any(r => WorkLevel.Approved.IsNamed(r.MayHold))
        ? [WorkLevel.Experienced, WorkLevel.NewlyQualified, WorkLevel.NotRegistered, WorkLevel.Approved]
        : [WorkLevel.Experienced, WorkLevel.NewlyQualified, WorkLevel.NotRegistered];

    public static IReadOnlyList<InHandOf> Hands { get; } =
        [InHandOf.Experienced, InHandOf.NewlyQualified, InHandOf.NotRegistered, InHandOf.Manager, InHandOf.Nobody];

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var teams = await desk.Teams(reader, stop);
        Places =
        [
            new(T["Everything that you may see"], ""),
            .. teams.Select(t => t.Service).Where(s => s.Length > 0).Distinct().Order(StringComparer.CurrentCulture)
                .Select(s => new SelectListItem(T["Service: {0}", s], ShowWaiting.OfService(s))),
            .. teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())),
        ];
        if (Where is { Length: > 0 } && Places.All(p => p.Value != Where)) return NotFound();

        Id<Team>? team = Id<Team>.TryParse(Where, out var id) ? id : null;
        View = await desk.Work(reader, team, ShowWaiting.ServiceIn(Where), stop);
        return Page();
    }
}
