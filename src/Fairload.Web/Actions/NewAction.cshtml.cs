using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Something new that is promised.</summary>
[Needs(Permission.KeepActions)]
internal sealed class NewAction(ActionDesk desk, ActionKeeping keeping, ActionMeasures measures) : PageModel
{
    [BindProperty] public ActionForm Form { get; set; } = new();

    /// <summary>From a page that knows where the action comes from.</summary>
    [BindProperty(SupportsGet = true)] public SourceKind? From { get; set; }
    [BindProperty(SupportsGet = true)] public string? Reference { get; set; }
    [BindProperty(SupportsGet = true)] public string? Words { get; set; }

    public ActionFields Fields { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop)
    {
        Form = new() { Source = From, SourceReference = Reference, SourceWords = Words };
        ModelState.Clear();
        await Load(stop);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        await Load(stop);
        if (!ModelState.IsValid) return this.Again([]);
        var agreed = await keeping.Agree(Form.Plan(Fields.Places), HttpContext.Reader!, stop);
        return agreed.Try(out var action, out var problems) ? Redirect($"/actions/{action.Id}")
            : this.Again(problems.Select(p => p with { Field = p.Field.Length == 0 ? "" : ActionForm.Prefix + p.Field }));
    }

    private async Task Load(CancellationToken stop) => Fields = new(
        Form, await desk.Owners(stop), await desk.Places(HttpContext.Reader!, stop), measures, true, null);
}
