using Fairload.App.HealthCheck;
using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Frameworks;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.HealthCheck.Cycles;

/// <summary>Writes down what was found, or changes the words of it.</summary>
[Needs(Permission.RunHealthCheck)]
internal sealed class WriteFinding(CycleDesk cycles, TalkDesk desk) : PageModel
{
    [BindProperty] public FindingKind? Kind { get; set; }
    [BindProperty] public string? Part { get; set; }
    [BindProperty] public List<string> Measures { get; set; } = [];
    [BindProperty] public string? Unit { get; set; }
    [BindProperty] public string? Says { get; set; }
    [BindProperty] public string? Context { get; set; }
    [BindProperty] public string? Teach { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>Null for a new one.</summary>
    public int? Number { get; private set; }

    public CycleView View { get; private set; } = null!;

    /// <summary>What somebody else has written meanwhile; null where nobody has.</summary>
    public Finding? Theirs { get; private set; }

    public IEnumerable<FrameworkPart> Parts => View.Framework.Parts;

    public IEnumerable<SelectListItem> PartItems(Catalogue T) =>
        Parts.Select(p => new SelectListItem(MeasureWords.Of(T, p.Name), p.Code, p.Code == Part)).Prepend(new(T["Choose a part"], ""));

    public static string MeasureName(Catalogue T, string code) => MeasureWords.Of(T, ShippedFrameworks.Cards[code].Name);

    public async Task<IActionResult> OnGet(int year, int? number, CancellationToken stop)
    {
        if (!await Load(year, number, stop)) return NotFound();
        if (number is not { } n) return Page();
        var finding = Of(n)!;
        (Kind, Part, Measures, Unit) = (finding.Kind, finding.Part, [.. finding.MeasureCodes], finding.Unit);
        (Says, Context, Teach, Version) = (finding.Says, finding.Context, finding.Teach, finding.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(int year, int? number, CancellationToken stop)
    {
        if (!await Load(year, number, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var said = new FindingSaid(Kind, Part ?? "", Measures, Unit ?? "", Says ?? "", Context ?? "", Teach ?? "");
        var written = await desk.Write(year, number, said, Version, HttpContext.Reader!, stop);
        if (written.Try(out var finding, out var problems)) return Redirect($"/health-check/{year}/findings/{finding.Number}");
        if (number is { } n && Of(n) is { } now && now.Version != Version)
        {
            Theirs = now;
            ModelState.Remove(nameof(Version));
            Version = now.Version;
        }

        return this.Again(problems);
    }

    private Finding? Of(int number) => View.Parts.SelectMany(p => p.Findings).FirstOrDefault(f => f.Number == number);

    private async Task<bool> Load(int year, int? number, CancellationToken stop)
    {
        if (await cycles.Show(year, HttpContext.Reader!, stop) is not { } view) return false;
        (View, Number) = (view, number);
        return number is not { } n || Of(n) is not null;
    }
}
