using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Sessions;

/// <summary>Plans a session, or enters one that was held without a plan.</summary>
[Needs(Permission.KeepSupervision)]
internal sealed class PlanSession(SupervisionDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public DateOnly? On { get; set; }
    [BindProperty] public string? Begins { get; set; }
    [BindProperty] public string? Place { get; set; }
    [BindProperty] public string? Kind { get; set; }

    public PersonSupervision View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        Place = View.Line.Person.LastAgreement?.Place;
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Worker> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var wrong = Wrong(On, Begins, out var time);
        if (wrong.Count > 0 || !ModelState.IsValid) return this.Again(wrong);
        var plan = new SessionPlan(On!.Value, time, Place ?? "", SupervisionWords.Read<SessionKind>(Kind));
        var planned = await desk.Plan(id, plan, HttpContext.Reader!, stop);
        if (!planned.Try(out var session, out var problems)) return this.Again(problems);
        return Redirect(plan.On < clock.UkToday ? SupervisionLinks.Record(session.Id)
            : SupervisionLinks.Session(session.Id) + "?done=planned");
    }

    /// <summary>What is wrong with a day and a time.</summary>
    internal static List<Problem> Wrong(DateOnly? on, string? begins, out TimeOnly? time)
    {
        var problems = new List<Problem>();
        if (on is null) problems.Add(new("On", $"Enter the day of the session"));
        if (!SupervisionWords.TryTime(begins, out time)) problems.Add(new("Begins", $"Enter when it begins, for example 14:30"));
        return problems;
    }

    private async Task<bool> Read(Id<Worker> id, CancellationToken stop)
    {
        if (await desk.Person(id, HttpContext.Reader!, stop) is not { MayKeep: true } view) return false;
        View = view;
        return true;
    }
}
