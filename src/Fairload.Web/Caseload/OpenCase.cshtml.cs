using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Caseload;

/// <summary>Opens a case by hand, or puts it on the waiting list: the same, with nobody who holds it.</summary>
[Needs(Permission.EnterCases)]
internal sealed class OpenCase(CaseEntryDesk desk, Catalogue T) : PageModel
{
    [BindProperty] public string? Reference { get; set; }
    [BindProperty] public string? Type { get; set; }
    [BindProperty] public DateOnly? StartedOn { get; set; }
    [BindProperty(SupportsGet = true)] public string? Team { get; set; }
    [BindProperty] public string? Worker { get; set; }

    public OpeningView View { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Types => EntryChoices.Types(T, Type, null);

    public IReadOnlyList<SelectListItem> Teams =>
        [new(T["Choose"], ""), .. View.Teams.Select(t => new SelectListItem(t.Name, t.Id.ToString(), t.Id.ToString() == Team))];

    public IReadOnlyList<SelectListItem> People =>
    [
        new(T["Nobody: it waits"], ""),
        .. View.People.Select(w => new SelectListItem(w.Name, w.Id.ToString(), w.Id.ToString() == Worker)),
    ];

    public async Task OnGet(CancellationToken stop)
    {
        View = await desk.Opening(HttpContext.Reader!, stop);
        ModelState.Clear();
        if (View.Teams.Count == 1) Team = View.Teams[0].Id.ToString();
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        View = await desk.Opening(HttpContext.Reader!, stop);
        if (!ModelState.IsValid) return this.Again([]);
        Id<Team>? team = Id<Team>.TryParse(Team, out var chosen) ? chosen : null;
        Id<Worker>? holder = string.IsNullOrEmpty(Worker) ? null : Id<Worker>.TryParse(Worker, out var who) ? who : default(Id<Worker>);
        var opening = new CaseOpening(Reference ?? "", Type ?? "", StartedOn, team, holder);
        var opened = await desk.Open(opening, HttpContext.Reader!, stop);
        return opened.Try(out var one, out var problems) ? Redirect(Links.Case(one.Id)) : this.Again(problems);
    }
}

/// <summary>What is chosen from on the pages of entering by hand.</summary>
internal static class EntryChoices
{
    /// <param name="area">Narrows them to those of an area; null for all.</param>
    public static IReadOnlyList<SelectListItem> Types(Catalogue T, string? chosen, Area? area) =>
    [
        new(T["Choose"], ""),
        .. CaseType.Known.Where(t => area is null || t.Area == area).Select(t => t.Code)
            .Concat(area is null || string.IsNullOrEmpty(chosen) ? [] : [chosen]).Distinct()
            .Select(code => new SelectListItem(CaseWords.Type(T, code), code, code == chosen)),
    ];

    public static IReadOnlyList<SelectListItem> Words(Catalogue T, IEnumerable<string> words, string? chosen) =>
        [new(T["Choose"], ""), .. words.Select(w => new SelectListItem(w, w, w == chosen))];
}
