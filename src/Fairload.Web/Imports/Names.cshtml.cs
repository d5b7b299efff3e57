using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Imports;

/// <summary>Names and teams of the extracts that joined to nothing, each settled by a person once.</summary>
[Needs(Permission.Import)]
internal sealed class Names(SettleDesk desk) : PageModel
{
    private const int NamesAPage = 25;

    [BindProperty(SupportsGet = true, Name = "page-of")] public int? PageOf { get; set; }

    public IReadOnlyList<UnsettledName> All { get; private set; } = [];
    public IReadOnlyList<SettledLine> Settled { get; private set; } = [];
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public int Pages => Math.Max(1, (All.Count + NamesAPage - 1) / NamesAPage);
    public int ShownPage => Math.Clamp(PageOf ?? 1, 1, Pages);
    public IEnumerable<UnsettledName> Shown => All.Skip((ShownPage - 1) * NamesAPage).Take(NamesAPage);

    public IEnumerable<SelectListItem> TeamChoices(string none) =>
        Teams.Select(t => new SelectListItem(t.Name, t.Id.ToString())).Prepend(new(none, ""));

    public Task OnGet(CancellationToken stop) => Read(stop);

    /// <summary>The fields are read here and not bound: there are as many forms as names, and one's answer must not show in the
    /// others.</summary>
    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var (written, answer) = (Request.Form["Written"].ToString(), Request.Form["Answer"].ToString());
        var reader = HttpContext.Reader!;
        var settled = answer switch
        {
            "nobody" => await desk.IsNobody(written, reader, stop),
            "number" => await desk.IsStaffNumber(written, Request.Form["StaffNumber"], reader, stop),
            "team" when Id<Team>.TryParse(Request.Form["Team"], out var team) => await desk.IsTeam(written, team, reader, stop),
            "team" => new Problem("", $"Choose which team {written} is"),
            _ when Id<Worker>.TryParse(answer, out var worker) => await desk.IsWorker(written, worker, reader, stop),
            _ => new Problem("", $"Choose who {written} is"),
        };
        return await Answer(settled, stop);
    }

    public async Task<IActionResult> OnPostForget(CancellationToken stop) =>
        await Answer(Id<SettledName>.TryParse(Request.Form["Name"], out var name) ? await desk.Forget(name, HttpContext.Reader!, stop)
            : new Problem("", $"Choose a name to forget"), stop);

    private async Task<IActionResult> Answer(Result<Done> done, CancellationToken stop)
    {
        if (done.Try(out _, out var problems)) return Redirect(PageOf is > 1 ? $"/imports/names?page-of={PageOf}" : "/imports/names");
        await Read(stop);
        return this.Again(problems.Select(p => p with { Field = "" }));
    }

    private async Task Read(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        (All, Settled, Teams) = (await desk.Unsettled(reader, stop), await desk.Settled(reader, stop), await desk.Teams(reader, stop));
    }
}
