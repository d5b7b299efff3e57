using Fairload.App.Allocation;
using Fairload.App.Allocation.Meetings;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Fairload.Web.Allocation.Meetings;
using Fairload.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation;

/// <summary>How much fairness so many moves of held cases would buy in a team, a service or the council.</summary>
[Needs(Permission.Allocate)]
internal sealed class ShowMoves(FrontierDesk desk, MeetingDesk meetings, CouncilSettings settings, Catalogue T) : PageModel
{
    /// <summary>What most people would call most of it.</summary>
    private const double Most = 0.8;

    /// <summary>A row has to buy so much more than the one above it.</summary>
    private const double Step = 0.04;

    /// <summary>As <see cref="PlaceChoice"/> writes it; empty until one is chosen.</summary>
    [BindProperty(SupportsGet = true)] public string? For { get; set; }

    public FrontierView? View { get; private set; }
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public CouncilSettings Settings { get; } = settings;

    /// <summary>From no moves to as many as help; of those that buy hardly more than the one before only the last.</summary>
    public IReadOnlyList<MovesView> Rows
    {
        get
        {
            var rows = new List<MovesView>();
            foreach (var (at, point) in View!.Found!.Points.Index())
                if (at == 0 || at == View.Found.Points.Count - 1 || point.Bought - rows[^1].Bought >= Step) rows.Add(point);
            return rows;
        }
    }

    public MovesLine Line => new(
        "moves", [.. Rows.Select(r => new MovesPoint(r.Moves, (decimal)r.Bought * 100))],
        T["Part of the possible fairness, by number of moves"], T["The same figures stand in the table below."], T["moves"]);

    public string Says() => View!.MostForLeast(Most) is { } point
        ? T.Count(point.Moves, "{0} move buys {1} of the possible fairness: the heaviest load goes from {2} to {3}.",
            "{0} moves buy {1} of the possible fairness: the heaviest load goes from {2} to {3}.", Part(point.Bought),
            T.Percent(View.Found!.Points[0].Heaviest), T.Percent(point.Heaviest))
        : T["No move of a held case would make it fairer."];

    public string Part(double part) => T.Percent(new((decimal)part));

    /// <summary>The next step: a meeting for the same people with at most as many moves.</summary>
    public string Begin(int moves) => $"/meetings/new?For={Uri.EscapeDataString(For!)}&MostMoves={moves}";

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var places = await meetings.Places(HttpContext.Reader!, stop);
        Places = [new(T["Choose a team, a service or the council"], ""), .. PlaceChoice.All(T, places)];
        if (string.IsNullOrEmpty(For)) return Page();
        if (PlaceChoice.Read(For) is not { } place) return NotFound();
        View = await desk.Of(place.Team, place.Service, HttpContext.Reader!, stop);
        if (View is null) return NotFound();
        if (View.AtWork is not null) Response.Headers["Refresh"] = "2";
        return Page();
    }

    public async Task<IActionResult> OnPostEnough(CancellationToken stop)
    {
        if (PlaceChoice.Read(For) is not { } place) return NotFound();
        if (!await desk.Enough(place.Team, place.Service, HttpContext.Reader!, stop)) return NotFound();
        return Redirect($"/allocation/moves?For={Uri.EscapeDataString(For!)}");
    }
}
