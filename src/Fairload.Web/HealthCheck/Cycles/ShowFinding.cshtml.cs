using Fairload.App.HealthCheck;
using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Cycles;

/// <summary>A finding with everybody who was heard on it, and hearing one more.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class ShowFinding(TalkDesk desk) : PageModel
{
    [BindProperty] public VoiceSide? Side { get; set; }
    [BindProperty] public Stance? Stance { get; set; }
    [BindProperty] public string? Says { get; set; }
    [BindProperty] public DateOnly? HeardOn { get; set; }

    public Cycle Cycle { get; private set; } = null!;
    public FrameworkPart Part { get; private set; } = null!;
    public Finding Finding { get; private set; } = null!;
    public bool MayHear => !Cycle.IsFrozen && HttpContext.Reader!.May(Permission.RunHealthCheck);
    public bool MaySeeMeasures => HttpContext.Reader!.May(Permission.SeeMeasures);

    public static string MeasureName(Catalogue T, string code) => MeasureWords.Of(T, ShippedFrameworks.Cards[code].Name);

    public async Task<IActionResult> OnGet(int year, int number, CancellationToken stop) =>
        await Load(year, number, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(int year, int number, CancellationToken stop)
    {
        if (!await Load(year, number, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var heard = await desk.Hear(year, number, new(Side, Stance, Says ?? "", HeardOn), HttpContext.Reader!, stop);
        return heard.Try(out _, out var problems) ? Redirect($"/health-check/{year}/findings/{number}") : this.Again(problems);
    }

    private async Task<bool> Load(int year, int number, CancellationToken stop)
    {
        if (await desk.Show(year, number, HttpContext.Reader!, stop) is not { } found) return false;
        (Cycle, Finding) = (found.Cycle, found.Finding);
        Part = found.Framework.Parts.First(p => p.Code == Finding.Part);
        return true;
    }
}
