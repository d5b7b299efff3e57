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
public sealed record ManagerFigure(Worker Manager, int Supervises, decimal? SupervisesFte, int NewlyQualified, int CasesHeld,
    int DecisionsWaiting);

/// <summary>Everything of one team that its manager sees first.</summary>
public sealed record TeamView(
    Team Team, Team? Successor, DateOnly Today, AsOfDays AsOf, IReadOnlyList<TeamMember> Members, WaitingView Waiting,
        IReadOnlyList<ManagerFigure> Managers,
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
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam).OrderBy(t => !t.Exists(today))
            .ThenBy(t => t.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Null when there is no such team or the reader may not see it.</summary>
    public async Task<TeamView?> Team(Id<Team> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        if (!teams.TryGetValue(id, out var team) || !reader.SightFor(Permission.SeeLoads).SeesTeam(team)) return null;

        var today = clock.UkToday;
        var days = await asOf.Days(stop);
        var people = await loads.Of(MembersNow.Of(db, [id], today), teams, today, stop);
        var workers = people.Select(p => p.Worker.Id).ToList();
        var changes = await Changes(workers, today, days.First, stop);
        var red = await redWeeks.Of(MembersNow.Of(db, [id], today).Select(w => w.Id), today, stop);
        var waits = WaitingView.Of([.. (await waiting.In([id], teams, stop)).Where(w => w.TeamId == id)]);
        var members = people.Select(p => new TeamMember(
            p, p.Teams.First(t => t.Team.Id == id).Share, changes.Gained.GetValueOrDefault(p.Worker.Id),
                changes.Given.GetValueOrDefault(p.Worker.Id),
            red.GetValueOrDefault(p.Worker.Id))).ToList();

        return new(
            team, team.SuccessorId is { } next ? teams.GetValueOrDefault(next) : null, today, days, members, waits,
            await Managers(members, waits, today, stop), await Stale(workers, today, stop), await caseload.WeightsOn(today, stop),
                RedWeeks.WeeksLooked);
    }

    /// <summary>Who of the team could hold one case more, in name order. Long or short, nobody who is away is offered work.</summary>
    public IReadOnlyList<RoomLine> Room(TeamView team, RoomAsked asked)
    {
        var seen = team.Members.Select(m => m.Person).Select(p => new RoomSeen(
            p.Worker.Id, StaffKind.Of(p.Worker.Role, p.Worker.Level).IsManager, p.Absences.Count > 0,
                p.Worker.IsNewlyQualified(team.Today), p.Load));
        return [.. FindRoom.Among(seen, asked, loads.Bands).Zip(team.Members, (found, member) => new RoomLine(member.Person, found))];
    }

    /// <summary>Cases that came and went. What the very first extract showed did not come: it was there.</summary>
    private async Task<(Dictionary<Id<Worker>, int> Gained, Dictionary<Id<Worker>, int> Given)> Changes(
        List<Id<Worker>> workers, DateOnly today, DateOnly? first, CancellationToken stop)
    {
        var since = today.AddDays(-ChangesOver);
        var came = await db.Assignments.Where(a => a.WorkerId != null && workers.Contains(a.WorkerId.Value) && a.FromOn > since
                && a.HeldSinceOn == a.FromOn && (a.FromIsKnown || a.FromOn > first))
            .GroupBy(a => a.WorkerId!.Value).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var went =
            await db.Assignments.Where(a => a.WorkerId != null && workers.Contains(a.WorkerId.Value) && a.ToOn > since && !a.WorkerStays)
            .GroupBy(a => a.WorkerId!.Value).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return (came, went);
    }

    /// <summary>Everyone whom somebody in the team names as manager: a merged team has two.</summary>
    private async Task<IReadOnlyList<ManagerFigure>> Managers(IReadOnlyList<TeamMember> members, WaitingView waits, DateOnly today,
        CancellationToken stop)
    {
        var numbers = members.Select(m => m.Person.Worker.ManagerStaffNumber).OfType<string>().Distinct().ToList();
        var managers = await db.Workers.AsNoTracking().Where(w => numbers.Contains(w.StaffNumber)).ToListAsync(stop);
        var people =
            (await db.Workers.AsNoTracking().Where(w => numbers.Contains(w.ManagerStaffNumber!) && (w.EndsOn == null || w.EndsOn >= today))
            .ToListAsync(stop))
            .ToLookup(w => w.ManagerStaffNumber);
        var ids = managers.Select(m => m.Id).ToList();
        var held = (await LoadReading.Held(db, db.Workers.Where(w => ids.Contains(w.Id)).Select(w => w.Id)).ToListAsync(stop))
            .ToLookup(h => h.WorkerId);
        var decisions = waits.All.Count() + members.Count(m => m.Person.Load.Band is Band.Over or Band.OverNoCapacity);
        return [.. managers.InNameOrder().Select(Figure)];

        ManagerFigure Figure(Worker manager)
        {
            var span = people[manager.StaffNumber].ToList();
            var ftes = span.Select(w => loads.FteOn(w, today)).ToList();
            return new(
                manager, span.Count, ftes.Contains(null) ? null : ftes.Sum(), span.Count(w => w.IsNewlyQualified(today)),
                    held[manager.Id].Count(), decisions);
        }
    }

    private async Task<int> Stale(List<Id<Worker>> workers, DateOnly today, CancellationToken stop)
    {
        var held = db.Assignments.Where(a => a.ToOn == null && a.WorkerId != null && workers.Contains(a.WorkerId.Value))
            .Select(a => a.CaseId);
        return (await StaleScores.Of(db, held, today, stop)).Count;
    }
}
