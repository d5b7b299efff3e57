using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision;

/// <summary>Supervision and meetings in figures, by team and service, over days that the reader chooses.</summary>
[Needs(Permission.SeeSupervisionFigures)]
internal sealed class ShowFigures(SupervisionFiguresDesk desk, TimeProvider clock) : PageModel
{
    private const int MonthsAtFirst = 6;
    private const int MostYears = 5;

    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    public CouncilSupervision? Figures { get; private set; }

    /// <summary>The teams in name order, then the service as a whole.</summary>
    public static IEnumerable<FigureRow> Rows(ServiceFigures service, Catalogue T)
    {
        foreach (var team in service.Teams)
            yield return new(team.Team.Name, team.Supervision, team.Meetings.IsLogged ? T.Number(team.Meetings.Held) : T["not known"]);

        var isKnown = service.TeamCount > service.TeamsNotKnown;
        yield return new(T["All together"], service.Supervision, isKnown ? T.Number(service.MeetingsHeld) : T["not known"]);
    }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Again([]);
        To ??= clock.UkToday;
        From ??= To.Value.AddMonths(-MonthsAtFirst).AddDays(1);
        if (From > To) return this.Again([new("To", $"The last day is before the first; enter a later one")]);
        if (From.Value.AddYears(MostYears) < To)
            return this.Again([new("From", $"These are more than five years; enter a later first day")]);
        Figures = await desk.Of(From.Value, To.Value, HttpContext.Reader!, stop);
        return Page();
    }
}

/// <summary>One row of the table of a service.</summary>
internal sealed record FigureRow(string Name, SupervisionFigures Supervision, string Meetings);
