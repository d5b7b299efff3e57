using Fairload.App.Allocation.Answers;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Answers;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Answers;

/// <summary>The written reply to one "not safe".</summary>
[Needs(Permission.Allocate)]
internal sealed class WriteReply(ReplyDesk desk, LateReplyDesk late, AuditTrail audit) : PageModel
{
    [BindProperty] public string? Reply { get; set; }
    [BindProperty] public ReplyOutcome? Outcome { get; set; }

    public ReplyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<AllocationAnswer> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", View.Case.Id.ToString(), stop);
        await late.Seen(HttpContext.Reader!, stop);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<AllocationAnswer> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (View.Answer.RepliedBy == HttpContext.Reader!.Name && View.Answer.Outcome == Outcome) return Redirect($"/answers/{id}");
        var replied = await desk.Reply(id, Reply ?? "", Outcome, HttpContext.Reader!, stop);
        return replied.Try(out _, out var problems) ? Redirect($"/answers/{id}") : this.Again(problems);
    }

    private async Task<bool> Read(Id<AllocationAnswer> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
