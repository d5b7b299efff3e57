using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeOwnWork)]
internal sealed class MyWork(PersonDesk desk, CouncilSettings settings) : PageModel
{
    /// <summary>Null where the account belongs to nobody on the staff list.</summary>
    public PersonView? Work { get; private set; }

    public CouncilSettings Settings { get; } = settings;

    public async Task OnGet(CancellationToken stop) => Work = await desk.MyWork(HttpContext.Reader!, stop);
}
