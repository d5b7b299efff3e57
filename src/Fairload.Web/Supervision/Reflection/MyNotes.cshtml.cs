using Fairload.App.Supervision.Reflection;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Reflection;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Reflection;

/// <summary>Notes that a worker writes to themselves, on a page that only they can open.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class MyNotes(NoteDesk desk) : PageModel
{
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Note { get; set; }

    public IReadOnlyList<OpenNote> Notes { get; private set; } = [];

    /// <summary>The account is joined to nobody on the staff list, so nothing can be kept.</summary>
    public bool IsOfNobody => HttpContext.Reader!.Worker is null;

    public async Task OnGet(CancellationToken stop)
    {
        if (!IsOfNobody) Notes = await desk.Mine(HttpContext.Reader!, stop);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        if (IsOfNobody) return NotFound();
        var written = await desk.Write(Text ?? "", HttpContext.Reader!, stop);
        if (written.Try(out _, out var problems)) return Redirect("/supervision/notes");
        Notes = await desk.Mine(HttpContext.Reader!, stop);
        return this.Again(problems);
    }

    public async Task<IActionResult> OnPostDelete(CancellationToken stop)
    {
        if (IsOfNobody) return NotFound();
        if (Id<OwnNote>.TryParse(Note, out var note)) await desk.Delete(note, HttpContext.Reader!, stop);
        return Redirect("/supervision/notes");
    }
}
