using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeWaiting)]
internal sealed class ShowWaiting(WaitingDesk desk, AsOfDesk asOf, CouncilSettings settings, TimeProvider clock, Catalogue T) : PageModel
{
    /// <summary>The id of a team, or <c>service:</c> and its name; empty for everything.</summary>
    [BindProperty(SupportsGet = true)] public string? Where { get; set; }

    /// <summary>One list alone, with all of it; null for the three with their longest waits.</summary>
    [BindProperty(SupportsGet = true)] public WaitingList? List { get; set; }

    /// <summary>Of that list, from 1.</summary>
    [BindProperty(SupportsGet = true)] public int At { get; set; } = 1;

    public WaitingView Waiting { get; private set; } = WaitingView.Of([]);
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public AsOfView Old { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var teams = await desk.Teams(reader, stop);
        Places =
        [
            new(T["Everything that you may see"], ""),
            .. teams.Select(t => t.Service).Where(s => s.Length > 0).Distinct().Order(StringComparer.CurrentCulture)
                .Select(s => new SelectListItem(T["Service: {0}", s], ServiceMark + s)),
            .. teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())),
        ];
        if (Where is { Length: > 0 } && Places.All(p => p.Value != Where)) return NotFound();

        Id<Team>? team = Id<Team>.TryParse(Where, out var id) ? id : null;
        Waiting = await desk.Waiting(reader, team, ServiceIn(Where), stop);
        At = Math.Clamp(At, 1, Pages);
        Old = LoadWords.Old(await asOf.Days(stop), clock.UkToday, settings);
        return Page();
    }

    public const int RowsAPage = 100;

    public IReadOnlyList<WaitingCase> OfList => List switch
    {
        WaitingList.NeverAllocated => Waiting.NeverAllocated,
        WaitingList.HeldByManager => Waiting.HeldByManager,
        _ => Waiting.Phantom,
    };

    public int Pages => Math.Max(1, (OfList.Count + RowsAPage - 1) / RowsAPage);

    public string Narrowed => Where ?? "";

    public string FileLink => $"/downloads/waiting?Where={Uri.EscapeDataString(Where ?? "")}";

    public string AllThree => $"/waiting?Where={Uri.EscapeDataString(Where ?? "")}";

    public string Link(int page) => $"/waiting?Where={Uri.EscapeDataString(Where ?? "")}&List={List}&At={page}";

    /// <summary>How a service is named in <see cref="Where"/>.</summary>
    public static string OfService(string service) => ServiceMark + service;

    /// <summary>The service that <see cref="Where"/> names; null for none.</summary>
    public static string? ServiceIn(string? where) =>
        where is not null && where.StartsWith(ServiceMark, StringComparison.Ordinal) ? where[ServiceMark.Length..] : null;

    private const string ServiceMark = "service:";
}
