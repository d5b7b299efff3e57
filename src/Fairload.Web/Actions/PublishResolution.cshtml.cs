using Fairload.App.Actions;
using Fairload.Core.Access;
using Fairload.Core.Actions.Scrutiny;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Actions;

/// <summary>Lets the public read a resolution, with its actions or without.</summary>
[Needs(Permission.PublishActions)]
internal sealed class PublishResolution(ScrutinyDesk desk, ScrutinyKeeping keeping) : PageModel
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public bool IsPublic { get; set; }
    [BindProperty] public bool WithActions { get; set; }

    public ResolutionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Resolution> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<Resolution> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var done = await keeping.Publish(id, IsPublic, WithActions, Version, HttpContext.Reader!, stop);
        if (done.Try(out _, out var problems)) return Redirect($"/scrutiny/resolutions/{id}");
        await Load(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<Resolution> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
