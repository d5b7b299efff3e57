using System.Globalization;
using Fairload.App.HealthCheck.Measures;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Measures;

/// <summary>The measures of a framework as a table for a spreadsheet.</summary>
[Needs(Permission.SeeMeasures)]
internal sealed class MeasuresFile(MeasureDesk desk, Catalogue words) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Framework { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (await desk.All(Framework, HttpContext.Reader!, stop) is not { } view) return NotFound();
        var T = words;
        string[] header =
        [
            T["Part"], T["Number"], T["Measure"], T["Of whom"], T["Figure"], T["Parts of it"], T["From"], T["To"], T["How it is filled"],
        ];
        return CsvFile.Of($"measures-{view.Framework.Code}.csv", view.Framework.Parts.SelectMany(p => p.Measures.SelectMany(
            m => view.Readings[m.Code].Figures.Select(f => Line(MeasureWords.Of(T, p.Name), m.Number, view.Readings[m.Code].Card, f))))
            .Prepend(header));
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private IEnumerable<string> Line(string part, string number, MeasureCard card, MeasureFigure figure) =>
    [
        part, number, MeasureWords.Of(words, card.Name), MeasureWords.Service(words, figure.Service),
        MeasureWords.Figure(words, card, figure),
        MeasureWords.Parts(words, figure), Day(figure.From), Day(figure.To),
        MeasureWords.Filled(words, card.Filled),
    ];
}
