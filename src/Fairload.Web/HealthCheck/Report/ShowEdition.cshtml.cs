using System.Globalization;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A frozen edition: to read for those for whom it was published, to publish and to withdraw for whoever decides.</summary>
[Needs(Permission.SeeHealthCheck)]
internal sealed class ShowEdition(EditionDesk desk) : PageModel
{
    private static readonly string[] Times = ["H:mm", "H.mm", "HHmm"];

    [BindProperty] public Edition? Level { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? Consulted { get; set; }
    [BindProperty] public DateOnly? Embargo { get; set; }
    [BindProperty] public string? Time { get; set; }
    [BindProperty] public string? Because { get; set; }
    [BindProperty] public Id<Publication> Publication { get; set; }

    public FrozenView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(int year, Id<FrozenEdition> id, CancellationToken stop) => await Load(year, id, stop) ? Page()
        : NotFound();

    public Task<IActionResult> OnPostPublish(int year, Id<FrozenEdition> id, CancellationToken stop)
    {
        TimeOnly? time = null;
        if (!string.IsNullOrWhiteSpace(Time))
        {
            if (!TimeOnly.TryParseExact(Time.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                return Do(year, id, () => Task.FromResult<Result<Publication>?>(
                    new Problem("Time", $"“{Time}” is no time of the day. Write it as 09:30")), stop);
            }

            time = read;
        }

        return Do(year, id, () => desk.Decide(year, id, new(Level, Why ?? "", Consulted ?? "", Embargo, time), HttpContext.Reader!, stop),
            stop);
    }

    public Task<IActionResult> OnPostWithdraw(int year, Id<FrozenEdition> id, CancellationToken stop) =>
        Do(year, id, () => desk.Withdraw(id, Publication, Because ?? "", HttpContext.Reader!, stop), stop);

    private async Task<IActionResult> Do(int year, Id<FrozenEdition> id, Func<Task<Result<Publication>?>> work, CancellationToken stop)
    {
        if (!await Load(year, id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        if (await work() is not { } done) return NotFound();
        return done.Try(out _, out var problems) ? Redirect($"/health-check/{year}/editions/{id}") : this.Again(problems);
    }

    private async Task<bool> Load(int year, Id<FrozenEdition> id, CancellationToken stop)
    {
        if (await desk.One(year, id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
