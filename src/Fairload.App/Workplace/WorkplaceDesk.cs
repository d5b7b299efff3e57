using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workplace;

/// <summary>What is open or overdue at the workplace of a reader's units. What the reader may not see is empty.</summary>
/// <param name="Risks">Assessments that are overdue or due.</param>
/// <param name="Incidents">That nobody has followed up, and how many working days ago each happened; null where the calendar does not
/// reach.</param>
/// <param name="Things">Open small things, the longest open first.</param>
/// <param name="Complaints">That are not answered.</param>
/// <param name="NotKnown">Teams and kinds of which no assessment is recorded.</param>
/// <param name="Weeks">Time-use weeks in which the reader may take part.</param>
public sealed record WorkplaceOpen(
    DateOnly Today, IReadOnlyList<RiskLine> Risks, IReadOnlyList<(IncidentLine Line, int? Days)> Incidents,
    IReadOnlyList<SmallThingLine> Things, IReadOnlyList<FeedbackLine> Complaints, int NotKnown, IReadOnlyList<OwnTimeUse> Weeks);

/// <summary>What the first page needs of the workplace: counts, for whoever keeps its registers.</summary>
/// <param name="Late">Incidents without follow-up for longer than the council's working days.</param>
/// <param name="LateSince">When the oldest of them happened.</param>
/// <param name="OpenLong">Small things open for longer than the council's working days, which the reader answers.</param>
/// <param name="Weeks">Time-use weeks in which the reader may take part and does not yet.</param>
public sealed record WorkplaceToday(
    int OverdueRisks, DateOnly? OverdueSince, int Late, DateOnly? LateSince, int OpenLong, IReadOnlyList<TimeUseRound> Weeks)
{
    public static WorkplaceToday Nothing { get; } = new(0, null, 0, null, 0, []);
}

/// <summary>The workplace in one list.</summary>
public sealed class WorkplaceDesk(
    FairloadDb db, RiskDesk risks, IncidentDesk incidents, SmallThingDesk things, FeedbackDesk feedback, TimeUseDesk timeUse,
    CouncilSettings settings, TimeProvider clock)
{
    public async Task<WorkplaceOpen> Open(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeWorkplace);
        var today = clock.UkToday;
        var calendar = ReferenceData.Calendar(settings.Nation);
        var register = reader.May(Permission.SeeRisks) ? await risks.Register(reader, stop) : null;
        var log = reader.May(Permission.SeeIncidents) ? (await incidents.Log(reader, stop)).Lines : [];
        var complaints = reader.May(Permission.SeeFeedback) ? (await feedback.Log(reader, stop)).Lines : [];
        return new(
            today,
            [.. (register?.Lines ?? []).Where(l => l.State != RiskState.InDate).OrderBy(l => l.Risk.ReviewOn)],
            [
                .. log.Where(l => !l.Incident.IsFollowedUp).OrderBy(l => l.Incident.HappenedOn)
                    .Select(l => (l, calendar.WorkingDaysBetween(l.Incident.HappenedOn, today))),
            ],
            (await things.All(reader, stop)).Open,
            [
                .. complaints.Where(l => l.Feedback is { Kind: FeedbackKind.Complaint, AnsweredOn: null })
                    .OrderBy(l => l.Feedback.ReceivedOn),
            ],
            register?.NotKnown.Count ?? 0, await Weeks(reader, stop));
    }

    /// <summary>A few counts, asked of the database and not of the lists, because everybody's first page asks for them.</summary>
    public async Task<WorkplaceToday> Of(Reader reader, DateOnly today, CancellationToken stop)
    {
        var weeks = (await Weeks(reader, stop)).Where(w => w.Mine is null).Select(w => w.Round).ToList();
        if (await UnitSight.IfHeld(db, reader, Permission.KeepWorkplace, today, stop) is not { } keeps)
            return WorkplaceToday.Nothing with { Weeks = weeks };

        var (seen, calendar) = (keeps.All, ReferenceData.Calendar(settings.Nation));
        var standing = RiskAssessment.Standing(
            await db.Set<RiskAssessment>().AsNoTracking().Where(r => seen.Contains(r.TeamId)).ToListAsync(stop), today);
        var overdue = standing.Where(r => r.StateOn(today) == RiskState.Overdue).Select(r => r.ReviewOn).ToList();
        var late = (await db.Set<Incident>().AsNoTracking().Where(i => seen.Contains(i.TeamId) && i.FollowedUpOn == null)
            .Select(i => i.HappenedOn).ToListAsync(stop))
            .Where(d => calendar.WorkingDaysBetween(d, today) is not { } days || days > settings.Limits.FollowUpDays).ToList();
        var open = await db.Set<SmallThing>().AsNoTracking().Where(t => seen.Contains(t.TeamId) && t.State == SmallThingState.Open)
            .Select(t => t.ReportedOn).ToListAsync(stop);
        return new(
            overdue.Count, overdue.Count > 0 ? overdue.Min() : null, late.Count, late.Count > 0 ? late.Min() : null,
            open.Count(d => calendar.WorkingDaysBetween(d, today) > settings.Limits.SmallThingDays), weeks);
    }

    private async Task<IReadOnlyList<OwnTimeUse>> Weeks(Reader reader, CancellationToken stop) =>
        reader.May(Permission.RecordTimeUse) && reader.Worker is not null ? await timeUse.Mine(reader, stop) : [];
}
