using Fairload.App.PeerReview.Audits;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.PeerReview.Audits;

/// <summary>Draws a round of audits.</summary>
[Needs(Permission.ModerateAudits)]
internal sealed class DrawAudits(AuditRoundDesk desk) : PageModel
{
    private const string OfTeam = "team:";
    private const string OfService = "service:";

    [BindProperty] public DateOnly? FromOn { get; set; }
    [BindProperty] public DateOnly? LastOn { get; set; }
    [BindProperty] public string? Where { get; set; }
    [BindProperty] public int? Wanted { get; set; }
    [BindProperty] public DateOnly? DueOn { get; set; }
    [BindProperty] public List<string> Auditors { get; set; } = [];
    [BindProperty] public bool Again { get; set; }

    public RoundChoices Choices { get; private set; } = null!;

    public IEnumerable<SelectListItem> Places(string whole) =>
    [
        new(whole, ""),
        .. Choices.Services.Select(s => new SelectListItem(s, OfService + s)),
        .. Choices.Teams.Select(t => new SelectListItem(t.Name, $"{OfTeam}{t.Id}")),
    ];

    public async Task OnGet(CancellationToken stop)
    {
        Choices = await desk.Choices(HttpContext.Reader!, stop);
        Wanted = 12;
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        Choices = await desk.Choices(HttpContext.Reader!, stop);
        if (!ModelState.IsValid) return this.Again([]);
        var (team, service) = Place();
        if (Where is { Length: > 0 } && team is null && service.Length == 0)
            return this.Again([new("Where", $"Choose whose files are drawn from the list")]);
        var chosen = Choices.Auditors.Select(a => a.Account).Where(a => Auditors.Contains(a.ToString())).ToList();
        var drawn = await desk.Draw(new(FromOn, LastOn, team, service, Wanted, DueOn), chosen, Again, HttpContext.Reader!, stop);
        return drawn.Try(out var round, out var problems) ? Redirect($"/file-audits/{round.Id}") : this.Again(problems);
    }

    private (Id<Team>? Team, string Service) Place()
    {
        if (Where is not { Length: > 0 } where) return (null, "");
        if (where.StartsWith(OfService, StringComparison.Ordinal) && Choices.Services.Contains(where[OfService.Length..]))
            return (null, where[OfService.Length..]);
        return Choices.Teams.FirstOrDefault(t => $"{OfTeam}{t.Id}" == where) is { } team ? (team.Id, "") : (null, "");
    }
}
