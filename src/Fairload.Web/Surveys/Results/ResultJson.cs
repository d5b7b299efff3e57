using Fairload.App.Surveys.Results;
using Fairload.Core.Disclosure;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Returns;

namespace Fairload.Web.Surveys.Results;

/// <summary>Results for other programs. Percentages are whole numbers; null where the value is hidden or only a range is told.</summary>
internal sealed record ResultJson(
    string RoundId, string Questionnaire, int Version, Respondents Respondents, DateOnly ClosedOn, int Floor, bool IsProved,
    int GroupsHeldTogether, ResultJson.ReturnPart? EmployersReturn, IReadOnlyList<ResultJson.GroupLine> Groups,
    IReadOnlyList<ResultJson.EarlierPart> Earlier)
{
    /// <summary>Every group, or those that are one unit, service or answer.</summary>
    public static ResultJson Of(ResultView view, IReadOnlyList<ResultLine>? only = null) => new(
        view.Round.Id.ToString(), view.Round.Questionnaire, view.Round.QuestionnaireVersion, view.Round.Respondents,
        view.Round.ClosedOn!.Value, view.Result.Floor, view.Result.IsProved, view.Result.Figures, Return(view),
        [.. (only ?? view.Result.Lines).Select(l => Group(view, l))],
        [.. view.Earlier.Where(e => only is null || only.Any(l => l.Key == e.Key)).Select(Of)]);

    private static EarlierPart Of(EarlierBeside e) => new(
        e.Year, e.Source, e.Group, e.Wording, e.Answered, e.Item, e.Key,
        [.. e.Shares.Select(s => new EarlierSharePart(s.At, s.Share.Value, s.Share.NotUnder, s.Share.NotOver))], e.Why, e.SaidBy);

    private static ReturnPart? Return(ResultView view) => view.Employer?.Return is not { } one ? null
        : new(one.Year, one.Number, one.SignedBy, one.Position, one.SignedOn!.Value);

    private static GapPart Gap(Gap gap) => new(
        gap.Expectation, gap.Staff.Code, gap.Employer?.Code, gap.Says?.Value, gap.Kind == GapKind.NotKnown, gap.Share?.Value,
        gap.Share?.NotUnder, gap.Share?.NotOver, gap.Margin, gap.Kind);

    private static GroupLine Group(ResultView view, ResultLine line) => new(
        line.Key, line.Name, line.Level, line.Parent, line.Answered, line.HandedOut, line.Hidden,
        [.. line.Themes.Select(t => new ThemePart(t.Theme, t.Score, t.Low, t.High, t.Margin))],
        [.. line.Items.Select(i => new ItemPart(i.Item, [.. i.Shares.Select(s => new SharePart(s.Value, s.NotUnder, s.NotOver))]))],
        [.. view.Gaps(line).Select(Gap)]);

    internal sealed record GroupLine(
        string Key, string Name, ResultLevel Level, string? PartOf, int? Answered, int? HandedOut, HiddenBecause? Hidden,
        IReadOnlyList<ThemePart> Themes, IReadOnlyList<ItemPart> Items, IReadOnlyList<GapPart> EmployerBesideStaff);

    internal sealed record ReturnPart(int Year, int Number, string SignedBy, string Position, DateOnly SignedOn);

    /// <summary>The employer's answer is a value of the scale of its item, and null where it is not known; staff's shares are of those
    /// whose answer was favourable.</summary>
    internal sealed record GapPart(
        string Expectation, string StaffItem, string? EmployerItem, int? EmployerSays, bool EmployerDoesNotKnow, int? StaffPercent,
        int? StaffNotUnder, int? StaffNotOver, int? Margin, GapKind Gap);

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
