using Fairload.App.Allocation.Meetings;
using Fairload.App.Audit;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Meetings;

/// <summary>One meeting: its list, what is proven about it, and the change of one line.</summary>
[Needs(Permission.Allocate)]
internal sealed class ShowMeeting(
    MeetingDesk desk, MeetingEditing editing, MeetingDecisions decisions, MeetingsAtWork atWork, AuditTrail audit, CouncilSettings settings)
    : PageModel
{
    [BindProperty] public Id<MeetingLine> Line { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public EditKind Kind { get; set; }
    [BindProperty] public string? Worker { get; set; }
    [BindProperty] public string? Present { get; set; }
    [BindProperty] public string? Minutes { get; set; }

    /// <summary>Cases that were not given back, because somebody has decided about them since.</summary>
    [BindProperty(SupportsGet = true)] public string? NotBack { get; set; }

    public MeetingView View { get; private set; } = null!;
    public CouncilSettings Settings { get; } = settings;
    public AtWork? AtWork { get; private set; }
    public IReadOnlyList<Problem> Failed { get; private set; } = [];
    public bool IsOpen => View.Meeting.State == MeetingState.Open;

    public async Task<IActionResult> OnGet(Id<AllocationMeeting> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "meeting", id.ToString(), stop);
        if (AtWork is not null) Response.Headers["Refresh"] = "2";
        return Page();
    }

    public async Task<IActionResult> OnPostChange(Id<AllocationMeeting> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        Id<Worker>? worker = Id<Worker>.TryParse(Worker, out var one) ? one : null;
        var changed = await editing.Change(id, new(Line, Version, Kind, worker, ""), HttpContext.Reader!, stop);
        if (changed.Try(out _, out var problems)) return Redirect($"/meetings/{id}#line-{Line}");
        await Read(id, stop);
        return this.Again(problems);
    }

    public Task<IActionResult> OnPostBegin(Id<AllocationMeeting> id, CancellationToken stop) => Do(id, async () =>
    {
        if (View.Meeting.State == MeetingState.Preparing) await NewMeeting.BeginAndWait(atWork, id, HttpContext.Reader!, stop);
        else if (!(await editing.WorkOut(id, HttpContext.Reader!, stop)).Try(out _, out var problems)) return problems;
        return [];
    }, stop);

    public Task<IActionResult> OnPostEnough(Id<AllocationMeeting> id, CancellationToken stop) => Do(id, () =>
    {
        atWork.Enough(id);
        return Task.FromResult<IReadOnlyList<Problem>>([]);
    }, stop);

    public Task<IActionResult> OnPostGiveUp(Id<AllocationMeeting> id, CancellationToken stop) => Do(id, async () =>
        (await desk.GiveUp(id, HttpContext.Reader!, stop)).Try(out _, out var problems) || View.Meeting.State == MeetingState.GivenUp
            ? [] : problems, stop);

    public Task<IActionResult> OnPostAgree(Id<AllocationMeeting> id, CancellationToken stop) => Do(id, async () =>
        (await decisions.Agree(id, Version, Present ?? "", Minutes ?? "", HttpContext.Reader!, stop)).Try(out _, out var problems)
        || (View.Meeting.State == MeetingState.Agreed && View.Meeting.EndedBy == HttpContext.Reader!.Name) ? [] : problems, stop);

    public async Task<IActionResult> OnPostTakeBack(Id<AllocationMeeting> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var taken = await decisions.TakeBack(id, HttpContext.Reader!, stop);
        if (taken.Try(out var back, out var problems))
            return Redirect($"/meetings/{id}?NotBack={Uri.EscapeDataString(string.Join(", ", back.Left))}");
        return View.Meeting.State == MeetingState.TakenBack ? Redirect($"/meetings/{id}") : this.Again(problems);
    }

    /// <summary>A load before and after in one bar: what comes on top has the second ink.</summary>
    public LoadBar Bar(PlanPerson person)
    {
        var scale = LoadBar.ScaleFor(View.Plan!.People.Select(p => (decimal?)(Math.Max(p.Before, p.After) * 100)));
        var kept = Math.Min(person.Before, person.After) * 100;
        return new([new('a', kept), new('b', (person.After * 100) - kept)], null, null, scale);
    }

    /// <summary>Those whom it changes, the heaviest afterwards first.</summary>
    public IEnumerable<PlanPerson> Changed => View.Plan!.People.Where(p => Math.Abs(p.After - p.Before) > 0.00005m)
        .OrderByDescending(p => p.After).ThenBy(p => View.People[p.Worker].Name, StringComparer.CurrentCulture);

    private async Task<IActionResult> Do(Id<AllocationMeeting> id, Func<Task<IReadOnlyList<Problem>>> work, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        var problems = await work();
        if (problems.Count == 0) return Redirect($"/meetings/{id}");
        await Read(id, stop);
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<AllocationMeeting> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        (View, AtWork) = (view, view.Meeting.State == MeetingState.Preparing ? atWork.At(id) : null);
        Failed = atWork.Failed.GetValueOrDefault(id) ?? [];
        return true;
    }
}
