using Fairload.App.Surveys.Results;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;

namespace Fairload.Web.Surveys.Results;

/// <summary>Results for other programs. Percentages are whole numbers; null where the value is hidden or only a range is told.</summary>
internal sealed record ResultJson(
    string RoundId, string Questionnaire, int Version, DateOnly ClosedOn, int Floor, bool IsProved, int GroupsHeldTogether,
    IReadOnlyList<ResultJson.GroupLine> Groups, IReadOnlyList<ResultJson.EarlierPart> Earlier)
{
    /// <summary>Every group, or those that are one unit, service or answer.</summary>
    public static ResultJson Of(ResultView view, IReadOnlyList<ResultLine>? only = null) => new(
        view.Round.Id.ToString(), view.Round.Questionnaire, view.Round.QuestionnaireVersion, view.Round.ClosedOn!.Value,
        view.Result.Floor, view.Result.IsProved, view.Result.Figures, [.. (only ?? view.Result.Lines).Select(Group)],
        [.. view.Earlier.Where(e => only is null || only.Any(l => l.Key == e.Key)).Select(Of)]);

    private static EarlierPart Of(EarlierBeside e) => new(
        e.Year, e.Source, e.Group, e.Wording, e.Answered, e.Item, e.Key,
        [.. e.Shares.Select(s => new EarlierSharePart(s.At, s.Share.Value, s.Share.NotUnder, s.Share.NotOver))], e.Why, e.SaidBy);

    private static GroupLine Group(ResultLine line) => new(
        line.Key, line.Name, line.Level, line.Parent, line.Answered, line.Hidden,
        [.. line.Themes.Select(t => new ThemePart(t.Theme, t.Score, t.Low, t.High, t.Margin))],
        [.. line.Items.Select(i => new ItemPart(i.Item, [.. i.Shares.Select(s => new SharePart(s.Value, s.NotUnder, s.NotOver))]))]);

    internal sealed record GroupLine(
        string Key, string Name, ResultLevel Level, string? PartOf, int? Answered, HiddenBecause? Hidden, IReadOnlyList<ThemePart> Themes,
        IReadOnlyList<ItemPart> Items);

    internal sealed record ThemePart(string Theme, decimal? Score, decimal NotUnder, decimal NotOver, decimal Margin);

    internal sealed record ItemPart(string Item, IReadOnlyList<SharePart> Shares);

    /// <param name="Why">Why it stands beside nothing; null where it can be compared.</param>
    internal sealed record EarlierPart(
        int Year, string Source, string Group, string Wording, int? Answered, string? Item, string? Key,
        IReadOnlyList<EarlierSharePart> Shares, NoComparison? Why, string? SaidBy);

    /// <param name="At">Which share of the item, from 0.</param>
    internal sealed record EarlierSharePart(int At, int? Percent, int NotUnder, int NotOver);

    internal sealed record SharePart(int? Percent, int NotUnder, int NotOver);
}
