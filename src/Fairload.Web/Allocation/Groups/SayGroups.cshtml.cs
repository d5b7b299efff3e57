using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation.Groups;

/// <summary>What somebody says of themselves, if they want to, so that it can be seen whether work falls evenly.</summary>
[Needs(Permission.SeeOwnWork)]
internal sealed class SayGroups(GroupFairnessDesk desk) : PageModel
{
    [BindProperty] public string? Ethnicity { get; set; }
    [BindProperty] public string? Sex { get; set; }
    [BindProperty] public string? Disability { get; set; }
    [BindProperty] public string? Age { get; set; }

    public bool IsSaved { get; private set; }

    /// <summary>The account is joined to nobody on the staff list, so nothing can be kept.</summary>
    public bool IsOfNobody => HttpContext.Reader!.Worker is null;

    public string Said(GroupQuestion question) => question switch
    {
        GroupQuestion.Ethnicity => Ethnicity,
        GroupQuestion.Sex => Sex,
        GroupQuestion.Disability => Disability,
        _ => Age,
    } ?? "";

    public async Task<IActionResult> OnGet(string? saved, CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (IsOfNobody) return Page();
        var said = await desk.Mine(reader, stop);
        (Ethnicity, Sex, Disability, Age) = (
            said.GetValueOrDefault(GroupQuestion.Ethnicity), said.GetValueOrDefault(GroupQuestion.Sex),
            said.GetValueOrDefault(GroupQuestion.Disability), said.GetValueOrDefault(GroupQuestion.Age));
        IsSaved = saved is not null;
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var reader = HttpContext.Reader!;
        if (IsOfNobody) return NotFound();
        var said = await desk.Say(OwnGroups.Questions.ToDictionary(q => q, Said), reader, stop);
        return said.Try(out _, out var problems) ? Redirect("/my-work/groups?saved=1") : this.Again(problems);
    }
}
