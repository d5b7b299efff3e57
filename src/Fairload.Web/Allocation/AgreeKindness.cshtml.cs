using System.Globalization;
using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>Enters a new version of what speaks for a person beside the load. It begins as the one in force.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeKindness(KindDesk desk) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? AgreedBy { get; set; }
    [BindProperty] public DateOnly? LiveFrom { get; set; }

    /// <summary>Weights as typed.</summary>
    [BindProperty] public string? HoldsSibling { get; set; }
    [BindProperty] public string? HeldBefore { get; set; }
    [BindProperty] public string? SameTeam { get; set; }
    [BindProperty] public bool HoldsSiblingIsOn { get; set; }
    [BindProperty] public bool HeldBeforeIsOn { get; set; }
    [BindProperty] public bool SameTeamIsOn { get; set; }

    public async Task OnGet(CancellationToken stop)
    {
        var now = (await desk.InForce(HttpContext.Reader!, stop)).InForce;
        Name = now.IsExample ? "" : now.Name;
        (HoldsSibling, HoldsSiblingIsOn) = (Said(now.HoldsSibling), now.HoldsSibling.IsOn);
        (HeldBefore, HeldBeforeIsOn) = (Said(now.HeldBefore), now.HeldBefore.IsOn);
        (SameTeam, SameTeamIsOn) = (Said(now.SameTeam), now.SameTeam.IsOn);
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var problems = new List<Problem>();
        if (LiveFrom is null) problems.Add(new("LiveFrom", $"Enter the day from which they count"));
        var (sibling, before) = (Read(HoldsSibling, "HoldsSibling"), Read(HeldBefore, "HeldBefore"));
        var team = Read(SameTeam, "SameTeam");
        if (problems.Count > 0 || !ModelState.IsValid) return this.Again(problems);
        var draft = new KindAgreement(
            "new", Name ?? "", AgreedBy ?? "", LiveFrom!.Value, false, new(before, HeldBeforeIsOn), new(sibling, HoldsSiblingIsOn),
            new(team, SameTeamIsOn));
        var agreed = await desk.Agree(draft, HttpContext.Reader!, stop);
        return agreed.Try(out _, out var refused) ? Redirect("/settings/kindness") : this.Again(refused);

        int Read(string? typed, string field)
        {
            if (int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var weight)) return weight;
            problems.Add(new(field, $"Enter the weight as a whole number from 0 to {KindAgreement.Most}"));
            return 0;
        }
    }

    private static string Said(KindTerm term) => term.Weight.ToString(CultureInfo.InvariantCulture);
}
