using System.Globalization;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Fairload.Web.Access;
using Fairload.Web.Workforce;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Fairload.Web.Caseload;

/// <summary>What no extract tells of a case. To be read by whoever may see the case, and changed by who allocates or holds it.</summary>
[Needs(Permission.SeeCases)]
internal sealed class EnterSupplement(SupplementDesk desk, AuditTrail audit, Catalogue T) : PageModel
{
    /// <summary>Of the version as it was seen; 0 for none.</summary>
    [BindProperty] public int Number { get; set; }
    [BindProperty] public string? Language { get; set; }
    [BindProperty] public bool LanguageIsMust { get; set; }
    [BindProperty] public string? Wish { get; set; }
    [BindProperty] public string? About { get; set; }
    [BindProperty] public string? Locality { get; set; }
    [BindProperty] public string? ConflictWith { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public IReadOnlyList<string> Ends { get; set; } = [];
    [BindProperty] public string? Family { get; set; }
    [BindProperty] public string? Court { get; set; }
    [BindProperty] public DateOnly? HearingOn { get; set; }
    [BindProperty] public string? Travel { get; set; }
    [BindProperty] public string? Label { get; set; }
    [BindProperty] public string? CoWorker { get; set; }
    [BindProperty] public string? Share { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public IReadOnlyList<string> CoWorkerEnds { get; set; } = [];

    public SupplementView View { get; private set; } = null!;

    /// <summary>Somebody has entered another version while this one was typed.</summary>
    public bool IsOvertaken { get; private set; }

    public IReadOnlyList<SelectListItem> Languages =>
    [
        new(T["none that matters"], ""),
        .. View.Words.Languages.Select(l => new SelectListItem(PracticeText.Language(T, View.Words, l.Code), l.Code))
            .OrderBy(l => l.Text, StringComparer.CurrentCulture).Select(l => Chosen(l, Language)),
    ];

    public IReadOnlyList<SelectListItem> HeldBy =>
        [new(T["Choose"], ""), .. View.HeldBy.Select(w => Chosen(new(w.Name, w.Id.ToString()), About))];

    public IReadOnlyList<SelectListItem> Staff =>
        [new(T["Nobody else"], ""), .. View.Staff.Select(w => Chosen(new(w.Name, w.Id.ToString()), ConflictWith))];

    public IReadOnlyList<SelectListItem> Beside =>
        [new(T["Nobody else"], ""), .. View.Staff.Select(w => Chosen(new(w.Name, w.Id.ToString()), CoWorker))];

    public IReadOnlyList<SelectListItem> Courts =>
    [
        Chosen(new(T["as the case system has it"], ""), Court), Chosen(new(T["not before a court"], PracticeWords.None), Court),
        .. View.Words.Proceedings.Select(w => Chosen(new(PracticeText.Of(T, w), w.Code), Court)),
    ];

    public IReadOnlyList<SelectListItem> TravelBands => [new(T["not known"], ""), .. Listed(View.Words.Travel, Travel)];

    public IReadOnlyList<SelectListItem> Labels => [new(T["none"], ""), .. Listed(View.Words.Labels, Label)];

    public IReadOnlyList<SelectListItem> Reasons =>
    [
        new(T["Choose"], ""),
        .. Enum.GetValues<ConflictReason>().Select(r => Chosen(new(SupplementWords.Reason(T, r), r.ToString()), Reason)),
    ];

    public async Task<IActionResult> OnGet(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        await audit.Read(HttpContext.Reader!, "case", id.ToString(), stop);
        var facts = View.Facts;
        (Language, LanguageIsMust, Wish) = (facts.Language, facts.LanguageIsMust, facts.Wish.ToString());
        (About, Locality, Family) = (facts.About?.ToString(), facts.Locality, facts.Family);
        (Court, HearingOn, Travel, Label) = (facts.Court, facts.HearingOn, facts.Travel, facts.Label);
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Case> id, CancellationToken stop)
    {
        if (!await Read(id, stop)) return NotFound();
        if (!Enum.TryParse<OwnWish>(Wish ?? nameof(OwnWish.NotStated), out var wish) || !Enum.IsDefined(wish))
            return this.Again([new("Wish", $"Choose what the person or family has said, or that no wish is stated")]);
        if (!ModelState.IsValid) return this.Again([]);
        if (!Percent(Share).Try(out var share, out var noPart)) return this.Again(noPart);
        var facts = new SupplementFacts(Language ?? "", LanguageIsMust, wish, Worker(About), Locality ?? "")
        {
            Family = Family ?? "",
            Court = Court ?? "",
            HearingOn = HearingOn,
            Travel = Travel ?? "",
            Label = Label ?? "",
        };
        ConflictReason? reason = Enum.TryParse<ConflictReason>(Reason, out var kind) && Enum.IsDefined(kind) ? kind : null;
        var ends = Ends.Select(e => Id<CaseConflict>.TryParse(e, out var one) ? one : default).ToList();
        var change = new SupplementChange(Number, facts, Worker(ConflictWith), reason, ends)
        {
            CoWorker = Worker(CoWorker) is { } beside ? new(beside, share.Value, From) : null,
            CoWorkerEnds = [.. CoWorkerEnds.Select(e => Id<CaseCoWorker>.TryParse(e, out var one) ? one : default)],
        };
        if (change.CoWorker is null && (share.Value is not null || From is not null))
            return this.Again([new("CoWorker", $"Choose who works on the case beside its holder")]);
        var entered = await desk.Enter(id, change, HttpContext.Reader!, stop);
        if (entered.Try(out _, out var problems)) return Redirect(Links.Case(id));
        IsOvertaken = Number != View.Number;
        return this.Again(problems);
    }

    private async Task<bool> Read(Id<Case> id, CancellationToken stop)
    {
        if (await desk.Of(id, HttpContext.Reader!, stop) is not { } view) return false;
        View = view;
        return true;
    }

    /// <summary>What is nobody's id is nobody: the desk says so.</summary>
    private static Id<Worker>? Worker(string? typed) =>
        string.IsNullOrEmpty(typed) ? null : Id<Worker>.TryParse(typed, out var worker) ? worker : default(Id<Worker>);

    private sealed record Part(decimal? Value);

    /// <summary>In hundredths, as a person types it; nothing where they typed nothing.</summary>
    private static Result<Part> Percent(string? typed)
    {
        var text = (typed ?? "").Replace("%", "", StringComparison.Ordinal).Trim().Replace(',', '.');
        if (text.Length == 0) return new Part(null);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) ? new Part(part)
            : new Problem("Share", $"A co-worker has a part from 1 to 99 per cent, with one decimal at most");
    }

    private IEnumerable<SelectListItem> Listed(IReadOnlyList<ListedWord> list, string? chosen) =>
        list.Select(w => Chosen(new(PracticeText.Of(T, w), w.Code), chosen));

    private static SelectListItem Chosen(SelectListItem item, string? chosen) => new(item.Text, item.Value, item.Value == chosen);
}
