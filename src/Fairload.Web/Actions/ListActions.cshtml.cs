using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Actions;

/// <summary>A table of actions.</summary>
internal sealed record ActionTable(string Name, IReadOnlyList<ActionLine> Lines);

/// <summary>What was promised: first what the reader answers for, then all that they may see.</summary>
[Needs(Permission.SeeActions)]
internal sealed class ListActions(ActionDesk desk, Catalogue T) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Unit { get; set; }
    [BindProperty(SupportsGet = true)] public StandingKind? State { get; set; }
    [BindProperty(SupportsGet = true)] public SourceKind? Source { get; set; }

    public ActionList View { get; private set; } = null!;

    public bool IsFiltered => !string.IsNullOrEmpty(Unit) || State is not null || Source is not null;

    public string Lead
    {
        get
        {
            var overdue = View.Mine.Count(l => l.Action.IsOverdue(View.Today));
            var answer = T.Count(View.Mine.Count, "You answer for {0} open action.", "You answer for {0} open actions.");
            return overdue == 0 ? answer : $"{answer} {T.Count(overdue, "{0} of them is overdue.", "{0} of them are overdue.")}";
        }
    }

    public IEnumerable<SelectListItem> Units => View.Places
        .Select(p => new SelectListItem(ActionWords.Unit(T, p.Name), p.Key, p.Key == Unit)).Prepend(new(T["All"], ""));

    public IEnumerable<SelectListItem> States => Enum.GetValues<StandingKind>().OrderDescending()
        .Select(s => new SelectListItem(ActionWords.Of(T, s), $"{s}", s == State)).Prepend(new(T["All"], ""));

    public IEnumerable<SelectListItem> Sources => Enum.GetValues<SourceKind>()
        .Select(s => new SelectListItem(ActionWords.Of(T, s), $"{s}", s == Source)).Prepend(new(T["All"], ""));

    public async Task OnGet(CancellationToken stop) =>
        View = await desk.List(new(string.IsNullOrEmpty(Unit) ? null : Unit, State, Source), HttpContext.Reader!, stop);
}
