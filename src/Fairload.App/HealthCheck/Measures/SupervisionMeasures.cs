using Fairload.App.Supervision;
using Fairload.Core.Access;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Supervision.Sessions;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>Measures that the logs of supervision and of meetings fill. A council without a log is not known, and not without
/// supervision.</summary>
public sealed class SupervisionMeasures(SupervisionFiguresDesk desk)
{
    private CouncilSupervision? _figures;

    internal IEnumerable<KeyValuePair<string, MeasureQuery>> Queries =>
    [
        new("supervision", (m, a, s) => Each(m, a, Held, s)), new("supervision-ninety", (m, a, s) => Each(m, a, Ninety, s)),
        new("supervision-reflective", (m, a, s) => Each(m, a, Reflective, s)), new("team-meetings", Meetings),
    ];

    private async Task<IReadOnlyList<MeasureFigure>> Each(
        string measure, MeasureAsked asked, Func<SupervisionFigures, MeasureFigure, MeasureFigure> of, CancellationToken stop)
    {
        var figures = await Figures(asked, stop);
        return
        [
            of(figures.Whole, new(measure, "", asked.From, asked.To)),
            .. figures.Services.Where(s => s.Service.Length > 0)
                .Select(s => of(s.Supervision, new(measure, s.Service, asked.From, asked.To))),
        ];
    }

    /// <summary>Of the sessions that fell due, those that were held, whether they were long enough or not.</summary>
    private static MeasureFigure Held(SupervisionFigures f, MeasureFigure at) =>
        MeasureFigure.Share(at.Measure, at.Service, at.From, at.To, f.Due.Met + f.Due.Partly, f.Due.Due, f.Due.NotKnown) with
        {
            Parts = f.Due.Due == 0 ? [] :
            [
                new("full-length", f.Due.Met, MeasureUnit.Count), new("shorter", f.Due.Partly, MeasureUnit.Count),
                new("missed", f.Due.Missed, MeasureUnit.Count), new("cancelled", f.Cancelled, MeasureUnit.Count),
            ],
        };

    private static MeasureFigure Ninety(SupervisionFigures f, MeasureFigure at) => MeasureFigure.Share(
        at.Measure, at.Service, SupervisionFigures.MonthFrom(at.To), at.To, f.WorkersWithNinety, f.Workers, f.WorkersNotKnown);

    private static MeasureFigure Reflective(SupervisionFigures f, MeasureFigure at) =>
        MeasureFigure.Share(at.Measure, at.Service, at.From, at.To, f.ReflectiveMinutes, f.MinutesKnown, f.ReflectionNotKnown);

    private async Task<IReadOnlyList<MeasureFigure>> Meetings(string measure, MeasureAsked asked, CancellationToken stop)
    {
        var figures = await Figures(asked, stop);
        if (figures.MeetingsAMonth is not { } monthly)
            return [MeasureFigure.Unknown(measure, "", asked.From, asked.To, figures.TeamsNotKnown)];
        return
        [
            new(measure, "", asked.From, asked.To)
            {
                Value = monthly,
                NotKnown = figures.TeamsNotKnown,
                Parts =
                [
                    new("meetings-held", figures.MeetingsHeld, MeasureUnit.Count),
                    new("teams-without-meeting", figures.TeamsWithout, MeasureUnit.Count),
                ],
            },
        ];
    }

    /// <summary>Asked once for the four of them.</summary>
    private async Task<CouncilSupervision> Figures(MeasureAsked asked, CancellationToken stop) =>
        _figures is { } held && (held.From, held.To) == (asked.From, asked.To) ? held
            : _figures = await desk.Of(asked.From, asked.To, Reader.AtTheMachine, stop);
}
