using Fairload.App.HealthCheck.Report;
using Fairload.App.Surveys.Results;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Web.Surveys.Results;
using Fairload.Web.Surveys.Rounds;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A part for each survey of the year: scores of its themes as they were let out, for the whole council.</summary>
internal sealed class SurveyParts(Catalogue T, YearData data, Edition edition)
{
    public IEnumerable<ReportPart> Parts() =>
    [
        Part("working-conditions", T["The survey of working conditions"]),
        Part("engagement", T["The survey of engagement"]),
        Part("practitioner-health-check", T["What practitioners say"]),
        Part("people-and-carers", T["What people and carers say"]),
    ];

    private ReportPart Part(string code, string title)
    {
        List<ReportBlock> blocks = [new HeadingBlock(1, title)];
        if (data.Surveys.GetValueOrDefault(code) is not { } view)
        {
            blocks.Add(new ParagraphBlock(T["No round of this survey with results ended in these twelve months."], code));
            return new(code, blocks);
        }

        var line = view.Result.Whole;
        var themes = line.Themes.Where(t => t.Score is not null).ToList();
        blocks.Add(new ParagraphBlock(
            line.Hidden is not null || themes.Count == 0
                ? T["Its results are not shown: too few answered."]
                : T["It was open until {0}. {1}", view.Round.LastDay, ResultWords.Answered(T, view.Round, line)], code));
        if (themes.Count > 0 && line.Hidden is null)
        {
            blocks.Add(Table(code, title, view, line, themes));
            blocks.Add(Chart(code, title, view, line, themes));
        }

        return new(code, blocks);
    }

    private TableBlock Table(string code, string title, ResultView view, ResultLine line, List<ThemeLine> themes) => new(
        $"{code}-themes", T["{0}: scores of its themes", title], T["One row for each theme, with its score now and in the round before."],
        [T["Theme"], T["Score"], T["The round before"], T["What became of it"]],
        [
            .. themes.Select(t => new ReportRow(Name(view.Asked, t.Theme),
            [
                Cell(view, t.Theme, t.Score), Cell(view, t.Theme, view.Before?.Result.Line(line.Key)?.Theme(t.Theme)?.Score),
                new(Change(view, line, t.Theme)),
            ])),
        ]);

    private ChartBlock Chart(string code, string title, ResultView view, ResultLine line, List<ThemeLine> themes)
    {
        var before = view.Before?.Result.Line(line.Key);
        List<ReportSeries> series = [new(T["This round"], [.. themes.Select(t => Rounded(t.Score))])];
        if (before is not null && themes.Any(t => before.Theme(t.Theme)?.Score is not null))
            series.Add(new(T["The round before"], [.. themes.Select(t => Rounded(before.Theme(t.Theme)?.Score))]));
        var best = themes.MaxBy(t => t.Score)!;
        var least = themes.MinBy(t => t.Score)!;
        return new(
            $"{code}-chart", ChartKind.Bar, T["{0}: scores as bars", title], T["Theme"], [.. themes.Select(t => Name(view.Asked, t.Theme))],
            series, "", 1,
            Note(view), T["A bar for each theme. The longest is {0}, the shortest {1}; every figure stands in the table before.",
                Name(view.Asked, best.Theme), Name(view.Asked, least.Theme)])
        {
            RoundedTo = edition == Edition.Public ? Unit(view.Asked, themes[0].Theme) : 0,
        };
    }

    private static decimal? Rounded(decimal? score) => score is { } known ? Math.Round(known, 1) : null;

    private NumberNote Note(ResultView view) =>
        new(view.Round.LastDay, T["everybody who answered"], T["No group of fewer than {0} can be worked out.", view.Result.Floor]);

    private string Name(Questionnaire asked, string theme) => RoundWords.Of(T, asked.Themes.First(t => t.Code == theme).Name);

    private ReportCell Cell(ResultView view, string theme, decimal? score) => score is { } known ? ReportCell.Of(new(
        Math.Round(known, 1), "", 1, view.Round.LastDay, T["everybody who answered"],
        T["No group of fewer than {0} can be worked out.", view.Result.Floor], edition == Edition.Public ? Unit(view.Asked, theme) : 0))
        : ReportCell.NotAvailable;

    private static decimal Unit(Questionnaire asked, string theme) =>
        asked.Themes.First(t => t.Code == theme).Scoring == ThemeScoring.Mean5 ? Editions.PublicUnitOfFive : Editions.PublicUnit;

    private string Change(ResultView view, ResultLine line, string theme) => view.Change(line, theme) switch
    {
        ChangeKind.Up => T["higher, by more than chance"],
        ChangeKind.Down => T["lower, by more than chance"],
        ChangeKind.NotToldApart => T["no difference that could not be chance"],
        _ => T["can not be compared"],
    };
}
