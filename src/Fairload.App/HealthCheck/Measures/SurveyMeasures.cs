using System.Text.Json;
using Fairload.App.Surveys;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Returns;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Results;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>What staff, people and carers say, as it was let out, and what the employer says of itself. It asks no ballot.</summary>
public sealed class SurveyMeasures(FairloadDb db)
{
    private const string OfStaff = "practitioner-health-check";
    private const string OfPeople = "people-and-carers";

    private IReadOnlyList<LetOut>? _results;

    internal IEnumerable<KeyValuePair<string, MeasureQuery>> Queries =>
    [
        new("staff-survey", Expected), new("staff-themes", (m, a, s) => Themes(m, OfStaff, a, s)),
        new("people-and-carers", (m, a, s) => Themes(m, OfPeople, a, s)), new("return", Returned),
    ];

    /// <summary>The share of staff whose answer to the statement of the same expectation was favourable.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Expected(string measure, MeasureAsked asked, CancellationToken stop)
    {
        if (await Latest(OfStaff, asked, stop) is not { } found) return [MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
        var expectations = ShippedFrameworks.Cards[measure].Expectations;
        var item = found.Asked.Items.FirstOrDefault(i => i is { Kind: ItemKind.Scale, Expectation: { } e } && expectations.Contains(e));
        if (item is null) return [MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
        return
        [
            .. found.Lines.Select(line =>
            {
                var figure = Figure(measure, found, line);
                return figure.State == FigureState.Hidden || line.Item(item.Code) is not { } shown
                    ? figure with { State = FigureState.Hidden }
                    : Told(figure, shown.Shares[AnswerClasses.Favourable], line.Answered);
            }),
        ];
    }

    private static MeasureFigure Told(MeasureFigure figure, ShownShare share, int? answered) => figure with
    {
        Value = share.Value,
        Denominator = answered,
        Parts = share.Value is null ? [new(share.IsHigh ? "not-under" : "not-over", share.IsHigh ? share.NotUnder : share.NotOver,
            MeasureUnit.Percent)] : [],
    };

    /// <summary>A score for each theme and none over all.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Themes(string measure, string questionnaire, MeasureAsked asked,
        CancellationToken stop)
    {
        if (await Latest(questionnaire, asked, stop) is not { } found) return [MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
        return
        [
            .. found.Lines.Select(line => Figure(measure, found, line) with
            {
                Denominator = line.Answered,
                Parts = [.. line.Themes.Where(t => t.Score is not null)
                    .Select(t => new FigurePart($"theme-{t.Theme}", t.Score!.Value, MeasureUnit.Score))],
            }),
        ];
    }

    private static MeasureFigure Figure(string measure, LetOut found, ResultLine line) =>
        new(measure, line.Level == ResultLevel.Whole ? "" : line.Name, found.Round.OpensOn, Ended(found.Round))
        {
            State = line.Hidden is null ? FigureState.Known : FigureState.Hidden,
            Release = $"round {found.Round.Id}",
        };

    /// <summary>What the employer says is in place, in the return that was signed last for the year in which these days end.</summary>
    private async Task<IReadOnlyList<MeasureFigure>> Returned(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var expectations = ShippedFrameworks.Cards[measure].Expectations;
        for (var year = asked.To.Year; year >= asked.From.Year; year--)
        {
            if (await ReturnDesk.InForce(db, year, stop) is not { } signed) continue;
            var item = signed.Asked.Items.FirstOrDefault(i => i is { Kind: ItemKind.Scale, Expectation: { } e }
                && expectations.Contains(e));
            var said = item is null ? null : signed.Answers.FirstOrDefault(a => a.Item == item.Code);
            if (said?.Value is not { } value) return [MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
            var below = signed.Asked.ScaleOf(item!).Options.Count(o => o.Value < value);
            var day = signed.Return.SignedOn!.Value;
            return [new(measure, "", day, day) { InPlace = (InPlace)below, By = signed.Return.SignedBy }];
        }

        return [MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
    }

    /// <summary>The last day on which anybody could answer: a round can be closed before its day.</summary>
    internal static DateOnly Ended(SurveyRound round) => round.ClosedOn < round.LastDay ? round.ClosedOn.Value : round.LastDay;

    private async Task<LetOut?> Latest(string questionnaire, MeasureAsked asked, CancellationToken stop)
    {
        _results ??= await Read(stop);
        return _results.Where(r => r.Round.Questionnaire == questionnaire && Ended(r.Round) >= asked.From && Ended(r.Round) <= asked.To)
            .MaxBy(r => Ended(r.Round));
    }

    private async Task<IReadOnlyList<LetOut>> Read(CancellationToken stop)
    {
        var all = await (
            from result in db.Set<SurveyResult>().AsNoTracking()
            join round in db.Set<SurveyRound>().AsNoTracking() on result.RoundId equals round.Id
            select new { result.Document, Round = round }).ToListAsync(stop);
        return all.ConvertAll(a => new LetOut(
            a.Round, QuestionnaireDesk.Sound(a.Round.Document), JsonSerializer.Deserialize<RoundResult>(a.Document)!));
    }

    private sealed record LetOut(SurveyRound Round, Questionnaire Asked, RoundResult Result)
    {
        /// <summary>The whole, and each service. Who belongs to no service counts in the whole only.</summary>
        public IEnumerable<ResultLine> Lines => Result.Lines.Where(l =>
            l.Level == ResultLevel.Whole || (l.Level == ResultLevel.Service && l.Name.Length > 0));
    }
}
