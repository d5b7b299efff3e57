using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Workplace;

/// <summary>One small thing: what is wrong, who sees to it, and the answer.</summary>
[Needs(Permission.SeeWorkplace)]
internal sealed class ShowThing(SmallThingDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty] public string? Owner { get; set; }
    [BindProperty] public string? Outside { get; set; }
    [BindProperty] public DateOnly? FixedOn { get; set; }
    [BindProperty] public string? Because { get; set; }
    [BindProperty] public int Version { get; set; }

    public SmallThingLine Line { get; private set; } = null!;
    public string? Done { get; private set; }
    private IReadOnlyList<Worker> Staff { get; set; } = [];

    public IEnumerable<SelectListItem> Owners(string none) => Staff
        .Select(w => new SelectListItem(w.Name, w.Id.ToString(), w.Id == Line.Thing.OwnerId)).Prepend(new(none, ""));

    public async Task<IActionResult> OnGet(Id<SmallThing> id, string? done, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        (Done, FixedOn) = (done, clock.UkToday);
        return Page();
    }

    public Task<IActionResult> OnPostToo(Id<SmallThing> id, CancellationToken stop) =>
        Try(id, _ => HttpContext.Reader!.May(Permission.ReportAtWork), () => desk.SayToo(id, HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostOwn(Id<SmallThing> id, CancellationToken stop) => Try(
        id, l => l.MayOwn,
        () => desk.Own(id, Id<Worker>.TryParse(Owner, out var one) ? one : null, Outside ?? "", Version, HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostFix(Id<SmallThing> id, CancellationToken stop) => Try(
        id, l => l.MayAnswer,
        async () => FixedOn is { } on ? await desk.Fix(id, on, Version, HttpContext.Reader!, stop)
            : new Problem("FixedOn", $"Enter the day on which it was fixed"), stop);

    public Task<IActionResult> OnPostCannot(Id<SmallThing> id, CancellationToken stop) =>
        Try(id, l => l.MayAnswer, () => desk.Cannot(id, Because ?? "", Version, HttpContext.Reader!, stop), stop);

    public Task<IActionResult> OnPostAgain(Id<SmallThing> id, CancellationToken stop) => Try(
        id, _ => HttpContext.Reader!.May(Permission.ReportAtWork), () => desk.OpenAgain(id, Version, HttpContext.Reader!, stop), stop);

    private async Task<IActionResult> Try(
        Id<SmallThing> id, Func<SmallThingLine, bool> may, Func<Task<Result<Done>>> verb, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!may(Line)) return StatusCode(StatusCodes.Status403Forbidden);
        if (!ModelState.IsValid) return this.Refused([]);
        var done = await verb();
        if (done.Try(out _, out var problems)) return Redirect($"/workplace/things/{id}?done=stored");
        await Load(id, stop);
        return this.Refused(problems);
    }

    private async Task<bool> Load(Id<SmallThing> id, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (await desk.Show(id, reader, stop) is not { } line) return false;
        Line = line;
        if (line.MayOwn) Staff = await desk.Staff(line.Thing.TeamId, reader, stop);
        return true;
    }
}
