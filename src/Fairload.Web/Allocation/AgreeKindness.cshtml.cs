using System.Globalization;
using Fairload.App.Allocation;
using Fairload.Core.Access;
using Fairload.Core.Allocation;
using Fairload.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Allocation;

/// <summary>A term of the form, as it stands or was typed.</summary>
internal sealed record KindField(KindSigns Sign, string Says, string Weight, bool IsOn)
{
    public string Name => Sign.ToString();

    public string Switch => Sign + "IsOn";
}

/// <summary>Enters a new version of what speaks for a person beside the load. It begins as the one in force.</summary>
[Needs(Permission.AgreeSettings)]
internal sealed class AgreeKindness(KindDesk desk, Catalogue T) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? AgreedBy { get; set; }
    [BindProperty] public DateOnly? LiveFrom { get; set; }

    public IReadOnlyList<KindField> Terms { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var now = (await desk.InForce(HttpContext.Reader!, stop)).InForce;
        Name = now.IsExample ? "" : now.Name;
        Terms =
        [
            .. KindWords.Lines(T, now).Select(l => new KindField(
                l.Sign, l.Says, l.Term.Weight.ToString(CultureInfo.InvariantCulture), l.Term.IsOn)),
        ];
    }

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var form = Request.Form;
        Terms =
        [
            .. KindAgreement.Order.Select(s => new KindField(
                s, KindWords.Says(T, s), form[$"{s}"].ToString(), form[$"{s}IsOn"] == "true")),
        ];
        var problems = new List<Problem>();
        if (LiveFrom is null) problems.Add(new("LiveFrom", $"Enter the day from which they count"));
        var nothing = new KindTerm(0, false);
        var draft = new KindAgreement("new", Name ?? "", AgreedBy ?? "", LiveFrom ?? default, false, nothing, nothing, nothing);
        foreach (var term in Terms) draft = draft.With(term.Sign, new(Read(term), term.IsOn));
        if (problems.Count > 0 || !ModelState.IsValid) return this.Again(problems);
        var agreed = await desk.Agree(draft, HttpContext.Reader!, stop);
        return agreed.Try(out _, out var refused) ? Redirect("/settings/kindness") : this.Again(refused);

        int Read(KindField term)
        {
            if (int.TryParse(term.Weight, NumberStyles.Integer, CultureInfo.InvariantCulture, out var weight)) return weight;
            problems.Add(new(term.Name, $"Enter the weight as a whole number from 0 to {KindAgreement.Most}"));
            return 0;
        }
    }
}
