using Fairload.App.Surveys.Results;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;

namespace Fairload.Web.Surveys.Results;

/// <summary>Results for other programs. Percentages are whole numbers; null where the value is hidden or only a range is told.</summary>
internal sealed record ResultJson(
    string RoundId, string Questionnaire, int Version, Respondents Respondents, DateOnly ClosedOn, int Floor, bool IsProved,
    int GroupsHeldTogether, IReadOnlyList<ResultJson.GroupLine> Groups)
{
    /// <summary>Every group, or those that are one unit, service or answer.</summary>
    public static ResultJson Of(ResultView view, IReadOnlyList<ResultLine>? only = null) => new(
        view.Round.Id.ToString(), view.Round.Questionnaire, view.Round.QuestionnaireVersion, view.Round.Respondents,
        view.Round.ClosedOn!.Value, view.Result.Floor, view.Result.IsProved, view.Result.Figures,
        [.. (only ?? view.Result.Lines).Select(Group)]);

    private static GroupLine Group(ResultLine line) => new(
        line.Key, line.Name, line.Level, line.Parent, line.Answered, line.HandedOut, line.Hidden,
        [.. line.Themes.Select(t => new ThemePart(t.Theme, t.Score, t.Low, t.High, t.Margin))],
        [.. line.Items.Select(i => new ItemPart(i.Item, [.. i.Shares.Select(s => new SharePart(s.Value, s.NotUnder, s.NotOver))]))]);

    internal sealed record GroupLine(
        string Key, string Name, ResultLevel Level, string? PartOf, int? Answered, int? HandedOut, HiddenBecause? Hidden,
        IReadOnlyList<ThemePart> Themes, IReadOnlyList<ItemPart> Items);

    internal sealed record ThemePart(string Theme, decimal? Score, decimal NotUnder, decimal NotOver, decimal Margin);

    internal sealed record ItemPart(string Item, IReadOnlyList<SharePart> Shares);

    internal sealed record SharePart(int? Percent, int NotUnder, int NotOver);
}
