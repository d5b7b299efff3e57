using System.Globalization;
using Fairload.App.Store;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workforce;

[Needs(Permission.SeePeople)]
internal sealed class FindPeople(PeopleDesk desk, CouncilSettings settings, TimeProvider clock, Catalogue T) : PageModel
{
    public const int PeopleAPage = 100;

    [BindProperty(SupportsGet = true)] public string? Find { get; set; }

    /// <summary><c>hours</c> for those whose hours are not known, <c>away</c> for those who are away; empty for everyone.</summary>
    [BindProperty(SupportsGet = true)] public string? Only { get; set; }

    [BindProperty(SupportsGet = true)] public int? At { get; set; }

    public IReadOnlyList<StaffLine> People { get; private set; } = [];
    public CouncilSettings Settings { get; } = settings;
    public DateOnly Today { get; } = clock.UkToday;

    public int Pages => Math.Max(1, (People.Count + PeopleAPage - 1) / PeopleAPage);
    public int Shown => Math.Clamp(At ?? 1, 1, Pages);
    public IEnumerable<StaffLine> Lines =>
        TableDownload.IsAskedOf(Request) ? People : People.Skip((Shown - 1) * PeopleAPage).Take(PeopleAPage);

    public IReadOnlyList<SelectListItem> Onlys =>
        [new(T["everyone"], ""), new(T["hours not known"], "hours"), new(T["away today"], "away")];

    public async Task OnGet(CancellationToken stop)
    {
        var people = await desk.People(Find ?? "", HttpContext.Reader!, stop);
        People = Only switch
        {
            "hours" => [.. people.Where(p => p.Worker.Fte is null && p.Worker.Hours is null)],
            "away" => [.. people.Where(p => p.Absences.Count > 0)],
            _ => people,
        };
    }

    public string Link(int page) =>
        string.Create(CultureInfo.InvariantCulture,
            $"/people?Find={Uri.EscapeDataString(Find ?? "")}&Only={Uri.EscapeDataString(Only ?? "")}&At={page}");
}
