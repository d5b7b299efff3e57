using Fairload.App.Imports;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>The saved ways to read a council's own case sheets.</summary>
[Needs(Permission.Import)]
internal sealed class Matchings(MatchingDesk desk) : PageModel
{
    public IReadOnlyList<string> Saved { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Saved = await desk.Names(HttpContext.Reader!, stop);
}
