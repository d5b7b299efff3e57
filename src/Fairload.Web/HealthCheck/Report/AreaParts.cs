using Fairload.App.HealthCheck.Cycles;
using Fairload.App.HealthCheck.Measures;
using Fairload.App.HealthCheck.Report;
using Fairload.Core.HealthCheck.Cycles;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Web.HealthCheck.Report;

/// <summary>A part for each part of the framework: how it is judged, what its measures come to, what was found and said.</summary>
internal sealed class AreaParts(Catalogue T, YearData data, Edition edition, YearFigures figures)
{
    public IEnumerable<ReportPart> Parts() => data.View.Parts.Select(Part);

    public ReportPart Protection() => new("protection",
    [
        new HeadingBlock(1, T["How people are protected"]),
        new ParagraphBlock(T["Figures stand as they were on the day on which the report was begun. Each says to which day it belongs and of how many it is a figure."], "protection-days"),
        new ParagraphBlock(edition switch
        {
            Edition.Internal => T["This edition is for the line of management. It must not be passed on."],
            Edition.Members => T["What is about fewer than ten people is hidden. Every figure about people is in the ledger of what was let out."],
            _ => T["What is about fewer than twenty people is hidden, and figures are rounded. Every figure about people is in the ledger of what was let out."],
        }, "protection"),
    ]);

    private ReportPart Part(PartView part)
    {
        var (code, name) = (part.Part.Code, MeasureWords.Of(T, part.Part.Name));
        var readings = part.Part.Measures.Where(m => data.Now.ContainsKey(m.Code)).Select(m => data.Now[m.Code]).ToList();
        List<ReportBlock> blocks =
        [
            new HeadingBlock(1, name),
            new ParagraphBlock($"{CycleWords.Judged(T, data.View.Ladder, part.Judgement)}. {part.Judgement?.Because}".Trim(), $"judged-{code}", true),
        ];
        if (readings.Count > 0) blocks.Add(Table(code, name, readings));
        if (edition == Edition.Internal && Services(readings) is { Count: > 0 } rows) blocks.Add(ByService(code, name, rows));
        if (part.Findings.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, T["What was found, and what was said on it"]));
            blocks.AddRange(part.Findings.SelectMany(Finding));
        }

        return new(code, blocks);
    }

    private TableBlock Table(string code, string name, IReadOnlyList<MeasureReading> readings) => new(
        $"measures-{code}", T["Measures: {0}", name], T["One row for each measure, with its figure this year and last year."],
        [T["Measure"], T["This year"], T["Last year"], T["What became of it"]],
        [
            .. readings.Select(r => new ReportRow(MeasureWords.Of(T, r.Card.Name),
            [
                figures.Cell(r, figures.Now(r)), figures.Cell(r, figures.Before(r)), new(Became(figures.Change(r))),
            ])),
        ]);

    private static List<(MeasureReading Reading, MeasureFigure Figure)> Services(IReadOnlyList<MeasureReading> readings) =>
        [.. readings.SelectMany(r => r.Services.Where(s => s.State == FigureState.Known && s.Value is not null).Select(s => (r, s)))];

    private TableBlock ByService(string code, string name, List<(MeasureReading Reading, MeasureFigure Figure)> rows) => new(
        $"services-{code}", T["{0}, by service", name], T["One row for each measure and service, in name order. It is in the edition for the department alone."],
        [T["Measure and service"], T["This year"]],
        [
            .. rows.Select(r => new ReportRow($"{MeasureWords.Of(T, r.Reading.Card.Name)}: {r.Figure.Service}",
            [
                figures.Cell(r.Reading, FigureOfEdition.Of(r.Reading.Card, r.Figure, Edition.Internal, data.LetOut)),
            ])),
        ]);

    private IEnumerable<ReportBlock> Finding(Finding finding)
    {
        yield return new ParagraphBlock($"{CycleWords.Kind(T, finding.Kind)}: {finding.Says} {CycleWords.Talk(T, finding)}", $"finding-{finding.Number}", true);
        if (edition == Edition.Public || finding.Voices.Count == 0) yield break;
        yield return new ListBlock([.. finding.Voices.Select(v => $"{CycleWords.Side(T, v.Side)} {CycleWords.Stance(T, v.Stance)}: {v.Says}")]);
    }

    private string Became(Change change) => change switch
    {
        Change.Better => T["better, by more than chance"],
        Change.Worse => T["worse, by more than chance"],
        Change.Other => T["different, by more than chance"],
        Change.NotToldApart => T["no difference that could not be chance"],
        Change.Differs => T["different; two figures do not tell whether by chance"],
        Change.Same => T["the same"],
        _ => T["can not be compared"],
    };
}
