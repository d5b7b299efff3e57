using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Changes what an action says. Whoever was overtaken sees both versions.</summary>
[Needs(Permission.SeeActions)]
internal sealed class ChangeAction(ActionDesk desk, ActionKeeping keeping, ActionMeasures measures) : PageModel
{
    [BindProperty] public ActionForm Form { get; set; } = new();
    [BindProperty] public int Version { get; set; }

    public ActionView View { get; private set; } = null!;
    public ActionFields Fields { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AgreedAction> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        (View, Form, Version) = (view, ActionForm.Of(view.Action), view.Action.Version);
        await Load(null, stop);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<AgreedAction> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        await Load(null, stop);
        if (!ModelState.IsValid) return this.Again([]);
        Form.Source = view.Action.SourceKind;
        Form.SourceWords = view.Action.SourceWords;
        var amended = await keeping.Amend(id, Form.Plan(Fields.Places), Version, HttpContext.Reader!, stop);
        if (amended.Try(out _, out var problems)) return Redirect($"/actions/{id}");
        View = (await desk.Show(id, HttpContext.Reader!, stop))!;
        await Load(View.Action.Version == Version ? null : ActionForm.Of(View.Action), stop);
        // Whoever sends it again has seen what stands there now.
        Version = View.Action.Version;
        ModelState.Remove(nameof(Version));
        return this.Again(problems.Select(p => p with { Field = p.Field.Length == 0 ? "" : ActionForm.Prefix + p.Field }));
    }

    /// <summary>Its own unit and owner can stay, also where the reader could not choose them anew.</summary>
    private async Task Load(ActionForm? held, CancellationToken stop)
    {
        var action = View.Action;
        var own = new ActionPlace(action.TeamId, action.Service, View.Line.Unit);
        var places = await desk.Places(HttpContext.Reader!, stop);
        var owners = await desk.Owners(stop);
        Fields = new(
            Form, owners.Any(o => o.Id == action.OwnerId) ? owners : [new(action.OwnerId, View.Line.Owner), .. owners],
            places.Any(p => p.Key == own.Key) ? places : [own, .. places], measures, false, held);
    }
}
