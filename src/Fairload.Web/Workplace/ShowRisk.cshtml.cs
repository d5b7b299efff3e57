using Fairload.App.Audit;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>One risk assessment, and for whoever keeps the register its form.</summary>
[Needs(Permission.SeeRisks)]
internal sealed class ShowRisk(RiskDesk desk, AuditTrail audit) : PageModel
{
    public RiskLine Line { get; private set; } = null!;
    public RiskForm Form { get; private set; } = new();
    public RiskChoices Choices { get; private set; } = new([], []);
    public string? Done { get; private set; }
    public bool ShowsNames => HttpContext.Reader!.Grants.Any(g => g.Role != Role.UnionRepresentative);

    public async Task<IActionResult> OnGet(Id<RiskAssessment> id, string? done, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (Line.Worker is not null) await audit.Read(HttpContext.Reader!, "risk assessment", id.ToString(), stop);
        (Done, Form) = (done, RiskForm.Of(Line.Risk));
        return Page();
    }

    public async Task<IActionResult> OnPostAmend(Id<RiskAssessment> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!Line.MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        await TryUpdateModelAsync(Form, "");
        if (!Form.Read().Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var amended = await desk.Amend(id, facts, Form.Version, HttpContext.Reader!, stop);
        return amended.Try(out _, out var refused) ? Redirect($"/workplace/risks/{id}?done=amended") : await Overtaken(id, refused, stop);
    }

    public async Task<IActionResult> OnPostEnd(Id<RiskAssessment> id, int version, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!Line.MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        Form = RiskForm.Of(Line.Risk);
        var ended = await desk.End(id, version, HttpContext.Reader!, stop);
        return ended.Try(out _, out var refused) ? Redirect($"/workplace/risks/{id}?done=ended") : await Overtaken(id, refused, stop);
    }

    /// <summary>Above stands what is stored now, and the next sending goes out from that.</summary>
    private async Task<IActionResult> Overtaken(Id<RiskAssessment> id, IReadOnlyList<Problem> problems, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Form.Version = Line.Risk.Version;
        return this.Refused(problems);
    }

    private async Task<bool> Load(Id<RiskAssessment> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } line) return false;
        Line = line;
        if (line.MayKeep) Choices = await desk.Choices(reader, stop);
        return true;
    }
}
