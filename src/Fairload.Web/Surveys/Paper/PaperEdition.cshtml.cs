using System.Globalization;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Paper;

/// <summary>A questionnaire to print: the same sheet for everybody of a unit, without number or code, in one language or both.</summary>
[Needs(Permission.SeeSurveyPlans)]
internal sealed class PaperEdition(RoundReading rounds) : PageModel
{
    private const string BothLanguages = "both";

    /// <summary>en, cy or both.</summary>
    [BindProperty(SupportsGet = true)] public string? In { get; set; }

    /// <summary>Number of the unit that is printed; empty for a list in which one is ticked.</summary>
    [BindProperty(SupportsGet = true)] public string? Unit { get; set; }

    public RoundView View { get; private set; } = null!;
    public RoundUnit? Team { get; private set; }

    /// <summary>In which the sheet is printed, the first one first.</summary>
    public IReadOnlyList<Catalogue> Printed =>
        [.. Language.All.Where(l => In == l.Code || In is not ("en" or "cy")).Select(l => new Catalogue(l))];

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await rounds.Show(id, HttpContext.Reader!, stop) is not { Round.State: not RoundState.Cancelled } view) return NotFound();
        View = view;
        var problems = new List<Problem>();
        if (In is not (null or "" or "en" or "cy" or BothLanguages))
            problems.Add(new("In", $"Choose English, Welsh or both"));
        Team = view.Units.FirstOrDefault(u => u.Number.ToString(CultureInfo.InvariantCulture) == Unit);
        if (Team is null && !string.IsNullOrEmpty(Unit))
            problems.Add(new("Unit", $"There is no such team in this round. Choose one of the list, or let people tick theirs"));
        return problems.Count > 0 ? this.Again(problems) : Page();
    }
}
