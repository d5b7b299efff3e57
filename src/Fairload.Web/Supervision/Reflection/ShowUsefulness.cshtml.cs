using Fairload.App.Supervision.Reflection;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Reflection;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision.Reflection;

/// <summary>What was let out of what workers say of their supervision.</summary>
[Needs(Permission.SeeSupervisionFigures)]
internal sealed class ShowUsefulness(UsefulnessDesk desk) : PageModel
{
    public UsefulnessView View { get; private set; } = null!;
    public bool MayLetOut => HttpContext.Reader!.May(Permission.PlanSurveys);

    public static string Part(Catalogue T, AgreeingPart? part) => part switch
    {
        null => "[c]",
        { Tens: AgreeingPart.Least } => T["{0}% or less", AgreeingPart.Least],
        { Tens: AgreeingPart.Most } => T["{0}% or more", AgreeingPart.Most],
        { } some => T["about {0}%", some.Tens],
    };

    public static string Where(Catalogue T, UsefulnessLine line) =>
        line.Team.Length > 0 ? line.Team : line.Service.Length > 0 ? line.Service : T["Everybody"];

    public async Task OnGet(CancellationToken stop) => View = await desk.Look(HttpContext.Reader!, stop);
}
