using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Fairload.Web.Caseload;

[Needs(Permission.ScoreCases)]
internal sealed class ScoreOwn(ScoreDesk desk) : ScoreCaseload(desk)
{
    public override string Address => "/my-work/score";

    public async Task<IActionResult> OnGet(CancellationToken stop) =>
        HttpContext.Reader!.Worker is { } me ? await Show(me, stop) : NotFound();

    public async Task<IActionResult> OnPost(string? go, CancellationToken stop) =>
        HttpContext.Reader!.Worker is { } me ? await Save(me, go, stop) : NotFound();
}
