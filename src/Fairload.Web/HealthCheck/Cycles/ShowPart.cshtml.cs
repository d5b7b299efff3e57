using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Cycles;

/// <summary>One part of a year: what figures, employer, staff and forums say of the same thing, and how it is judged.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class ShowPart(CycleDesk desk, JudgementDesk judging) : PageModel
{
    [BindProperty] public string? Step { get; set; }
    [BindProperty] public List<string?> Shown { get; set; } = [];
    [BindProperty] public string? Because { get; set; }
    [BindProperty] public string? StaffSay { get; set; }

    /// <summary>The judgement that the reader saw; empty for none.</summary>
    [BindProperty] public string? Seen { get; set; }

    public CycleView View { get; private set; } = null!;
    public PartView Part { get; private set; } = null!;
    public IReadOnlyList<Judgement> Before { get; private set; } = [];
    public LadderPart? Ladder => View.Ladder.Part(Part.Part.Code);

    public bool MayJudge => Ladder is not null && HttpContext.Reader!.May(Permission.DecideHealthCheck)
        && View.Cycle is { IsFrozen: false, Step: >= CycleStep.Judging };

    /// <summary>Somebody else has judged it since it was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGet(int year, string part, CancellationToken stop)
    {
        if (!await Load(year, part, stop)) return NotFound();
        if (Part.Judgement is { } now)
        {
            (Step, Because, StaffSay, Seen) = (now.Step, now.Because, now.StaffSay, now.Id.ToString());
            Shown = [.. now.ShownLines];
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(int year, string part, CancellationToken stop)
    {
        if (!await Load(year, part, stop)) return NotFound();
        Id<Judgement>? seen = Id<Judgement>.TryParse(Seen, out var id) ? id : null;
        var said = new JudgementSaid(Step ?? "", [.. Shown.Select(s => s ?? "")], Because ?? "", StaffSay ?? "");
        var judged = await judging.Judge(year, part, said, seen, HttpContext.Reader!, stop);
        if (judged.Try(out _, out var problems)) return Redirect($"/health-check/{year}/parts/{part}");
        IsOvertaken = Part.Judgement?.Id != seen;
        ModelState.Remove(nameof(Seen));
        Seen = Part.Judgement?.Id.ToString();
        return this.Again(problems);
    }

    private async Task<bool> Load(int year, string part, CancellationToken stop)
    {
        if (await desk.Show(year, HttpContext.Reader!, stop) is not { } view || view.Part(part) is not { } one) return false;
        (View, Part) = (view, one);
        Before = await judging.Before(view.Cycle.Id, part, HttpContext.Reader!, stop);
        return true;
    }
}
