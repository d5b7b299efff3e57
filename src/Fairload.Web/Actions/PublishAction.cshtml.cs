using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Lets the public read an action, after showing exactly what it would read.</summary>
[Needs(Permission.PublishActions)]
internal sealed class PublishAction(ActionDesk desk, ActionKeeping keeping) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public bool IsPublic { get; set; }

    public ActionView View { get; private set; } = null!;
    public PublishedAction Public => TrackerDesk.Public(View.Line);

    public async Task<IActionResult> OnGet(Id<AgreedAction> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<AgreedAction> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var done = await keeping.Publish(id, IsPublic, Version, HttpContext.Reader!, stop);
        if (done.Try(out _, out var problems)) return Redirect($"/actions/{id}");
        await Load(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<AgreedAction> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}

/// <summary>Actions as the public reads them.</summary>
internal sealed record PublishedTable(string Name, IReadOnlyList<PublishedAction> Actions);
