using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>Says what undoing the latest import would take back, or why it can not, and does it.</summary>
[Needs(Permission.Import)]
internal sealed class UndoImport(ImportDesk desk, Catalogue T) : PageModel
{
    /// <summary>Null when another import is the latest by now.</summary>
    public UndoLook? Look { get; private set; }
    public Id<ImportRun> Id { get; private set; }
    public IReadOnlyList<string> Forbidden => [.. (Look?.Forbidden ?? []).Select(p => T[p.Says])];

    public async Task<IActionResult> OnGet(Id<ImportRun> id, CancellationToken stop) => await Read(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<ImportRun> id, CancellationToken stop)
    {
        var undone = await desk.Undo(id, HttpContext.Reader!, stop);
        if (undone.Try(out _, out var problems)) return Redirect($"/imports/{id}");
        return await Read(id, stop) ? this.Again(problems) : NotFound();
    }

    private async Task<bool> Read(Id<ImportRun> id, CancellationToken stop)
    {
        Id = id;
        if (await desk.Find(id, HttpContext.Reader!, stop) is null) return false;
        Look = await desk.LookAtUndo(HttpContext.Reader!, stop) is { } latest && latest.Run.Id == id ? latest : null;
        return true;
    }
}
