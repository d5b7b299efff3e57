using Fairload.App.Workforce.Reorganisations;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Workforce.Reorganisations;

/// <summary>Every reorganisation: prepared, done, taken back.</summary>
[Needs(Permission.Reorganise)]
internal sealed class ListReorganisations(ReorganisationDesk desk) : PageModel
{
    public IReadOnlyList<ReorganisationLine> All { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => All = await desk.All(HttpContext.Reader!, stop);
}
