using Fairload.App.Caseload.Plans;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload.Plans;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>Everybody over the line for whom the reader plans, what is late first.</summary>
[Needs(Permission.PlanLoads)]
internal sealed class ListOverTheLine(LoadPlanDesk desk, CouncilSettings settings, Catalogue T) : PageModel
{
    public OverView View { get; private set; } = null!;
    public CouncilSettings Settings { get; } = settings;

    /// <summary>What is late, what is to be done, what runs; each in name order.</summary>
    public IEnumerable<(string Title, IReadOnlyList<OverLine> Lines)> Groups => new (string, IReadOnlyList<OverLine>)[]
    {
        (T["Late"], [.. View.With(PlanNeed.MissingLate, PlanNeed.Overdue)]),
        (T["Needs a plan"], [.. View.With(PlanNeed.Missing)]),
        (T["A plan runs"], [.. View.With(PlanNeed.Running)]),
        (T["Below the line again"], [.. View.With(PlanNeed.CanEnd)]),
    }.Where(g => g.Item2.Count > 0);

    public async Task OnGet(CancellationToken stop) => View = await desk.Over(HttpContext.Reader!, stop);
}
