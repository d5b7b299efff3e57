using Fairload.App.DataProtection;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.DataProtection;

/// <summary>Everything that is stored about the reader, as a file to take away.</summary>
[Needs(Permission.OwnAccount)]
internal sealed class MyData(PersonDataDesk desk) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop) => await desk.Mine(HttpContext.Reader!, stop) is { } data
        ? File(PersonFile.Write(data), "application/zip", "my-data.zip") : NotFound();
}
