using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Moves an action, says that it is done or can not be, or opens it again.</summary>
[Needs(Permission.SeeActions)]
internal sealed class TakeStep(ActionDesk desk, ActionKeeping keeping, Catalogue T) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public DateOnly? DueOn { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Evidence { get; set; }
    [BindProperty] public string? Because { get; set; }
    [BindProperty] public string? DecidedBy { get; set; }
    [BindProperty] public bool NeedsMoney { get; set; }
    [BindProperty] public string? CostFrom { get; set; }
    [BindProperty] public string? CostTo { get; set; }
    [BindProperty] public string? Consequence { get; set; }

    public ActionView View { get; private set; } = null!;
    public string Step { get; private set; } = "";

    /// <summary>Somebody else has changed the action since the form was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public string Title => Step switch
    {
        "move" => T["Move the day"],
        "done" => T["Say that it is done"],
        "refuse" => T["Say why it can not be done"],
        _ => T["Open it again"],
    };

    public async Task<IActionResult> OnGet(Id<AgreedAction> id, string step, CancellationToken stop)
    {
        if (!await Load(id, step, stop)) return NotFound();
        Version = View.Action.Version;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<AgreedAction> id, string step, CancellationToken stop)
    {
        if (!await Load(id, step, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        if ((await Take(id, stop)).Try(out _, out var problems)) return Redirect($"/actions/{id}");
        await Load(id, step, stop);
        IsOvertaken = View.Action.Version != Version;
        // Whoever sends it again has seen what stands there now.
        Version = View.Action.Version;
        ModelState.Remove(nameof(Version));
        return this.Again(problems);
    }

    private async Task<Result<AgreedAction>> Take(Id<AgreedAction> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        switch (Step)
        {
            case "move": return await keeping.Move(id, DueOn, Reason ?? "", Version, reader, stop);
            case "done": return await keeping.Finish(id, Evidence ?? "", Version, reader, stop);
            case "open": return await keeping.Reopen(id, DueOn, Reason ?? "", Version, reader, stop);
            default:
                if (!CostRange.Read(CostFrom ?? "", CostTo ?? "").Try(out var cost, out var wrong)) return wrong.ToList();
                var refusal = new Refusal(Because ?? "", DecidedBy ?? "", cost, Consequence ?? "", NeedsMoney);
                return await keeping.Refuse(id, refusal, Version, reader, stop);
        }
    }

    private async Task<bool> Load(Id<AgreedAction> id, string step, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        (View, Step) = (view, step);
        return true;
    }
}
