using Fairload.App.Imports;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>
/// Half a year of supervision and meetings of the made-up council, as a council that takes it seriously and is short of people has it:
/// most of it held, some of it short, some cancelled, two teams of which nothing is known. Rows are written at once, because a session by
/// session would take minutes.
/// </summary>
internal sealed class DemoSupervision(DemoDesks desks, DemoReaders people, DemoDice dice)
{
    private const int Days = 180;
    private const int TeamsWithoutALog = 2;
    private static readonly string[] Records =
    [
        "Go on as planned; look at it again in four weeks.", "Two cases to be closed; one goes to the panel.",
        "Less duty until the court report is in.", "Time for the training in December is kept free.",
    ];

    private static readonly string[] Actions =
        ["Ask the school for a meeting", "Write the closing summary", "Book a joint visit", "Read the new protocol",
            "Take two days of leave"];

    public async Task Keep(DateOnly today, CancellationToken stop)
    {
        var (workers, teams, members) = await desks.Ask(async (FairloadDb db) => (
            await db.Workers.AsNoTracking().Where(w => w.EndsOn == null || w.EndsOn >= today).OrderBy(w => w.StaffNumber).ToListAsync(stop),
            await db.Teams.AsNoTracking().Where(t => t.ToOn == null || t.ToOn >= today).OrderBy(t => t.Name).ToListAsync(stop),
            await db.Memberships.AsNoTracking().Where(m => m.ToOn == null || m.ToOn >= today).ToListAsync(stop)));
        var quiet = teams.Where(t => t.Id != people.Team).OrderBy(_ => dice.Next()).Take(TeamsWithoutALog).Select(t => t.Id).ToHashSet();
        var by = workers.ToDictionary(w => w.StaffNumber);
        var rows = new List<object>();
        foreach (var worker in workers)
        {
            var team = members.Where(m => m.WorkerId == worker.Id).Select(m => (Id<Team>?)m.TeamId).FirstOrDefault();
            if (team is null || quiet.Contains(team.Value)) continue;
            var supervisor = worker.ManagerStaffNumber is { } number ? by.GetValueOrDefault(number) : null;
            if (supervisor is null || supervisor.Id == worker.Id) continue;
            Supervise(worker, supervisor, today, rows);
        }

        foreach (var team in teams.Where(t => !quiet.Contains(t.Id))) Meet(team, today, rows);
        await desks.Ask((FairloadDb db) => db.Change(
            async () =>
            {
                await new RowWriter(db).Insert(rows, stop);
                return default(Done);
            },
            stop));
    }

    private void Supervise(Worker worker, Worker supervisor, DateOnly today, List<object> rows)
    {
        var isNew = worker.IsNewlyQualified(today);
        var agreement = SupervisionAgreement.Write(
            worker.Id, 1,
            new(supervisor.Id, isNew ? Frequency.Fortnightly : Frequency.Monthly, 90, "The manager's room", null, "Two cases, one question",
                "An hour and a half without the telephone", today.AddDays(dice.Between(10, 300))),
            false, Deed(supervisor, today.AddDays(-Days))).OfTheDemo();
        if (dice.Chance(0.9)) agreement.Agree(today.AddDays(-Days + dice.Between(1, 20)));
        rows.Add(agreement);

        var day = today.AddDays(-Days + dice.Below(28));
        for (; day < today; day = day.AddDays(isNew ? dice.Between(12, 18) : dice.Between(25, 34)))
        {
            if (worker.StartsOn > day || IsWeekend(day)) continue;
            rows.AddRange(Past(worker, supervisor, day));
        }

        if (!dice.Chance(0.75) || IsWeekend(day)) return;
        rows.Add(SupervisionSession.Plan(
            worker.Id, supervisor.Id, new(day, new(dice.Between(9, 15), 0), "The manager's room", null), Deed(supervisor, today))
                .OfTheDemo());
    }

    private IEnumerable<object> Past(Worker worker, Worker supervisor, DateOnly day)
    {
        var deed = Deed(supervisor, day);
        var session = SupervisionSession.Plan(worker.Id, supervisor.Id, new(day, new(10, 0), "The manager's room", null), deed).OfTheDemo();
        if (dice.Chance(0.17))
        {
            var because = (CancelledBecause)dice.Weighted([3, 2, 5, 2, 2, 1]);
            session.Cancel((CancelledBy)dice.Weighted([2, 5, 1]), because, deed).OfTheDemo();
            return [session];
        }

        if (dice.Chance(0.02)) return [session];
        var kind = (SessionKind)dice.Weighted([4, 1, 5]);
        var minutes = dice.Chance(0.06) ? (int?)null : dice.Between(11, 22) * 5;
        var reflective = minutes is { } known && kind == SessionKind.Mixed ? dice.Between(1, 4) * known / 10 : (int?)null;
        session.Hold(
            new(day, kind, minutes, reflective is null ? null : minutes - reflective, reflective, dice.Chance(0.08), dice.Pick(Records),
                ""),
            deed).OfTheDemo();
        var answered = day.AddDays(2).ToDateTime(new(9, 0), DateTimeKind.Utc);
        if (dice.Chance(0.01))
        {
            session.Contest("It was not agreed that I take the duty week.", answered).OfTheDemo();
            if (dice.Chance(0.5)) session.Respond("Then we look at the rota together on Monday.", deed).OfTheDemo();
        }
        else if (dice.Chance(0.9))
        {
            session.Confirm(answered).OfTheDemo();
        }

        var actions = SessionAction.Read(session.Id, dice.Pick(Actions)).OfTheDemo();
        if (dice.Chance(0.6)) actions[0].Tick(true, deed);
        return [session, .. actions];
    }

    private void Meet(Team team, DateOnly today, List<object> rows)
    {
        var isRare = dice.Chance(0.15);
        for (var day = today.AddDays(-Days + dice.Below(14)); day < today.AddDays(isRare ? -50 : 0); day = day.AddDays(isRare ? 42 : 14))
        {
            if (IsWeekend(day)) continue;
            var isHeld = !dice.Chance(0.12);
            var because = isHeld ? (CancelledBecause?)null : CancelledBecause.NoCover;
            var attended = dice.Chance(0.2) ? (int?)null : dice.Between(4, 14);
            rows.Add(TeamMeeting.Enter(
                new(MeetingKind.Team, team.Id, "", day, isHeld, 60, attended, because),
                new("Team manager", null, day.ToDateTime(new(12, 0), DateTimeKind.Utc), day)).OfTheDemo());
        }
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static SessionDeed Deed(Worker supervisor, DateOnly day) =>
        new(supervisor.Name, supervisor.Id, day.ToDateTime(new(12, 0), DateTimeKind.Utc), day);
}
