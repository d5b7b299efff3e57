using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>The union or the principal social worker agrees, takes note or dissents.</summary>
[Needs(Permission.SayOnActions)]
internal sealed class SayOnAction(ActionDesk desk, ActionKeeping keeping) : PageModel
{
    [BindProperty] public SayingSide Side { get; set; }
    [BindProperty] public SayingKind? Kind { get; set; }
    [BindProperty] public string? Words { get; set; }

    /// <summary>Of what the side said last, as it was read.</summary>
    [BindProperty] public int Number { get; set; }

    public ActionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AgreedAction> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Side = View.Sides[0];
        Number = View.Last(Side)?.Number ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<AgreedAction> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!View.Sides.Contains(Side)) Side = View.Sides[0];
        if (!ModelState.IsValid) return this.Again([]);
        var said = await keeping.Say(id, Side, Kind, Words ?? "", Number, HttpContext.Reader!, stop);
        if (said.Try(out _, out var problems)) return Redirect($"/actions/{id}");
        await Load(id, stop);
        Number = View.Last(Side)?.Number ?? 0;
        ModelState.Remove(nameof(Number));
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<AgreedAction> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
