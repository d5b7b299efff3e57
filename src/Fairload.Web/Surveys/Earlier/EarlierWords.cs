using System.Globalization;
using Fairload.App.Surveys.Results;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Earlier;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Surveys.Results;

namespace Fairload.Web.Surveys.Earlier;

/// <summary>Figures of earlier surveys in words.</summary>
internal static class EarlierWords
{
    /// <summary>What stands beside an item of a line, the latest year first.</summary>
    public static IEnumerable<EarlierBeside> Of(ResultView view, ResultLine line, SurveyItem item) =>
        view.Earlier.Where(e => e.Item == item.Code && e.Key == line.Key);

    /// <summary>What stands beside nothing: no item is the same question, or no group has that name.</summary>
    public static IReadOnlyList<EarlierBeside> Alone(ResultView view) => [.. view.Earlier.Where(e => e.Item is null || e.Key is null)];

    /// <summary>The year, the shares and whose survey it was; or why there is nothing to compare.</summary>
    public static string Says(Catalogue T, ResultView view, ResultLine line, SurveyItem item, EarlierBeside earlier)
    {
        if (earlier.Why is { } why)
            return T["In {0}: not compared ({1}).", Year(earlier), earlier.Source] + " " + Why(T, why, view.Result.Floor);
        var classes = ResultWords.Classes(T, item);
        var shares = string.Join("; ", earlier.Shares.Select(s => $"{classes[s.At]} {ResultWords.Share(T, s.Share)}"));
        var said = T["In {0}: {1} ({2}, {3}).", Year(earlier), shares, earlier.Source, How(T, earlier)];
        return earlier.Change(line) is { } change ? $"{said} {Change(T, change)}" : said;
    }

    public static string How(Catalogue T, EarlierBeside earlier) =>
        earlier.SaidBy is { } by ? T["taken as the same question by {0}", by] : T["wording the same"];

    public static string Why(Catalogue T, NoComparison why, int floor) => why switch
    {
        NoComparison.Wording => T["No question here is worded so."],
        NoComparison.Scale => T["Other answers could be chosen then."],
        NoComparison.ScaleNotKnown => T["Which answers could be chosen then is not known."],
        NoComparison.Measure => T["What was counted then is not shown here."],
        NoComparison.Group => T["No group here, or more than one, has the name it had then."],
        NoComparison.Number => T["How many answered then is not known, or does not add up."],
        _ => T["Fewer than {0} people answered then.", floor],
    };

    public static string Year(EarlierBeside earlier) => earlier.Year.ToString(CultureInfo.InvariantCulture);

    private static string Change(Catalogue T, ChangeKind change) => change switch
    {
        ChangeKind.Up => T["▲ Higher now."],
        ChangeKind.Down => T["▼ Lower now."],
        _ => T["● No difference that can be told from chance."],
    };
}
