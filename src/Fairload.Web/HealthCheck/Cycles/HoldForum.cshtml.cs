using System.Globalization;
using Fairload.App.HealthCheck.Cycles;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Cycles;

/// <summary>Writes down a forum: what was said, and how many it reached.</summary>
[Needs(Permission.RunHealthCheck)]
internal sealed class HoldForum(CycleDesk cycles, TalkDesk desk) : PageModel
{
    [BindProperty] public DateOnly? HeldOn { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public ForumHosts? Hosts { get; set; }
    [BindProperty] public string? People { get; set; }
    [BindProperty] public string? Notes { get; set; }

    public int Year { get; private set; }

    public async Task<IActionResult> OnGet(int year, CancellationToken stop)
    {
        Year = year;
        return await cycles.Show(year, HttpContext.Reader!, stop) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(int year, CancellationToken stop)
    {
        Year = year;
        if (await cycles.Show(year, HttpContext.Reader!, stop) is null) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var typed = (People ?? "").Trim();
        int? people = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var came) ? came : typed.Length == 0 ? null
            : -1;
        var held = await desk.Hold(year, new(HeldOn, Place ?? "", Hosts, people, Notes ?? ""), HttpContext.Reader!, stop);
        return held.Try(out _, out var problems) ? Redirect($"/health-check/{year}") : this.Again(problems);
    }
}
