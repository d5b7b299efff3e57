using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>Reports a small thing in two steps: what and where, then a look.</summary>
[Needs(Permission.ReportAtWork)]
internal sealed class ReportThing(SmallThingDesk desk, IncidentDesk units) : PageModel
{
    [BindProperty] public SmallThingKind? Kind { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? What { get; set; }
    [BindProperty] public string? Team { get; set; }
    [BindProperty] public string? Named { get; set; }

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    /// <summary>What would be sent, in the second step; null in the first.</summary>
    public SmallThing? Looked { get; private set; }

    public async Task OnGet(CancellationToken stop) => Teams = await units.Teams(HttpContext.Reader!, stop);

    public async Task<IActionResult> OnPostLook(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Teams = await units.Teams(reader, stop);
        if (!Facts().Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var looked = await desk.Look(facts, Named == "yes", reader, stop);
        if (!looked.Try(out var thing, out var refused)) return this.Refused(refused);
        Looked = thing;
        return Page();
    }

    public async Task<IActionResult> OnPostSend(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Teams = await units.Teams(reader, stop);
        if (!Facts().Try(out var facts, out var problems) || !ModelState.IsValid) return this.Refused(problems);
        var sent = await desk.Report(facts, Named == "yes", reader, stop);
        return sent.Try(out var thing, out var refused) ? Redirect($"/workplace/things/{thing.Id}?done=reported") : this.Refused(refused);
    }

    /// <summary>Back to the first step with everything that was typed.</summary>
    public async Task<IActionResult> OnPostBack(CancellationToken stop)
    {
        Teams = await units.Teams(HttpContext.Reader!, stop);
        return Page();
    }

    private Result<SmallThingFacts> Facts()
    {
        var problems = new List<Problem>();
        if (Kind is null) problems.Add(new("Kind", $"Choose what it is"));
        if (!Id<Team>.TryParse(Team, out var team)) problems.Add(new("Team", $"Choose a team from the list"));
        if (Named is not ("yes" or "no")) problems.Add(new("Named", $"Choose whether you want to be named"));
        if (string.IsNullOrWhiteSpace(What)) problems.Add(new("What", $"Say in a few words what is wrong"));
        if (string.IsNullOrWhiteSpace(Place)) problems.Add(new("Place", $"Say where it is"));
        return problems.Count > 0 ? problems : new SmallThingFacts(Kind!.Value, Place!, What!, team);
    }
}
