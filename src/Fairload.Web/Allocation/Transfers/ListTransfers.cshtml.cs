using Fairload.App.Allocation.Transfers;
using Fairload.Core.Access;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Transfers;

/// <summary>What is on its way between teams, as far as the reader's teams have to do with it.</summary>
[Needs(Permission.SeeTransfers)]
internal sealed class ListTransfers(TransferDesk desk) : PageModel
{
    public TransferLists All { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => All = await desk.All(HttpContext.Reader!, stop);
}

/// <summary>Transfers in a table with its caption.</summary>
public sealed record TransferTableView(string Caption, IReadOnlyList<TransferLine> Lines);
