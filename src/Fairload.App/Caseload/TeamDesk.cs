using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>A person of a team with what changed for them in the last 28 days.</summary>
public sealed record TeamMember(PersonLoad Person, decimal Share, int Gained, int Given, int RedWeeks);

/// <summary>One person of the team and whether they could hold one case more.</summary>
public sealed record RoomLine(PersonLoad Person, RoomFound Found);

/// <summary>A manager's own figure.</summary>
/// <param name="Supervises">People whose manager this is, and their FTE; FTE is null when any of theirs is not known.</param>
/// <param name="DecisionsWaiting">Cases that wait in the teams, and people over the line: each needs a decision of the manager.</param>
public sealed record ManagerFigure(Worker Manager, int Supervises, decimal? SupervisesFte, int NewlyQualified, int CasesHeld, int DecisionsWaiting);

/// <summary>Everything of one team that its manager sees first.</summary>
public sealed record TeamView(
    Team Team, Team? Successor, DateOnly Today, AsOfDays AsOf, IReadOnlyList<TeamMember> Members, WaitingView Waiting, ManagerFigure? Manager,
    int StaleScores, Weights Weights, int WeeksLooked)
{
    public IEnumerable<TeamMember> Over => Members.Where(m => m.Person.Load.Band is Band.Over or Band.OverNoCapacity);
}

/// <summary>Teams: who carries what, who has room, what waits.</summary>
public sealed class TeamDesk(
    FairloadDb db, LoadReading loads, WaitingDesk waiting, AsOfDesk asOf, RedWeeks redWeeks, CaseloadSettings caseload, TimeProvider clock)
{
    internal const int ChangesOver = 28;

    /// <summary>Teams that the reader may see, in name order; those that have ended come last.</summary>
    public async Task<IReadOnlyList<Team>> Teams(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var sight = reader.SightFor(Permission.SeeLoads);
        var today = clock.UkToday;
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam).OrderBy(t => !t.Exists(today)).ThenBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Null when there is no such team or the reader may not see it.</summary>
    public async Task<TeamView?> Team(Id<Team> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        if (!teams.TryGetValue(id, out var team) || !reader.SightFor(Permission.SeeLoads).SeesTeam(team)) return null;

        var today = clock.UkToday;
        var days = await asOf.Days(stop);
        var people = await loads.Of(MembersOf(id, today), today, stop);
        var workers = people.Select(p => p.Worker.Id).ToList();
        var changes = await Changes(workers, today, days.First, stop);
        var red = await redWeeks.Of(MembersOf(id, today).Select(w => w.Id), today, stop);
        var waits = WaitingView.Of([.. (await waiting.All(teams, stop)).Where(w => w.TeamId == id)]);
        var members = people.Select(p => new TeamMember(
            p, p.Teams.First(t => t.Team.Id == id).Share, changes.Gained.GetValueOrDefault(p.Worker.Id), changes.Given.GetValueOrDefault(p.Worker.Id),
            red.GetValueOrDefault(p.Worker.Id))).ToList();

        return new(
            team, team.SuccessorId is { } next ? teams.GetValueOrDefault(next) : null, today, days, members, waits,
            await Manager(members, waits, today, stop), await Stale(workers, today, stop), await caseload.WeightsOn(today, stop), RedWeeks.WeeksLooked);
    }

    /// <summary>Who of the team could hold one case more, in name order. Long or short, nobody who is away is offered work.</summary>
    public IReadOnlyList<RoomLine> Room(TeamView team, RoomAsked asked)
    {
        var seen = team.Members.Select(m => m.Person).Select(p => new RoomSeen(
            p.Worker.Id, StaffKind.Of(p.Worker.Role, p.Worker.Level).IsManager, p.Absences.Count > 0, p.Worker.IsNewlyQualified(team.Today), p.Load));
        return [.. FindRoom.Among(seen, asked, loads.Bands).Zip(team.Members, (found, member) => new RoomLine(member.Person, found))];
    }

    /// <summary>Who has worked in the team on a day and has not left: those who left appear under the cases that they left behind.</summary>
    private IQueryable<Worker> MembersOf(Id<Team> team, DateOnly day) => db.Workers.Where(w =>
        (w.EndsOn == null || w.EndsOn >= day)
        && db.Memberships.Any(m => m.WorkerId == w.Id && m.TeamId == team && (m.FromOn == null || m.FromOn <= day) && (m.ToOn == null || m.ToOn >= day)));

    private async Task<(Dictionary<Id<Worker>, int> Gained, Dictionary<Id<Worker>, int> Given)> Changes(
        List<Id<Worker>> workers, DateOnly today, DateOnly? first, CancellationToken stop)
    {
        var since = today.AddDays(-ChangesOver);
        var held = await db.Assignments.AsNoTracking()
            .Where(a => a.WorkerId != null && workers.Contains(a.WorkerId.Value) && (a.ToOn == null || a.ToOn > since)).ToListAsync(stop);
        var moves = held.GroupBy(a => (Worker: a.WorkerId!.Value, a.CaseId)).Select(g => (g.Key.Worker, Moves: CaseMoves.Of([.. g], since, first))).ToList();
        return (
            moves.Where(m => m.Moves.CameOn is not null).GroupBy(m => m.Worker).ToDictionary(g => g.Key, g => g.Count()),
            moves.Where(m => m.Moves.WentOn is not null).GroupBy(m => m.Worker).ToDictionary(g => g.Key, g => g.Count()));
    }

    private async Task<ManagerFigure?> Manager(IReadOnlyList<TeamMember> members, WaitingView waits, DateOnly today, CancellationToken stop)
    {
        var number = members.Select(m => m.Person.Worker.ManagerStaffNumber).OfType<string>().GroupBy(n => n).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        if (number is null || await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.StaffNumber == number, stop) is not { } manager) return null;

        var people = await db.Workers.AsNoTracking().Where(w => w.ManagerStaffNumber == number && (w.EndsOn == null || w.EndsOn >= today)).ToListAsync(stop);
        var ftes = people.Select(w => loads.FteOn(w, today)).ToList();
        return new(
            manager, people.Count, ftes.Any(f => f is null) ? null : ftes.Sum(), people.Count(w => w.IsNewlyQualified(today)),
            await LoadReading.Held(db, db.Workers.Where(w => w.Id == manager.Id).Select(w => w.Id)).CountAsync(stop),
            waits.All.Count() + members.Count(m => m.Person.Load.Band is Band.Over or Band.OverNoCapacity));
    }

    private async Task<int> Stale(List<Id<Worker>> workers, DateOnly today, CancellationToken stop)
    {
        var held = db.Assignments.Where(a => a.ToOn == null && a.WorkerId != null && workers.Contains(a.WorkerId.Value)).Select(a => a.CaseId);
        return (await StaleScores.Of(db, held, today, stop)).Count;
    }
}
