using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>One team of a service, as counts of its people by band: a team has no score of its own.</summary>
/// <param name="Points">Of the cases that stand in this team.</param>
/// <param name="Capacity">Parts of people's capacity that belong to this team, of those whose hours are known.</param>
/// <param name="LongestWait">Working days; null with nothing waiting, or where the bank holidays are not known.</param>
/// <param name="LongestIsKnown">False where it waits at least so long: since before the first extract.</param>
/// <param name="CapacityNotKnown">How many people's hours are not known.</param>
public sealed record TeamRow(
    Team Team, int People, decimal Points, decimal Capacity, int CapacityNotKnown, IReadOnlyDictionary<Band, int> Bands, int Cases,
        int Unscored, int Waiting,
    int? LongestWait, bool LongestIsKnown, int RedWeeks, int StaleScores);

/// <summary>Teams of a service side by side, in name order.</summary>
public sealed record ServiceView(string Service, DateOnly Today, AsOfDays AsOf, IReadOnlyList<TeamRow> Teams, WaitingView Waiting,
    int WeeksLooked);

/// <summary>Every service that the reader may see.</summary>
/// <param name="NoTeam">What waits in no team of ours; empty for readers who do not see the whole council.</param>
public sealed record ServicesView(IReadOnlyList<ServiceView> Services, WaitingView NoTeam);

/// <summary>Services: the picture across teams, without a rank.</summary>
public sealed class ServiceDesk(
    FairloadDb db, LoadReading loads, WaitingDesk waiting, AsOfDesk asOf, RedWeeks redWeeks, Remembered remembered, TimeProvider clock)
{
    /// <summary>Names of the services of which the reader may see at least one team.</summary>
    public async Task<IReadOnlyList<string>> Services(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var sight = reader.SightFor(Permission.SeeLoads);
        return [.. (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(sight.SeesTeam).Select(t => t.Service).Distinct()
            .Order(StringComparer.CurrentCulture)];
    }

    /// <summary>Null when there is no such service or the reader may not see a team of it.</summary>
    public async Task<ServiceView?> Service(string service, Reader reader, CancellationToken stop) =>
        (await Views(service, reader, stop)).Services.SingleOrDefault();

    /// <summary>All that the reader may see, in name order, read at once.</summary>
    public Task<ServicesView> All(Reader reader, CancellationToken stop) => Views(null, reader, stop);

    private async Task<ServicesView> Views(string? only, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeLoads);
        var sight = reader.SightFor(Permission.SeeLoads);
        var seen = (await db.Teams.AsNoTracking().Where(t => only == null || t.Service == only).ToListAsync(stop)).Where(sight.SeesTeam)
            .Select(t => t.Id).ToHashSet();
        var withoutTeam = only is null && reader.SightFor(Permission.SeeWaiting).Everything;

        // Who sees the same teams sees the same answer.
        var question = $"services {only} {withoutTeam} {string.Join(' ', seen.OrderBy(t => t.Value))}";
        return await remembered.Of(db, question, () => Views(seen, only is null, withoutTeam, stop), stop);
    }

    private async Task<ServicesView> Views(HashSet<Id<Team>> seen, bool everywhere, bool withoutTeam, CancellationToken stop)
    {
        var today = clock.UkToday;
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var shown = teams.Values.Where(t => seen.Contains(t.Id)).OrderBy(t => t.Name, StringComparer.CurrentCulture).ToList();

        var ids = shown.Select(t => t.Id).ToList();
        var days = await asOf.Days(stop);
        var people = await loads.Of(MembersNow.Of(db, ids, today), teams, today, stop);
        var all = everywhere ? await waiting.All(teams, stop) : await waiting.In(ids, teams, stop);
        var waits = all.Where(w => w.TeamId is not null).ToLookup(w => w.TeamId!.Value);
        var staff = people.SelectMany(p => p.Teams, (person, part) => (Team: part.Team.Id, Person: person))
            .ToLookup(p => p.Team, p => p.Person);
        var red = await redWeeks.Of(MembersNow.Of(db, ids, today).Select(w => w.Id), today, stop);
        var stale = await StaleScores.Ids(db, HeldIn(ids), today, stop);
        return new(
            [.. shown.GroupBy(t => t.Service).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(View)],
            WaitingView.Of(withoutTeam ? [.. all.Where(w => w.TeamId is null)] : []));

        ServiceView View(IGrouping<string, Team> service)
        {
            return new(
                service.Key, today, days, [.. service.Where(Belongs).Select(Row)],
                    WaitingView.Of([.. service.SelectMany(t => waits[t.Id])]),
                RedWeeks.WeeksLooked);
        }

        // A team that has ended stands here only while somebody or something is left in it.
        bool Belongs(Team team) => team.Exists(today) || staff.Contains(team.Id) || waits.Contains(team.Id);

        TeamRow Row(Team team)
        {
            // A manager without cases is no room: what stands in a manager's name waits.
            var members = staff[team.Id].Where(p => p.Load.Cases > 0 || !StaffKind.Of(p.Worker.Role, p.Worker.Level).IsManager).ToList();
            var here = waits[team.Id].ToList();
            var oldest = here.MinBy(w => w.Since);
            return new(
                team, members.Count,
                members.Sum(p => PointsIn(p, team)),
                members.Sum(p => p.Load.CapacityIn(p.Teams.First(t => t.Team.Id == team.Id).Share) ?? 0),
                members.Count(p => p.Load.Capacity is null),
                members.GroupBy(p => p.Load.Band).ToDictionary(g => g.Key, g => g.Count()),
                members.Sum(p => p.Held.Count(h => IsIn(p, h, team))),
                members.Sum(p => p.Held.Count(h => h.Tier is null && IsIn(p, h, team))),
                here.Count,
                oldest?.WorkingDays,
                oldest?.SinceIsKnown ?? true,
                members.Sum(p => red.GetValueOrDefault(p.Worker.Id)),
                members.SelectMany(p => p.Held.Where(h => IsIn(p, h, team))).Select(h => h.CaseId).Distinct().Count(stale.Contains));
        }
    }

    private static bool IsIn(PersonLoad person, HeldNow held, Team team) =>
        held.TeamId is null || held.TeamId == team.Id || person.Teams.Count == 1;

    /// <summary>All of a person's points if this is their only team; else those of the cases that stand in this one.</summary>
    private static decimal PointsIn(PersonLoad person, Team team)
    {
        if (person.Teams.Count == 1) return person.Load.Points;
        var here = person.Held.Where(h => h.TeamId == team.Id).Select(h => h.CaseId).ToHashSet();
        return person.Load.CaseLoads.Where(c => here.Contains(c.Case)).Sum(c => c.Points);
    }

    private IQueryable<Id<Case>> HeldIn(List<Id<Team>> teams) =>
        db.Assignments.Where(a => a.ToOn == null && a.TeamId != null && teams.Contains(a.TeamId.Value)).Select(a => a.CaseId);
}
