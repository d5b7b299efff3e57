using Fairload.App.Supervision.Meetings;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision;

/// <summary>The figures of one team.</summary>
public sealed record TeamFigures(Team Team, SupervisionFigures Supervision, MeetingFigures Meetings);

/// <summary>The figures of one service, with its teams in name order where the reader sees them.</summary>
/// <param name="Service">Empty for teams without one.</param>
/// <param name="TeamsWithout">Teams without a meeting for so many weeks up to the cut-off.</param>
/// <param name="TeamsNotKnown">Teams of which no meeting is known.</param>
public sealed record ServiceFigures(
    string Service, SupervisionFigures Supervision, int TeamCount, int TeamsWithout, int TeamsNotKnown, int MeetingsHeld,
    IReadOnlyList<TeamFigures> Teams);

/// <summary>Supervision and meetings of a council over some time, as far as the reader reaches.</summary>
/// <param name="From">The first day that counts.</param>
/// <param name="To">The cut-off: the last day that counts.</param>
/// <param name="Weeks">After how many weeks a team counts as without a meeting.</param>
/// <param name="Whole">Of everybody in the services and teams below, each person once.</param>
/// <param name="IsCouncil">Whether that is the whole council.</param>
/// <param name="Months">Whole months looked at.</param>
/// <param name="Services">In name order.</param>
public sealed record CouncilSupervision(
    DateOnly From, DateOnly To, int Weeks, SupervisionFigures Whole, bool IsCouncil, int Months, IReadOnlyList<ServiceFigures> Services)
{
    public int TeamCount => Services.Sum(s => s.TeamCount);
    public int TeamsWithout => Services.Sum(s => s.TeamsWithout);
    public int TeamsNotKnown => Services.Sum(s => s.TeamsNotKnown);
    public int MeetingsHeld => Services.Sum(s => s.MeetingsHeld);

    /// <summary>Held a month by a team of which meetings are known; null where there is none.</summary>
    public decimal? MeetingsAMonth => TeamCount == TeamsNotKnown ? null : (decimal)MeetingsHeld / Months / (TeamCount - TeamsNotKnown);
}

/// <summary>Supervision and meetings in figures, for pages and for the health check. Nobody is named.</summary>
public sealed class SupervisionFiguresDesk(FairloadDb db, SupervisionReading reading)
{
    /// <summary>Whoever reads for the whole council and keeps no supervision sees services and no teams: the director.</summary>
    /// <param name="to">The cut-off: what was entered later about earlier days counts too.</param>
    public async Task<CouncilSupervision> Of(
        DateOnly from, DateOnly to, Reader reader, CancellationToken stop, int weeks = TeamMeetingDesk.Weeks)
    {
        reader.Demand(Permission.SeeSupervisionFigures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var sight = reader.SightFor(Permission.SeeSupervisionFigures);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(to) && sight.SeesTeam(t)).ToList();
        var ids = teams.Select(t => t.Id).ToHashSet();
        var people = await reading.People(
            (w, its, _) => !HasLeftBefore(w, from) && (sight.Everything || its.Any(t => ids.Contains(t.Id))), from, to, to.AddDays(1),
                stop);
        var meetings = await db.Set<TeamMeeting>().AsNoTracking().Where(m => m.HeldOn <= to).ToListAsync(stop);
        var showsTeams = !sight.Everything || reader.May(Permission.KeepSupervision);

        var services = teams.GroupBy(t => t.Service).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(service =>
        {
            var its = service.OrderBy(t => t.Name, StringComparer.CurrentCulture).Select(t => new TeamFigures(
                t, Figures([.. people.Where(p => p.Teams.Any(x => x.Id == t.Id))], from, to),
                MeetingFigures.Of(t.Id, meetings, from, to))).ToList();
            return new ServiceFigures(
                service.Key, Figures([.. people.Where(p => p.Teams.Any(t => t.Service == service.Key && ids.Contains(t.Id)))], from, to),
                its.Count, its.Count(t => t.Meetings.IsWithout(weeks, to) == true), its.Count(t => !t.Meetings.IsLogged),
                its.Sum(t => t.Meetings.Held), showsTeams ? its : []);
        }).ToList();
        return new(from, to, weeks, Figures(people, from, to), sight.Everything, MeetingFigures.MonthsOf(from, to), services);
    }

    private static bool HasLeftBefore(Worker worker, DateOnly day) => worker.EndsOn < day;

    private static SupervisionFigures Figures(IReadOnlyList<SupervisedPerson> people, DateOnly from, DateOnly to)
    {
        var month = SupervisionFigures.MonthFrom(to);
        return SupervisionFigures.Of(
            [
                .. people.Select(p => new SupervisedFigure(
                    p.Worker.Id, p.LogFrom,
                    !p.Worker.HasLeft(to) && !p.Worker.HasNotStarted(to)
                        && !p.Windows.Any(w => w.State == DueState.Suspended && w.From <= month && to <= w.To),
                    p.Windows)),
            ],
            [.. people.SelectMany(p => p.Logged)], from, to);
    }
}
