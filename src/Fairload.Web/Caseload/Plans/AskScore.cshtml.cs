using Fairload.App.Audit;
using Fairload.App.Caseload.Plans;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Plans;

/// <summary>What the score of a case misses: asked by who holds it, answered by who scores it.</summary>
[Needs(Permission.SeeCases)]
internal sealed class AskScore(ScoreQuestionDesk desk, AuditTrail audit) : PageModel
{
    [BindProperty] public string? Misses { get; set; }
    [BindProperty] public string? Question { get; set; }
    [BindProperty] public string? Answer { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public ScoreQuestionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var asked = await desk.Ask(id, Misses ?? "", HttpContext.Reader!, stop);
        return asked.Try(out _, out var problems) ? Redirect(Links.Case(id)) : this.Again(problems);
    }

    public async Task<IActionResult> OnPostReply(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!Enum.TryParse<ScoreAnswer>(Answer, out var answer) || !Enum.IsDefined(answer))
            return this.Again([new("Answer", $"Say whether the case was scored again or the score stands")]);
        var question = Id<ScoreQuestion>.TryParse(Question ?? "", out var one) ? one : default;
        var said = await desk.Reply(id, question, answer, Reason ?? "", HttpContext.Reader!, stop);
        if (said.Try(out _, out var problems)) return Redirect(Links.Case(id));
        await Read(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
