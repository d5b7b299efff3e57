using Fairload.App.PeerReview.Audits;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Audits;

/// <summary>What could not wait, for whoever answers for the team.</summary>
[Needs(Permission.AuditFiles)]
internal sealed class AnswerConcern(FileAuditDesk desk) : PageModel
{
    [BindProperty] public string? Done { get; set; }

    public FileRow View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AuditFile> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<AuditFile> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var answered = await desk.Answer(id, Done ?? "", HttpContext.Reader!, stop);
        if (answered.Try(out _, out var problems)) return Redirect($"/file-audits/concerns/{id}");
        await Load(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<AuditFile> id, CancellationToken stop)
    {
        if (await desk.Concern(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
