namespace Fairload.Core.Workplace;

/// <summary>Incidents of one kind in a period, and how many had been followed up by the cut-off day.</summary>
public sealed record IncidentsOfKind(IncidentKind Kind, int Incidents, int FollowedUp);

/// <summary>Small things on the cut-off day.</summary>
/// <param name="Reported">In the period.</param>
/// <param name="Open">On the cut-off day, whenever they were reported.</param>
/// <param name="Fixed">In the period.</param>
/// <param name="CanNotBeFixed">Answered so in the period.</param>
/// <param name="MedianAge">Working days that those open on the cut-off day have been open, the lower of two middles; null where none is
/// open or the calendar does not reach.</param>
public sealed record SmallThingFigures(int Reported, int Open, int Fixed, int CanNotBeFixed, int? MedianAge);

/// <summary>Complaints in a period, and what came of them by the cut-off day.</summary>
public sealed record ComplaintFigures(int Received, int Answered, int Upheld, int PartlyUpheld, int NotUpheld);

/// <summary>
/// What the registers of the workplace come to for a period and a cut-off day: whole numbers, so that every share can be made again.
/// Null is not known; nothing recorded is never nought.
/// </summary>
/// <param name="Risks">By kind that every team needs, on the cut-off day.</param>
/// <param name="Incidents">By kind; null where no incident was ever recorded by the cut-off day, because then the log is not kept.</param>
/// <param name="ComplaintsByQuarter">Quarters of the period; null where none was ever recorded.</param>
/// <param name="Shifts">In the last quarter of the period against the four before.</param>
/// <param name="Comments">Null as for complaints.</param>
/// <param name="Sickness">Of the twelve months up to the cut-off day; null where the calendar does not reach or nobody's hours are
/// known. Not protected: it is for the whole council, and leaves it only through a release.</param>
/// <param name="SicknessTarget">Days for each FTE; null where the council has set none.</param>
/// <param name="SmallThings">Null where none was ever reported.</param>
/// <param name="TimeUse">Let out last by the cut-off day; null where nothing was.</param>
public sealed record WorkplaceFigures(
    DateOnly From, DateOnly To, DateOnly CutOff, IReadOnlyList<RiskCover> Risks, IReadOnlyList<IncidentsOfKind>? Incidents,
    IReadOnlyList<QuarterByNature>? ComplaintsByQuarter, IReadOnlyList<NatureShift> Shifts, ComplaintFigures? Complaints, int? Comments,
    int? Compliments, SicknessFigure? Sickness, decimal? SicknessTarget, SmallThingFigures? SmallThings, TimeUseFigures? TimeUse)
{
    public static IReadOnlyList<IncidentsOfKind> CountIncidents(
        IReadOnlyCollection<Incident> all, DateOnly from, DateOnly to, DateOnly cutOff) =>
    [
        .. Enum.GetValues<IncidentKind>().Select(kind =>
        {
            var some = all.Where(i => i.Kind == kind && from <= i.HappenedOn && i.HappenedOn <= to).ToList();
            return new IncidentsOfKind(kind, some.Count, some.Count(i => i.WasFollowedUpBy(cutOff)));
        }),
    ];

    public static ComplaintFigures CountComplaints(IReadOnlyCollection<Feedback> all, DateOnly from, DateOnly to, DateOnly cutOff)
    {
        var some = all.Where(f => f.Kind == FeedbackKind.Complaint && from <= f.ReceivedOn && f.ReceivedOn <= to).ToList();
        var answered = some.Where(f => f.AnsweredOn <= cutOff).ToList();
        return new(some.Count, answered.Count, Of(FeedbackOutcome.Upheld), Of(FeedbackOutcome.PartlyUpheld), Of(FeedbackOutcome.NotUpheld));

        int Of(FeedbackOutcome outcome) => answered.Count(f => f.Outcome == outcome);
    }

    public static SmallThingFigures CountSmallThings(
        IReadOnlyCollection<SmallThing> all, DateOnly from, DateOnly to, DateOnly cutOff, WorkingCalendar calendar)
    {
        bool Within(DateOnly? day) => from <= day && day <= to;
        var open = all.Where(t => t.WasOpenOn(cutOff)).ToList();
        var ages = open.Select(t => calendar.WorkingDaysBetween(t.ReportedOn, cutOff)).Order().ToList();
        return new(
            all.Count(t => Within(t.ReportedOn)), open.Count, all.Count(t => t.State == SmallThingState.Fixed && Within(t.AnsweredOn)),
            all.Count(t => t.State == SmallThingState.Cannot && Within(t.AnsweredOn)),
            ages.Count == 0 || ages.Contains(null) ? null : ages[(ages.Count - 1) / 2]);
    }
}
