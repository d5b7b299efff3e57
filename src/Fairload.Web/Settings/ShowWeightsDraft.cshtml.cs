using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Web.Access;
using Fairload.Web.Caseload;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fairload.Web.Settings;

/// <summary>What a draft of the weights would do, for everybody who sees loads.</summary>
[Needs(Permission.SeeLoads)]
internal sealed class ShowWeightsDraft(SettingsDraftDesk drafts, CouncilSettings settings, Catalogue T) : PageModel
{
    public static IReadOnlyList<Band> Bands { get; } = [Band.Room, Band.InBand, Band.Full, Band.Over, Band.OverNoCapacity, Band.NotKnown];

    public WeightsDraftView View { get; private set; } = null!;
    public CouncilSettings Settings { get; } = settings;

    /// <summary>Those in which somebody is, by either weights.</summary>
    public IEnumerable<Band> Shown =>
        Bands.Where(b => View.All.Now.ContainsKey(b) || View.All.Then.ContainsKey(b));

    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        if (await drafts.Weights(HttpContext.Reader!, stop) is not { } view) return NotFound();
        View = view;
        return Page();
    }

    /// <summary>"14 people would go from in band to full."</summary>
    public string Says(BandMove move) => T.Count(
        move.People, one: "{0} person would go from “{1}” to “{2}”.", other: "{0} people would go from “{1}” to “{2}”.",
        LoadWords.Band(T, move.From), LoadWords.Band(T, move.To));

    public string Count(WeightsEffect effect, Band band)
    {
        var (now, then) = (effect.Now.GetValueOrDefault(band), effect.Then.GetValueOrDefault(band));
        return now == then ? T.Number(now) : $"{T.Number(now)} → {T.Number(then)}";
    }

    public string Median(WeightsEffect effect) => effect is { MedianNow: { } now, MedianThen: { } then }
        ? (T.Percent(now), T.Percent(then)) is var (before, after) && before == after ? before : $"{T.Percent(now)} → {T.Percent(then)}"
        : T["not known"];

    public string Part(WeightChange change) => change.Part switch
    {
        WeightPart.Tier1 => T["{0}, tier {1}", CaseWords.Type(T, change.Code), 1],
        WeightPart.Tier2 => T["{0}, tier {1}", CaseWords.Type(T, change.Code), 2],
        WeightPart.Tier3 => T["{0}, tier {1}", CaseWords.Type(T, change.Code), 3],
        WeightPart.Unscored => T["{0}, not scored", CaseWords.Type(T, change.Code)],
        WeightPart.Travel => T["Travel, {0}", change.Code],
        WeightPart.Court => T["In court"],
        WeightPart.NextSibling => T["Brothers and sisters after the first"],
        WeightPart.Full => T["Points of a full-time person"],
        WeightPart.NewlyQualified => T["Points of a newly qualified person"],
        _ => T["Less, for meetings, training and administration"],
    };

    public string Value(WeightChange change, decimal? value) => value switch
    {
        { } part when change.Part == WeightPart.NextSibling => T.Percent(new(part)),
        { } points => T.Number(points),
        _ => change.Part == WeightPart.Travel ? T["no such band"] : T["as other kinds of case"],
    };
}
