using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision;

/// <summary>What the panel was about, for learning: over the whole council, never by person or team, and without a count.</summary>
[Needs(Permission.SeePanelThemes)]
internal sealed class PanelThemes(PanelSessionDesk desk) : PageModel
{
    public IReadOnlyList<ThemeDays> Themes { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Themes = await desk.Themes(HttpContext.Reader!, stop);
}
