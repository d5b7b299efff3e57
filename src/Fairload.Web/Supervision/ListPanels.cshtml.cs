using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Supervision;

/// <summary>The complex case panel: what one has brought, and for those who sit on it the sessions.</summary>
[Needs(Permission.BringToPanel)]
internal sealed class ListPanels(PanelDesk desk, PanelSessionDesk sessions) : PageModel
{
    public IReadOnlyList<BookingView> Bookings { get; private set; } = [];
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];
    public bool Holds => HttpContext.Reader!.May(Permission.HoldPanel);

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        Bookings = await desk.Mine(reader, stop);
        if (Holds) Sessions = await sessions.All(reader, stop);
    }
}
