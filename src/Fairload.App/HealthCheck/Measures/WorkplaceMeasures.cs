using Fairload.App.Workplace;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Workplace;

namespace Fairload.App.HealthCheck.Measures;

/// <summary>Measures that the registers of the workplace fill. A register in which nothing was ever recorded is not known.</summary>
public sealed class WorkplaceMeasures(WorkplaceFiguresDesk desk)
{
    private WorkplaceFigures? _figures;

    internal IEnumerable<KeyValuePair<string, MeasureQuery>> Queries =>
    [
        new("sickness", (m, a, s) => Each(m, a, Sickness, s)), new("risk-assessments", (m, a, s) => Each(m, a, Risks, s)),
        new("incidents", (m, a, s) => Each(m, a, Incidents, s)), new("complaints", (m, a, s) => Each(m, a, Complaints, s)),
        new("time-use", (m, a, s) => Each(m, a, TimeUse, s)),
    ];

    private async Task<IReadOnlyList<MeasureFigure>> Each(
        string measure, MeasureAsked asked, Func<WorkplaceFigures, MeasureFigure, MeasureFigure?> of, CancellationToken stop)
    {
        if (_figures is not { } held || (held.From, held.To) != (asked.From, asked.To))
            _figures = held = await desk.Of(asked.From, asked.To, asked.To, stop);
        return [of(held, new(measure, "", asked.From, asked.To)) ?? MeasureFigure.Unknown(measure, "", asked.From, asked.To)];
    }

    /// <summary>Days lost as a part of the days that there were to work, in the twelve months up to the cut-off.</summary>
    private static MeasureFigure? Sickness(WorkplaceFigures f, MeasureFigure at)
    {
        if (f.Sickness is not { DaysPerFte: { } days } lost) return null;
        List<FigurePart> parts = [new("days-each", Math.Round(days, 1), MeasureUnit.Ratio)];
        if (f.SicknessTarget is { } target) parts.Add(new("target-days-each", target, MeasureUnit.Ratio));
        return MeasureFigure.Share(
            at.Measure, "", f.CutOff.AddYears(-1).AddDays(1), f.CutOff, lost.LostHundredths / 100m,
            (decimal)lost.FteHundredths * lost.WorkingDays / 100m, lost.HoursNotKnown) with
        {
            People = lost.People,
            Parts = parts,
        };
    }

    /// <summary>Of the assessments that each team should have, those that are in date. What nobody recorded is not in date.</summary>
    private static MeasureFigure? Risks(WorkplaceFigures f, MeasureFigure at)
    {
        if (f.Risks.Sum(r => r.InDate + r.Overdue) == 0) return null;
        return MeasureFigure.Share(at.Measure, "", f.CutOff, f.CutOff, f.Risks.Sum(r => r.InDate), f.Risks.Sum(r => r.Teams)) with
        {
            Parts =
            [
                new("overdue", f.Risks.Sum(r => r.Overdue), MeasureUnit.Count),
                new("never-recorded", f.Risks.Sum(r => r.NotKnown), MeasureUnit.Count),
            ],
        };
    }

    private static MeasureFigure? Incidents(WorkplaceFigures f, MeasureFigure at) => f.Incidents is not { } all ? null
        : MeasureFigure.Share(at.Measure, "", f.From, f.To, all.Sum(i => i.FollowedUp), all.Sum(i => i.Incidents));

    private static MeasureFigure? Complaints(WorkplaceFigures f, MeasureFigure at)
    {
        if (f is not { Complaints: { } all, ComplaintsByQuarter: { } quarters }) return null;
        return MeasureFigure.Count(at.Measure, "", f.From, f.To, all.Received) with
        {
            Parts =
            [
                .. Enum.GetValues<FeedbackNature>().Select(n => new FigurePart(Nature(n), quarters.Sum(q => q.Of(n)), MeasureUnit.Count)),
                new("compliments", f.Compliments ?? 0, MeasureUnit.Count),
            ],
        };
    }

    private static string Nature(FeedbackNature nature) => nature switch
    {
        FeedbackNature.Contact => "about-contact",
        FeedbackNature.Delay => "about-delay",
        FeedbackNature.Conduct => "about-conduct",
        FeedbackNature.OutcomeOrEligibility => "about-outcome",
        _ => "about-other",
    };

    /// <summary>The part of the week that goes into recording, as it was let out of the weeks that people chose to note.</summary>
    private static MeasureFigure? TimeUse(WorkplaceFigures f, MeasureFigure at)
    {
        if (f.TimeUse is not { } week || week.Lines.FirstOrDefault(l => l.Name.Length == 0) is not { } whole) return null;
        var release = $"time use {week.WeekOn:yyyy-MM-dd}";
        var days = new MeasureFigure(at.Measure, "", week.WeekOn, week.WeekOn.AddDays(6)) { Release = release };
        if (whole.Hidden is not null) return days with { State = FigureState.Hidden };
        return days with { Value = whole.Parts![(int)Activity.Recording].Percent, Denominator = whole.People };
    }
}
