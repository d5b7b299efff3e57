using System.Globalization;
using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>Sheets with a code each, on the page on which they were drawn and nowhere else: no name, no number, in no order.</summary>
[Needs(Permission.PlanSurveys)]
internal sealed class PrintSheets(OpeningDesk desk, RoundReading rounds) : PageModel
{
    [BindProperty] public string? Sheets { get; set; }
    [BindProperty] public bool Again { get; set; }

    public RoundView View { get; private set; } = null!;
    public IReadOnlyList<AccessCode> Codes { get; private set; } = [];

    /// <summary>Who is given one.</summary>
    public int Most => View.Round.IsOfPeople ? OpeningDesk.MostSheets
        : View.Round.Mode == RoundMode.HandedOut ? View.People : View.Round.Unreached;

    public string Address => $"{Request.Scheme}://{Request.Host}/answer";

    public async Task<IActionResult> OnGet(Id<SurveyRound> id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Id<SurveyRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var count = int.TryParse(Sheets, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var drawn = await desk.Print(id, count, Again, HttpContext.Reader!, stop);
        if (!drawn.Try(out var sheets, out var problems)) return this.Again(problems);
        Codes = sheets.Codes;
        return Page();
    }

    /// <summary>Leads to the page with the code in the part of the address that a browser keeps to itself.</summary>
    public IHtmlContent Picture(AccessCode code)
    {
        using var data = QRCodeGenerator.GenerateQrCode($"{Address}#{code.Text}", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return new HtmlString(picture.GetGraphic(3));
    }

    private async Task<bool> Load(Id<SurveyRound> id, CancellationToken stop)
    {
        if (await rounds.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
