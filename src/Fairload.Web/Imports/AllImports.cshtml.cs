using Fairload.App.Imports;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>What is held and as of when, what waits to be confirmed, and what was done.</summary>
[Needs(Permission.Import)]
internal sealed class AllImports(ImportDesk desk, SettleDesk names) : PageModel
{
    public IReadOnlyList<ImportRun> Held { get; private set; } = [];
    public IReadOnlyList<ImportRun> Waiting { get; private set; } = [];
    public IReadOnlyList<ImportRun> Past { get; private set; } = [];
    public Id<ImportRun>? Latest { get; private set; }
    public int Unsettled { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var runs = await desk.Recent(reader, stop);
        (Waiting, Past) = ([.. runs.Where(r => r.State == ImportState.Looked)], [.. runs.Where(r => r.State != ImportState.Looked)]);
        Held = await desk.Held(reader, stop);
        Latest = (await desk.Latest(stop))?.Id;
        Unsettled = (await names.Unsettled(reader, stop)).Count;
    }
}
