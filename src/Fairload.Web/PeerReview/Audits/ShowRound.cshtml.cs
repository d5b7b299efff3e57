using System.Text;
using Fairload.App.PeerReview.Audits;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Audits;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.PeerReview.Audits;

/// <summary>A round for moderators: what it came to, how it was drawn, and what was learnt.</summary>
[Needs(Permission.ModerateAudits)]
internal sealed class ShowRound(AuditRoundDesk desk) : PageModel
{
    [BindProperty] public string? Learning { get; set; }
    [BindProperty] public int Seen { get; set; }

    public RoundView View { get; private set; } = null!;

    /// <summary>Somebody else has saved key messages since the page was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGet(Id<AuditRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        Learning = View.Round.Learning;
        return Page();
    }

    /// <summary>One reference a line, as its hash was taken.</summary>
    public async Task<IActionResult> OnGetList(Id<AuditRound> id, CancellationToken stop) =>
        await desk.ListOf(id, HttpContext.Reader!, stop) is { } list
            ? File(Encoding.UTF8.GetBytes(string.Concat(list.Select(r => r + "\n"))), "text/plain", "list.txt") : NotFound();

    public async Task<IActionResult> OnPostLearn(Id<AuditRound> id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Again([]);
        var learnt = await desk.Learn(id, Learning ?? "", Seen, HttpContext.Reader!, stop);
        if (learnt.Try(out _, out var problems)) return Redirect($"/file-audits/{id}");
        await Load(id, stop);
        IsOvertaken = Seen != View.Round.Version;
        return this.Again(problems);
    }

    private async Task<bool> Load(Id<AuditRound> id, CancellationToken stop)
    {
        if (await desk.Show(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }
}
