using System.Globalization;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeLoads)]
internal sealed class ShowTeam(TeamDesk desk, LineageDesk lineage, CouncilSettings settings, Catalogue T) : PageModel
{
    private const decimal MostPoints = 1000;

    /// <summary>What room is looked for; nothing is looked for without a type.</summary>
    [BindProperty(SupportsGet = true)] public string? Type { get; set; }
    [BindProperty(SupportsGet = true)] public string? Tier { get; set; }
    [BindProperty(SupportsGet = true)] public string? Points { get; set; }
    [BindProperty(SupportsGet = true)] public bool Court { get; set; }

    public TeamView Team { get; private set; } = null!;
    public IReadOnlyList<TeamPast> Past { get; private set; } = [];
    public BarGroups Groups { get; private set; } = null!;
    public IReadOnlyList<RoomLine>? Room { get; private set; }
    public RoomAsked? Asked { get; private set; }
    public CouncilSettings Settings { get; } = settings;

    public IReadOnlyList<SelectListItem> Types =>
    [
        new(T["Choose a type"], ""),
        .. CaseType.Known.Select(t => t.Code).Concat(Team.Members.SelectMany(m => m.Person.Held).Select(h => CaseType.Shown(h.TypeCode)))
            .Append(Type ?? "")
            .Where(c => c.Length > 0).Distinct()
            .Select(code => new SelectListItem(CaseWords.Type(T, code), code)),
    ];

    public IReadOnlyList<SelectListItem> Tiers =>
        [new(T["not scored"], ""),
            .. new[] { 1, 2, 3 }.Select(t => new SelectListItem(T["tier {0}", t], t.ToString(CultureInfo.InvariantCulture)))];

    public static bool HoldsNoCases(TeamMember member) =>
        member.Person.Load.Cases == 0 && StaffKind.Of(member.Person.Worker.Role, member.Person.Worker.Level).IsManager;

    public async Task<IActionResult> OnGet(Id<Team> id, CancellationToken stop)
    {
        if (await desk.Team(id, HttpContext.Reader!, stop) is not { } team) return NotFound();

        Team = team;
        Past = await lineage.Past([id], stop);
        Groups = BarGroups.Of(team.Members.Select(m => m.Person.Load));
        if (string.IsNullOrEmpty(Type)) return Page();
        if (!Read().Try(out var asked, out var problems)) return this.Again(problems);

        (Asked, Room) = (asked, desk.Room(team, asked));
        return Page();
    }

    private Result<RoomAsked> Read()
    {
        int? tier = Tier switch { "1" => 1, "2" => 2, "3" => 3, _ => null };
        if (tier is null && !string.IsNullOrEmpty(Tier)) return new Problem("Tier", $"Choose tier 1, 2 or 3, or not scored");
        if (string.IsNullOrWhiteSpace(Points))
        {
            var worked = CaseLoad.Of(new HeldCase(default, Type!, tier, new("", "", Court), 1), Team.Weights);
            return new RoomAsked(Type!, Court, worked.Points);
        }

        var isNumber = decimal.TryParse(Points, NumberStyles.Number, T.Language.Culture, out var points);
        if (!isNumber || points is < 0 or > MostPoints)
            return new Problem("Points", $"Enter the points of the case as a number from 0 to {MostPoints}, or leave them out");
        return new RoomAsked(Type!, Court, points);
    }
}
