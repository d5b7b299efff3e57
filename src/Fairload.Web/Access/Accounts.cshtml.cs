using Fairload.App.Access;
using Fairload.Core.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Access;

[Needs(Permission.ManageAccounts)]
internal sealed class Accounts(AccountDesk desk) : PageModel
{
    public IReadOnlyList<AccountView> People { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => People = await desk.List(stop);
}
