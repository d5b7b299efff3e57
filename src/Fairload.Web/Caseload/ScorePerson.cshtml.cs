using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Fairload.Web.Caseload;

[Needs(Permission.ScoreCases)]
internal sealed class ScorePerson(ScoreDesk desk) : ScoreCaseload(desk)
{
    public override string Address => $"{Links.Person(Scoring.Worker.Id)}/score";

    public Task<IActionResult> OnGet(Id<Worker> id, CancellationToken stop) => Show(id, stop);

    public Task<IActionResult> OnPost(Id<Worker> id, string? go, CancellationToken stop) => Save(id, go, stop);
}
