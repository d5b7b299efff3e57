using Fairload.App.PeerReview;
using Fairload.App.PeerReview.Room;
using Fairload.Core.Access;
using Fairload.Core.PeerReview.Room;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.PeerReview.Room;

/// <summary>The evidence room, or as much of it as is opened to whoever comes from outside.</summary>
[Needs(Permission.SeeEvidence)]
internal sealed class ListEvidence(EvidenceDesk desk, Catalogue words) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Find { get; set; }
    [BindProperty(SupportsGet = true)] public string? Part { get; set; }
    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    public EvidenceList View { get; private set; } = null!;
    public FrameworkParts Known => desk.Parts;
    public bool IsSearch => !string.IsNullOrWhiteSpace(Find) || !string.IsNullOrEmpty(Part) || !string.IsNullOrEmpty(State);

    public IEnumerable<SelectListItem> Parts(string all) =>
        View.Parts.Select(p => new SelectListItem(RoomWords.Of(words, p), p.Code, p.Code == Part)).Prepend(new(all, ""));

    public IEnumerable<SelectListItem> States(string all) =>
        Enum.GetValues<EvidenceState>().Select(s => new SelectListItem(RoomWords.State(words, s), $"{s}", $"{s}" == State))
            .Prepend(new(all, ""));

    public async Task OnGet(CancellationToken stop)
    {
        EvidenceState? state = Enum.TryParse<EvidenceState>(State, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        View = await desk.List(new(Find, Part, state), HttpContext.Reader!, stop);
    }
}
