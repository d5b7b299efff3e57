using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Caseload;

[Needs(Permission.SeeCases)]
internal sealed class FindCases(CaseDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Find { get; set; }

    public IReadOnlyList<Case> Found { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Find)) return Page();
        Found = await desk.Find(Find, HttpContext.Reader!, stop);
        return Found is [var one] ? Redirect(Links.Case(one.Id)) : Page();
    }
}
