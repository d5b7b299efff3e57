using Fairload.App.Caseload.Calibration;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Caseload.Calibration;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload.Calibration;

/// <summary>One vignette scored; then the next that is not.</summary>
[Needs(Permission.Calibrate)]
internal sealed class ScoreVignette(CalibrationDesk desk) : PageModel
{
    /// <summary>1, 2 or 3 for each factor of the set.</summary>
    [BindProperty] public List<string?> Factors { get; set; } = [];

    public RoundView View { get; private set; } = null!;
    public VignetteLine Line { get; private set; } = null!;
    public int Number { get; private set; }

    public string Typed(int factor) => factor < Factors.Count ? Factors[factor] ?? ""
        : Line.Mine?.Values[factor].ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public async Task<IActionResult> OnGet(Id<CalibrationRound> id, string vignette, CancellationToken stop) =>
        !await Load(id, vignette, stop) ? NotFound()
            : View.Line is { IsOpen: true, IsFinished: false } ? Page() : Redirect($"/calibration/{id}");

    public async Task<IActionResult> OnPost(Id<CalibrationRound> id, string vignette, CancellationToken stop)
    {
        if (!await Load(id, vignette, stop)) return NotFound();
        var factors = Enumerable.Range(0, FactorSet.Size)
            .Select(at => at < Factors.Count && Factors[at] is "1" or "2" or "3" ? Factors[at]![0] - '0' : (int?)null).ToList();
        var done = await desk.Answer(id, vignette, factors, HttpContext.Reader!, stop);
        if (!done.Try(out _, out var problems)) return this.Again(problems);

        var next = View.Vignettes.FirstOrDefault(v => v.Mine is null && v.Vignette.Code != vignette);
        return Redirect(next is null ? $"/calibration/{id}" : $"/calibration/{id}/{next.Vignette.Code}");
    }

    private async Task<bool> Load(Id<CalibrationRound> id, string vignette, CancellationToken stop)
    {
        if (await desk.Round(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        Number = view.Vignettes.Index().Where(v => v.Item.Vignette.Code == vignette).Select(v => v.Index + 1).FirstOrDefault();
        if (Number == 0) return false;
        Line = view.Vignettes[Number - 1];
        return true;
    }
}
