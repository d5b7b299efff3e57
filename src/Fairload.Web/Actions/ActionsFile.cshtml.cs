using Fairload.App.Actions;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Actions as the page lists them, for a spreadsheet. Taking them is noted.</summary>
[Needs(Permission.SeeActions)]
internal sealed class ActionsFile(ActionDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Unit { get; set; }
    [BindProperty(SupportsGet = true)] public StandingKind? State { get; set; }
    [BindProperty(SupportsGet = true)] public SourceKind? Source { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var filter = new ActionFilter(string.IsNullOrEmpty(Unit) ? null : Unit, State, Source);
        var list = await desk.List(filter, HttpContext.Reader!, stop);
        await audit.Note(HttpContext.Reader!, AuditAction.Exported, "actions", "", stop);
        return CsvFile.Of("actions.csv", list.Lines.Select(Line).Prepend(
        [
            T["Reference"], T["Action"], T["Why"], T["Owner"], T["Owner's role"], T["First due"], T["Due"], T["Moves"], T["State"],
            T["Unit"], T["Comes from"], T["Source reference"], T["Measure"], T["Direction"], T["It would cost"], T["Last noted"],
        ]));
    }

    private string[] Line(ActionLine line)
    {
        var action = line.Action;
        return
        [
            action.Reference, action.What, action.Why, line.Owner, action.OwnerRole, ActionWords.Day(action.FirstDueOn)!,
            ActionWords.Day(action.DueOn)!, string.Join("; ", ActionWords.Moves(T, line.Moves)), ActionWords.Says(T, line.Standing),
            ActionWords.Unit(T, line.Unit), ActionWords.Of(T, action.SourceKind), action.SourceReference, action.Measure,
            action.Direction switch { Direction.Up => T["up"], Direction.Down => T["down"], _ => "" },
            action.State == ActionState.Refused && line.Refusal is { } refusal ? ActionWords.Cost(T, refusal.Cost) : "",
            ActionWords.Day(line.LastOn)!,
        ];
    }
}
