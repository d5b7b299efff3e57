using System.Globalization;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workforce.Reorganisations;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workforce.Reorganisations;

/// <summary>Prepares a reorganisation. Nothing changes before its day.</summary>
[Needs(Permission.Reorganise)]
internal sealed class PrepareReorganisation(ReorganisationDesk desk, Catalogue T) : PageModel
{
    private const int MostParts = 6;

    [BindProperty] public List<string> Teams { get; set; } = [];
    [BindProperty(SupportsGet = true)] public string? Team { get; set; }
    [BindProperty] public string? Into { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Names { get; set; }
    [BindProperty] public string? Service { get; set; }
    [BindProperty] public string? Employer { get; set; }
    [BindProperty] public DateOnly? On { get; set; }

    public ReorganisationKind Kind { get; private set; }
    public ReorganisationChoices Choices { get; private set; } = null!;

    /// <summary>The team that is split, once it is chosen.</summary>
    public Team? ToSplit { get; private set; }

    public static string PartOf(Worker person) => $"Part-{person.Id}";

    public IEnumerable<SelectListItem> TeamItems(string none) =>
        Choices.Teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())).Prepend(new(none, ""));

    public IEnumerable<SelectListItem> ServiceItems(string none) =>
        Choices.Services.Select(s => new SelectListItem(s, s)).Prepend(new(none, ""));

    public IEnumerable<SelectListItem> PartItems(Worker person)
    {
        var chosen = Part(person);
        return Enumerable.Range(0, MostParts).Select(n => new SelectListItem(
            T["to team {0} of your list", n + 1], n.ToString(CultureInfo.InvariantCulture), n == chosen));
    }

    public async Task<IActionResult> OnGet(string kind, CancellationToken stop)
    {
        await Load(kind, stop);
        return Kind == ReorganisationKind.Split && !string.IsNullOrEmpty(Team) && ToSplit is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(string kind, CancellationToken stop)
    {
        await Load(kind, stop);
        if (!Read().Try(out var asked, out var problems) || !ModelState.IsValid) return this.Again(problems ?? []);
        var prepared = await desk.Prepare(asked, HttpContext.Reader!, stop);
        return prepared.Try(out var one, out var refused) ? Redirect($"/reorganisations/{one.Id}") : this.Again(refused);
    }

    private async Task Load(string kind, CancellationToken stop)
    {
        Kind = ReorganisationWords.Kinds.Single(k => k.Word == kind).Kind;
        var split = Kind == ReorganisationKind.Split && Id<Team>.TryParse(Team, out var id) ? id : (Id<Team>?)null;
        Choices = await desk.Choices(split, HttpContext.Reader!, stop);
        ToSplit = Choices.Teams.FirstOrDefault(t => t.Id == split);
    }

    private Result<ReorganisationAsked> Read()
    {
        var problems = new List<Problem>();
        if (On is null && ModelState["On"] is not { Errors.Count: > 0 }) problems.Add(new("On", $"Enter the first day on which it is so"));
        if (Kind is ReorganisationKind.Split or ReorganisationKind.Rename or ReorganisationKind.Close && !Id<Team>.TryParse(Team, out _))
            problems.Add(new("Team", $"Choose a team from the list"));
        if (problems.Count > 0) return problems;

        var teams = (Kind == ReorganisationKind.Merge ? Teams : [Team ?? ""]).Select(t => Id<Team>.TryParse(t, out var id) ? id : default)
            .Where(t => t != default).ToList();
        var into = Kind == ReorganisationKind.Merge && Id<Team>.TryParse(Into, out var one) ? one : (Id<Team>?)null;
        var names = Kind == ReorganisationKind.Split
            ? (Names ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [Name ?? ""];
        return new ReorganisationAsked(
            Kind, On!.Value, teams, into, names, Service ?? "", Employer ?? "", Choices.People.ToDictionary(p => p.Id, Part));
    }

    private int Part(Worker person) =>
        Request.HasFormContentType
            && int.TryParse(Request.Form[PartOf(person)], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            ? part : 0;
}
