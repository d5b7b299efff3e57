using System.Globalization;
using Fairload.App.HealthCheck.Measures;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.HealthCheck.Measures;

/// <summary>A figure by hand, or who will know it and when.</summary>
[Needs(Permission.EnterMeasures)]
internal sealed class EnterMeasure(MeasureDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Service { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }
    [BindProperty] public string? Numerator { get; set; }
    [BindProperty] public string? Denominator { get; set; }
    [BindProperty] public string? Value { get; set; }
    [BindProperty] public InPlace? InPlace { get; set; }
    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? WhoKnows { get; set; }
    [BindProperty] public DateOnly? KnownBy { get; set; }

    /// <summary>The entry that the reader saw, of the same measure, service and last day; empty for none.</summary>
    [BindProperty] public string? Seen { get; set; }

    public MeasureView View { get; private set; } = null!;

    /// <summary>What somebody else has entered meanwhile; null where nobody has.</summary>
    public MeasureEntry? Theirs { get; private set; }

    public IEnumerable<SelectListItem> Services(Catalogue T) =>
        View.Services.Select(s => new SelectListItem(s, s, s == Service)).Prepend(new(MeasureWords.Service(T, ""), ""));

    public async Task<IActionResult> OnGet(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        (From, To) = (View.Asked.From, View.Asked.To);
        if (Standing() is { } entry) Fill(entry);
        return Page();
    }

    public async Task<IActionResult> OnPost(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        var wrong = new List<Problem>();
        var said = new MeasureSaid(
            Service ?? "", From, To, Number("Numerator", Numerator, wrong), Number("Denominator", Denominator, wrong),
            Number("Value", Value, wrong), InPlace, Text ?? "", WhoKnows ?? "", KnownBy);
        if (!ModelState.IsValid || wrong.Count > 0) return this.Again(wrong);
        Id<MeasureEntry>? seen = Id<MeasureEntry>.TryParse(Seen, out var id) ? id : null;
        var entered = await desk.Enter(code, said, seen, HttpContext.Reader!, stop);
        if (entered.Try(out _, out var problems)) return Redirect($"/health-check/measures/{code}");
        await Load(code, stop);
        Theirs = Standing() is { } now && now.Id != seen ? now : null;
        ModelState.Remove(nameof(Seen));

        // Whoever saves again has seen what stands there now.
        Seen = Standing()?.Id.ToString();
        return this.Again(problems);
    }

    private MeasureEntry? Standing() =>
        View.Before.FirstOrDefault(e => e.ReplacedAt is null && e.Service == (Service ?? "") && e.ToOn == To);

    private void Fill(MeasureEntry entry)
    {
        Seen = entry.Id.ToString();
        (From, Numerator, Denominator) = (entry.FromOn, Written(entry.Numerator), Written(entry.Denominator));
        (InPlace, Text, WhoKnows, KnownBy) = (entry.InPlace, entry.Says, entry.WhoKnows, entry.KnownBy);
        if (entry.Denominator is null) Value = Written(entry.Value);
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        if (await desk.One(code, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }

    private static decimal? Number(string field, string? typed, List<Problem> wrong)
    {
        var text = (typed ?? "").Replace(",", "", StringComparison.Ordinal).Trim().TrimEnd('%');
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var number)
            && Math.Abs(number) < 1_000_000_000)
        {
            return number;
        }

        wrong.Add(new(field, $"“{text}” is no number. Write it in figures, like 12.5"));
        return null;
    }

    private static string? Written(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);
}
