using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>What one has to be told. Saying "seen" is a click of its own, because opening a page proves nothing.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class MyNotices(NoticeDesk desk) : PageModel
{
    public IReadOnlyList<NoticeView> Notices { get; private set; } = [];

    public IReadOnlyList<PanelNoticeView> OfPanels { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        Notices = await desk.Mine(HttpContext.Reader!, stop);
        OfPanels = await desk.MineOfPanels(HttpContext.Reader!, stop);
    }

    public async Task<IActionResult> OnPost(Id<Notice> notice, CancellationToken stop) =>
        await desk.Seen(notice, HttpContext.Reader!, stop) ? Redirect("/my-work/notices") : NotFound();
}
