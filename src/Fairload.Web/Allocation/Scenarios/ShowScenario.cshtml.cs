using Fairload.App.Allocation.Scenarios;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Scenarios;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Scenarios;

/// <summary>One person's loads, as they are and in each scenario.</summary>
internal sealed record ScenarioRow(string Name, Percent? Now, IReadOnlyList<Percent?> Then);

/// <summary>What comes of a scenario, beside how it is and beside another.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ShowScenario(ScenarioDesk desk, CouncilSettings settings, Catalogue T) : PageModel
{
    /// <summary>Another scenario of the same place.</summary>
    [BindProperty(SupportsGet = true)] public string? With { get; set; }

    public ScenarioView View { get; private set; } = null!;
    public CouncilSettings Settings { get; } = settings;

    /// <summary>With nothing changed, then this one, then the one beside it.</summary>
    public IReadOnlyList<(string Name, Outcome Outcome)> Columns =>
    [
        (T["As it is, with what waits shared out"], View.AsIs), (View.Line.Scenario.Name, View.Then),
        .. View is { Beside: { } beside, ThenBeside: { } then } ? [(beside.Scenario.Name, then)] : Array.Empty<(string, Outcome)>(),
    ];

    public IReadOnlyList<SelectListItem> Others =>
        [new(T["Nothing"], ""), .. View.Others.Select(s => new SelectListItem(s.Name, s.Id.ToString(), s.Id.ToString() == With))];

    /// <summary>Those who are there now in name order, then those who come.</summary>
    public IReadOnlyList<ScenarioRow> Rows
    {
        get
        {
            var outcomes = Columns.Select(c => c.Outcome).ToList();
            var now = View.Now.Select(p => new ScenarioRow(p.Worker.Name, p.Load.Percent, [.. outcomes.Select(o => o.Of(p.Worker.Id))]));
            var known = View.Now.Select(p => p.Worker.Id).ToHashSet();
            var come = outcomes.Index().SelectMany(o => o.Item.Told.People.Where(p => !known.Contains(p.Worker.Id))
                .Select((p, n) => new ScenarioRow(
                    T["New person {0}", n + 1], null, [.. outcomes.Select((_, at) => at == o.Index ? p.After : (Percent?)null)])));
            return [.. now, .. come];
        }
    }

    public LoadBar Bar(Percent load) => new([new('a', load.Value)], null, null, LoadBar.ScaleFor(
        Rows.SelectMany(r => r.Then.Append(r.Now)).Select(p => p?.Value)));

    public async Task<IActionResult> OnGet(Id<Scenario> id, CancellationToken stop)
    {
        Id<Scenario>? with = Id<Scenario>.TryParse(With, out var other) && !string.IsNullOrEmpty(With) ? other : null;
        if (await desk.Show(id, with, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostForget(Id<Scenario> id, CancellationToken stop) =>
        await desk.Forget(id, HttpContext.Reader!, stop) ? Redirect("/scenarios") : NotFound();

    /// <summary>What is otherwise, one sentence each.</summary>
    public IEnumerable<string> Changes()
    {
        var what = View.What;
        string Name(Id<Worker> id) =>
            View.Named.TryGetValue(id, out var worker) ? worker.Name : T["somebody who is not on the staff list any more"];
        foreach (var gone in what.Gone) yield return T["{0} is gone.", Name(gone)];
        if (what.LevelGone is { } level) yield return T["Everybody of this level is gone: {0}.", WorkWords.Level(T, level)];
        if (what.Leave is { } leave) yield return T["{0} is on leave from {1} to {2}.", Name(leave.Worker), leave.From, leave.To];
        if (what.New is { } come)
        {
            yield return T.Count(
                come.Count, "{0} person comes: {1}, FTE {2}.", "{0} people come: {1}, FTE {2} each.", WorkWords.Level(T, come.Level),
                T.Number(come.Fte));
        }

        if (what.Weights is { } weights) yield return T["The weights are {0}.", weights];
        if (what.OverFrom is { } over) yield return T["The ceiling for new work is {0}%.", T.Number(over)];
        if (what.NewCasesAWeek is { } most) yield return T["At most {0} new cases come to each in a week.", most];
    }
}
