using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workplace;

/// <summary>Opens and closes time-use weeks, and lets the figures of a quarter out.</summary>
[Needs(Permission.ReleaseWorkplace)]
internal sealed class LetOut(TimeUseDesk time, QuarterDesk quarters, TimeProvider clock) : PageModel
{
    public QuartersOut Quarters { get; private set; } = null!;
    public IReadOnlyList<TimeUseRound> Rounds { get; private set; } = [];
    public DateOnly Today => clock.UkToday;
    public string? Done { get; private set; }

    public async Task OnGet(string? done, CancellationToken stop)
    {
        await Load(stop);
        Done = done;
    }

    public async Task<IActionResult> OnPostOpen(DateOnly? week, CancellationToken stop)
    {
        await Load(stop);
        if (week is not { } monday) return this.Refused([new("Week", $"Enter the Monday on which the week begins")]);
        var opened = await time.OpenWeek(monday, HttpContext.Reader!, stop);
        return opened.Try(out _, out var problems) ? Redirect("/workplace/release?done=opened") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostClose(DateOnly? week, CancellationToken stop)
    {
        await Load(stop);
        var closed = await time.Close(week ?? default, HttpContext.Reader!, stop);
        return closed.Try(out _, out var problems) ? Redirect("/workplace/release?done=closed") : this.Again(problems);
    }

    public async Task<IActionResult> OnPostQuarter(CancellationToken stop)
    {
        await Load(stop);
        var released = await quarters.Release(HttpContext.Reader!, stop);
        return released.Try(out _, out var problems) ? Redirect("/workplace/release?done=quarter") : this.Again(problems);
    }

    private async Task Load(CancellationToken stop) =>
        (Quarters, Rounds) = (await quarters.Look(HttpContext.Reader!, stop), await time.Rounds(HttpContext.Reader!, stop));
}
