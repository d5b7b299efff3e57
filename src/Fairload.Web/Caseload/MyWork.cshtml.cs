using Fairload.App.Allocation;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeOwnWork)]
internal sealed class MyWork(PersonDesk desk, HandoverDesk handover, CouncilSettings settings) : PageModel
{
    /// <summary>Null where the account belongs to nobody on the staff list.</summary>
    public PersonView? Work { get; private set; }

    /// <summary>Null where nothing is handed over.</summary>
    public HandoverList? Handover { get; private set; }

    public CouncilSettings Settings { get; } = settings;

    public async Task OnGet(CancellationToken stop) =>
        (Work, Handover) = (await desk.MyWork(HttpContext.Reader!, stop), await handover.Mine(HttpContext.Reader!, stop));
}
