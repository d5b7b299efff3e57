using Fairload.App.Imports;
using Fairload.App.Imports.Inbox;
using Fairload.App.Workforce;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Imports;

/// <summary>What is held and as of when, what waits to be confirmed, and what was done.</summary>
[Needs(Permission.Import)]
internal sealed class AllImports(ImportDesk desk, SettleDesk names, InboxDesk inbox, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ImportRun> Held { get; private set; } = [];
    public IReadOnlyList<ImportRun> Waiting { get; private set; } = [];
    public IReadOnlyList<ImportRun> Past { get; private set; } = [];
    public Id<ImportRun>? Latest { get; private set; }
    public int Unsettled { get; private set; }
    public InboxView Inbox { get; private set; } = null!;

    /// <summary>It is looked at every minute while the site runs; longer than this is a sign that it is not.</summary>
    public bool InboxIsSilent => Inbox.LookedAt is { } last && clock.GetUtcNow().UtcDateTime - last > TimeSpan.FromMinutes(10);

    public async Task OnGet(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        var runs = await desk.Recent(reader, stop);
        (Waiting, Past) = ([.. runs.Where(r => r.State == ImportState.Looked)], [.. runs.Where(r => r.State != ImportState.Looked)]);
        Held = await desk.Held(reader, stop);
        Latest = (await desk.Latest(stop))?.Id;
        Inbox = await inbox.View(reader, stop);
        Unsettled = (await names.Unsettled(reader, stop)).Count;
    }
}
