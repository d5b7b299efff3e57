using System.Globalization;
using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.Supervision;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Supervision;

/// <summary>Opens a session of the panel.</summary>
[Needs(Permission.HoldPanel)]
internal sealed class OpenPanel(PanelSessionDesk desk) : PageModel
{
    [BindProperty] public string? Service { get; set; }
    [BindProperty] public DateOnly? HeldOn { get; set; }
    [BindProperty] public string? Begins { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Sits { get; set; }
    [BindProperty] public int? Slots { get; set; }
    [BindProperty] public int? SlotMinutes { get; set; }

    public IReadOnlyList<string> Services { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices(string whole) =>
        Services.Select(s => new SelectListItem(s.Length > 0 ? s : whole, s, s == (Service ?? "")));

    public async Task OnGet(CancellationToken stop)
    {
        Services = await desk.Services(HttpContext.Reader!, stop);
        (Slots, SlotMinutes) = (4, 30);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Services = await desk.Services(reader, stop);
        var problems = new List<Problem>();
        var typed = (Begins ?? "").Trim().Replace('.', ':');
        string[] forms = ["H:mm", "HH:mm"];
        var isTime = TimeOnly.TryParseExact(typed, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins);
        if (HeldOn is null) problems.Add(new("HeldOn", $"Enter the day of the session"));
        if (!isTime) problems.Add(new("Begins", $"Enter when it begins, for example 14:30"));
        if (Slots is null) problems.Add(new("Slots", $"Enter how many slots it has"));
        if (SlotMinutes is null) problems.Add(new("SlotMinutes", $"Enter how many minutes a slot takes"));
        if (problems.Count > 0 || !ModelState.IsValid) return this.Again(problems);

        var offer = new PanelOffer(Service ?? "", HeldOn!.Value, begins, Place ?? "", Sits ?? "", Slots!.Value, SlotMinutes!.Value);
        var opened = await desk.Open(offer, reader, stop);
        return opened.Try(out var session, out var refused) ? Redirect(Links.PanelSession(session.Id) + "?done=opened")
            : this.Again(refused);
    }
}
