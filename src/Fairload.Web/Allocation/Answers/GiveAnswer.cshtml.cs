using Fairload.App.Allocation.Answers;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Answers;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Allocation.Answers;

/// <summary>A case was given to me: agreed, let's talk, or not safe. And the reply, when there is one.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class GiveAnswer(AnswerDesk desk) : PageModel
{
    [BindProperty] public AnswerKind? Kind { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public Replier? To { get; set; }
    [BindProperty] public string? Manager { get; set; }

    public AskedView View { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Managers { get; private set; } = [];

    public async Task<IActionResult> OnGet(Id<AllocationDecision> id, CancellationToken stop) => await Read(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<AllocationDecision> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (IsMySecondClick) return Redirect($"/my-work/answers/{id}");
        if (Kind is not { } kind) return this.Again([new("Kind", $"Choose what you say to it")]);
        Id<Worker>? manager = Id<Worker>.TryParse(Manager, out var one) ? one : null;
        var answered = await desk.Answer(id, new(kind, Words ?? "", To, manager), HttpContext.Reader!, stop);
        return answered.Try(out _, out var problems) ? Redirect($"/my-work/answers/{id}") : this.Again(problems);
    }

    private bool IsMySecondClick => View.Answer is { } given && given.Kind == Kind && given.Words == (Words ?? "").Trim();

    private async Task<bool> Read(Id<AllocationDecision> id, CancellationToken stop)
    {
        if (await desk.Asked(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        Managers = [new("", ""), .. (await desk.Managers(HttpContext.Reader!, stop))
            .Select(m => new SelectListItem(m.Name, m.Id.ToString()))];
        return true;
    }
}
