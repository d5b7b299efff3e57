using Fairload.App.Actions;
using Fairload.App.Allocation;
using Fairload.App.Allocation.Answers;
using Fairload.App.Allocation.Transfers;
using Fairload.App.Caseload;
using Fairload.App.Caseload.Calibration;
using Fairload.App.Imports;
using Fairload.App.Store;
using Fairload.App.Supervision;
using Fairload.App.Workplace;
using Fairload.Core.Access;
using Fairload.Core.Imports;
using Fairload.Core.Supervision;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Home;

/// <summary>What the imports wait for.</summary>
/// <param name="NamesToSettle">Names in the extracts, of people and of teams, that matched nobody.</param>
/// <param name="Looked">Looked at and neither confirmed nor given up, the oldest first.</param>
public sealed record ImportsToday(bool NothingYet, int NamesToSettle, IReadOnlyList<ImportRun> Looked);

/// <summary>What is missing about staff, and who is away.</summary>
public sealed record StaffToday(int HoursNotKnown, int Away);

/// <summary>What the complex case panel asks of a reader.</summary>
/// <param name="Soon">The reader's own cases that are brought soon.</param>
/// <param name="NotRecorded">Sessions of which something is not recorded yet.</param>
public sealed record PanelsToday(IReadOnlyList<BookingView> Soon, IReadOnlyList<PanelSession> NotRecorded);

/// <summary>What each of a reader's roles has to see first. What none of them may see is null or empty.</summary>
/// <param name="Told">How many notices the reader has not seen.</param>
/// <param name="ToAnswer">Cases given to the reader about which they are asked.</param>
/// <param name="ToReply">Workers' "not safe" that wait for the reader's reply.</param>
/// <param name="Transfers">Those whose next step waits for this very reader.</param>
/// <param name="Calibrations">Rounds that wait for the reader's scores.</param>
/// <param name="Late">Late replies of which the reader was told and at which they have not looked.</param>
/// <param name="Handover">Null where the reader hands nothing over.</param>
/// <param name="Contested">Entries by hand of which an extract says otherwise, for the reader to settle.</param>
/// <param name="SoonUntil">The last day that still counts as soon: five working days from today.</param>
public sealed record TodayView(
    DateOnly Today, DateOnly SoonUntil, AsOfDays AsOf, PersonView? Mine, IReadOnlyList<TeamView> Teams, ServicesView? Services,
    ImportsToday? Imports, StaffToday? Staff, int Told, IReadOnlyList<AskedView> ToAnswer, IReadOnlyList<ReplyView> ToReply,
    IReadOnlyList<TransferLine> Transfers, PanelsToday Panels, IReadOnlyList<CalibrationDue> Calibrations,
    int Late, HandoverList? Handover, SurveysToday Surveys, WorkplaceToday Workplace, SupervisionToday Supervision, ActionsToday Actions,
    HealthCheckToday? HealthCheck, ReviewsToday Reviews, PlansToday Plans, int Contested)
{
    public bool IsForNobody => Mine is null && Teams.Count == 0 && Services is null && Imports is null && Staff is null;
}

/// <summary>The first page of everyone.</summary>
public sealed class TodayDesk(
    FairloadDb db, PersonDesk person, TeamDesk teams, ServiceDesk services, AsOfDesk asOf, NoticeDesk notices, AnswerDesk answers,
    ReplyDesk replies, LateReplyDesk late, HandoverDesk handover, TransferDesk transfers, PanelDesk panel,
    PanelSessionDesk sessions, CalibrationDesk calibrations, SurveysTodayDesk surveys, WorkplaceDesk workplace,
    SupervisionTodayDesk supervision, ActionsTodayDesk actions, HealthCheckTodayDesk healthCheck, ReviewsTodayDesk reviews,
    PlansTodayDesk plans, EnteredDesk entered,
    CouncilSettings settings, TimeProvider clock)
{
    private const int SoonDays = 5;

    public async Task<TodayView> Today(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.OwnAccount);
        var today = clock.UkToday;
        var soon = ReferenceData.Calendar(settings.Nation).AddWorkingDays(today, SoonDays) ?? today.AddDays(7);
        return new(
            today,
            soon,
            await asOf.Days(stop),
            reader.May(Permission.SeeOwnWork) ? await person.MyWork(reader, stop) : null,
            await Teams(reader, stop),
            IsWide(reader) ? await services.All(reader, stop) : null,
            reader.May(Permission.Import) ? await Imports(stop) : null,
            reader.Is(Role.HumanResources) ? await Staff(today, stop) : null,
            await notices.Unseen(reader, stop),
            await answers.ToAnswer(reader, stop),
            await replies.Owed(reader, stop),
            await transfers.Mine(reader, stop),
            new(await panel.Soon(reader, soon, stop), await sessions.NotRecorded(reader, stop)),
            await calibrations.Due(reader, stop),
            await late.Unseen(reader, stop),
            await handover.Mine(reader, stop),
            await surveys.Of(reader, today, stop),
            await workplace.Of(reader, today, stop),
            await supervision.Of(reader, today, soon, stop),
            await actions.Of(reader, soon, stop),
            await healthCheck.Of(reader, today, stop),
            await reviews.Of(reader, today, stop),
            await plans.Of(reader, stop),
            await entered.Contested(reader, stop));
    }

    private static bool IsWide(Reader reader) =>
        reader.SightFor(Permission.SeeLoads) is { } sight && (sight.Everything || sight.Services.Count > 0);

    private async Task<IReadOnlyList<TeamView>> Teams(Reader reader, CancellationToken stop)
    {
        var seen = new List<TeamView>();
        foreach (var id in reader.SightFor(Permission.SeeLoads).Teams)
            if (await teams.Team(id, reader, stop) is { } team) seen.Add(team);

        return [.. seen.OrderBy(t => t.Team.Name, StringComparer.CurrentCulture)];
    }

    private async Task<ImportsToday> Imports(CancellationToken stop)
    {
        var settled = (await db.SettledNames.AsNoTracking().Where(n => n.TeamId == null).Select(n => n.Folded).ToListAsync(stop))
            .ToHashSet();
        var people = await db.Assignments.AsNoTracking().Where(a => a.ToOn == null && a.WorkerId == null && a.WorkerName != "")
            .Select(a => a.WorkerName).Distinct().ToListAsync(stop);
        var groups = await db.Assignments.AsNoTracking().Where(a => a.ToOn == null && a.TeamId == null && a.TeamName != "")
            .Select(a => a.TeamName).Distinct().ToListAsync(stop);
        var looked = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Looked).OrderBy(i => i.LookedAt).ToListAsync(stop);
        return new(
            looked.Count == 0 && !await db.Imports.AnyAsync(i => i.State == ImportState.Applied, stop),
            people.Select(PersonName.Fold).Distinct().Count(name => !settled.Contains(name)) + groups.Select(PersonName.Fold).Distinct()
                .Count(),
            looked);
    }

    private async Task<StaffToday> Staff(DateOnly today, CancellationToken stop)
    {
        var working = db.Workers.AsNoTracking()
            .Where(w => (w.EndsOn == null || w.EndsOn >= today) && (w.StartsOn == null || w.StartsOn <= today));
        return new(
            await working.CountAsync(w => w.Fte == null && w.Hours == null, stop),
            await working.CountAsync(
                w => db.Absences.Any(a => a.WorkerId == w.Id && a.FromOn <= today && (a.ToOn == null || a.ToOn >= today)), stop));
    }
}
