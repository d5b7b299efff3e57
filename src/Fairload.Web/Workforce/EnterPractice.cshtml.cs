using Fairload.App.Audit;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce;

/// <summary>Languages, skills and development goals of one person: for the person, and for who manages them.</summary>
[Needs(Permission.EnterPractice)]
internal sealed class EnterPractice(PracticeDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    /// <summary>What was entered when the page was opened.</summary>
    [BindProperty] public string? Seen { get; set; }
    [BindProperty] public IReadOnlyList<string> Spoken { get; set; } = [];
    [BindProperty] public IReadOnlyList<string> Skills { get; set; } = [];
    [BindProperty] public IReadOnlyList<string> Goals { get; set; } = [];

    public PracticeView View { get; private set; } = null!;

    /// <summary>Somebody has changed it while this was chosen.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<string> Languages =>
    [
        .. View.Words.Languages.Select(l => l.Code).Except(View.FromSheet)
            .OrderBy(c => PracticeText.Language(T, View.Words, c), StringComparer.CurrentCulture),
    ];

    public IReadOnlyList<string> Areas =>
        [.. View.Words.Areas.Select(a => a.Code).OrderBy(c => PracticeText.Area(T, View.Words, c), StringComparer.CurrentCulture)];

    public string Back => HttpContext.Reader is { } reader && reader.May(Permission.SeePeople) ? Links.Person(View.Worker.Id) : "/my-work";

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "worker", id.ToString(), stop);
        (Spoken, Skills, Goals) = (View.Of(PracticeKind.Language), View.Of(PracticeKind.Skill), View.Of(PracticeKind.Goal));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var entered = await desk.Enter(id, new(Spoken, Skills, Goals, Seen ?? ""), HttpContext.Reader!, stop);
        if (entered.Try(out _, out var problems)) return Redirect(Back);
        IsOvertaken = (Seen ?? "") != View.Seen;
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { MayChange: true } view) return false;
        View = view;
        return true;
    }
}
