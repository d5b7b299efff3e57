using Fairload.App.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Surveys.Rounds;

/// <summary>Which surveys there are; for most readers those that are open.</summary>
[Needs(Permission.SeeSurveys)]
internal sealed class ListSurveys(RoundReading rounds) : PageModel
{
    public RoundList View { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => View = await rounds.All(HttpContext.Reader!, stop);
}
