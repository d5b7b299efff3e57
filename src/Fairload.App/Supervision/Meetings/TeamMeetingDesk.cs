using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Meetings;

/// <summary>One meeting of the log.</summary>
/// <param name="Where">The team, or the service; empty for the whole council.</param>
public sealed record MeetingLine(TeamMeeting Meeting, string Where, bool MayKeep);

/// <summary>The log of meetings.</summary>
/// <param name="Meetings">Of the last six months and those cancelled ahead, the latest first.</param>
/// <param name="Without">Teams that have not met for <see cref="TeamMeetingDesk.Weeks"/> weeks, in name order.</param>
/// <param name="NotKnown">Teams of which no meeting was ever entered, in name order.</param>
public sealed record MeetingLog(
    DateOnly Today, IReadOnlyList<MeetingLine> Meetings, IReadOnlyList<TeamWithout> Without, IReadOnlyList<Team> NotKnown, bool MayKeep);

/// <summary>A team that has not met.</summary>
/// <param name="LastHeld">Null where only meetings that did not take place are known.</param>
public sealed record TeamWithout(Team Team, DateOnly? LastHeld);

/// <summary>What can be chosen when a meeting is entered.</summary>
/// <param name="Meeting">The one that is changed; null for a new one.</param>
/// <param name="Services">Empty stands for the whole council.</param>
public sealed record MeetingForm(TeamMeeting? Meeting, IReadOnlyList<Team> Teams, IReadOnlyList<string> Services);

/// <summary>Meetings of teams and divisions, and reflective groups: a log without minutes of what was said.</summary>
public sealed class TeamMeetingDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>A team that has not met for so many weeks is named to whoever is above it.</summary>
    public const int Weeks = 6;

    private const int MonthsShown = 6;

    public async Task<MeetingLog> Log(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervisionFigures);
        var today = clock.UkToday;
        var (sees, keeps) = (reader.SightFor(Permission.SeeSupervisionFigures), reader.SightFor(Permission.KeepSupervision));
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var since = today.AddMonths(-MonthsShown);
        var meetings = (await db.Set<TeamMeeting>().AsNoTracking().Where(m => m.HeldOn >= since).ToListAsync(stop))
            .Where(m => Reaches(sees, m.Entry, teams)).OrderByDescending(m => m.HeldOn).ToList();
        var (without, unknown) = await Without(sees, teams, today, stop);
        return new(
            today,
            [
                .. meetings.Select(m => new MeetingLine(m, Where(m, teams), Reaches(keeps, m.Entry, teams)))
                    .OrderByDescending(m => m.Meeting.HeldOn).ThenBy(m => m.Where, StringComparer.CurrentCulture),
            ],
            without, unknown, reader.May(Permission.KeepSupervision));
    }

    /// <summary>Of the reader's teams those that have not met for long: for the first page.</summary>
    public async Task<IReadOnlyList<TeamWithout>> Without(Reader reader, CancellationToken stop)
    {
        if (!reader.May(Permission.KeepSupervision)) return [];
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        return (await Without(reader.SightFor(Permission.KeepSupervision), teams, clock.UkToday, stop)).Without;
    }

    /// <param name="id">Null for a new meeting.</param>
    /// <returns>Null when there is no such meeting or it is not the reader's to keep.</returns>
    public async Task<MeetingForm?> Form(Id<TeamMeeting>? id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepSupervision);
        var (today, keeps) = (clock.UkToday, reader.SightFor(Permission.KeepSupervision));
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        TeamMeeting? meeting = null;
        if (id is not null)
        {
            meeting = await db.Set<TeamMeeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);
            if (meeting is null || !Reaches(keeps, meeting.Entry, teams)) return null;
        }

        var services = teams.Values.Select(t => t.Service).Where(s => s.Length > 0 && (keeps.Everything || keeps.Services.Contains(s)))
            .Distinct().Order(StringComparer.CurrentCulture);
        return new(
            meeting,
            [.. teams.Values.Where(t => (t.Exists(today) && keeps.SeesTeam(t)) || t.Id == meeting?.TeamId)
                .OrderBy(t => t.Name, StringComparer.CurrentCulture)],
            keeps.Everything ? ["", .. services] : [.. services]);
    }

    /// <summary>Enters a new meeting. The same sent twice is one.</summary>
    public Task<Result<TeamMeeting>> Enter(MeetingEntry entry, Reader reader, CancellationToken stop) => db.Change<Result<TeamMeeting>>(
        async () =>
        {
            reader.Demand(Permission.KeepSupervision);
            await OneAtATime.Wait(db, "team meetings", stop);
            if (await NotTheirs(entry, reader, stop) is { } problem) return problem;
            if (!TeamMeeting.Enter(entry, Deed(reader), null).Try(out var meeting, out var problems)) return problems.ToList();
            var day = await db.Set<TeamMeeting>().Where(m => m.HeldOn == entry.On).ToListAsync(stop);
            if (day.Find(m => m.Entry == meeting.Entry) is { } twice) return twice;
            db.Add(meeting);
            await audit.Note(reader, AuditAction.TeamMeetingChanged, "meeting", meeting.Id.ToString(), "entered", stop);
            return meeting;
        },
        stop);

    /// <param name="seen">The version that the reader looked at.</param>
    public Task<Result<TeamMeeting>> Amend(Id<TeamMeeting> id, int seen, MeetingEntry entry, Reader reader, CancellationToken stop) =>
        db.Change<Result<TeamMeeting>>(
            async () =>
            {
                await OneAtATime.Wait(db, "team meetings", stop);
                if (await Form(id, reader, stop) is null) return new Problem("", $"There is no such meeting, or it is not yours to keep");
                if (await NotTheirs(entry, reader, stop) is { } problem) return problem;
                var meeting = await db.Set<TeamMeeting>().SingleAsync(m => m.Id == id, stop);
                if (meeting.Version != seen && meeting.Entry != entry)
                    return new Problem("", $"{meeting.EnteredBy} has changed this meeting while you looked at it. Nothing of yours was stored: above stands what is there now, below what you wrote. Send it again if yours is right");
                if (!meeting.Amend(entry, Deed(reader)).Try(out var changed, out var problems)) return problems.ToList();
                if (changed) await audit.Note(reader, AuditAction.TeamMeetingChanged, "meeting", id.ToString(), "changed", stop);
                return meeting;
            },
            stop);

    internal static string Where(TeamMeeting meeting, IReadOnlyDictionary<Id<Team>, Team> teams) =>
        meeting.TeamId is { } team ? teams[team].Name : meeting.Service;

    /// <summary>A meeting of a whole service or council is seen by whoever sees all of it, and by the teams in it.</summary>
    internal static bool Reaches(Sight sight, MeetingEntry meeting, IReadOnlyDictionary<Id<Team>, Team> teams) =>
        meeting.Team is { } team ? teams.TryGetValue(team, out var one) && sight.SeesTeam(one)
            : sight.Everything || (meeting.Service.Length > 0 && sight.Services.Contains(meeting.Service));

    private SessionDeed Deed(Reader reader) => new(reader.Name, reader.Worker, clock.GetUtcNow().UtcDateTime, clock.UkToday);

    private async Task<Problem?> NotTheirs(MeetingEntry entry, Reader reader, CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var sight = reader.SightFor(Permission.KeepSupervision);
        if (entry is { Kind: MeetingKind.Team, Team: null }) return null;
        if (Reaches(sight, entry, teams)) return null;
        return entry.Team is not null ? new("Team", $"Choose a team of yours") : new("Service", $"Choose a team or a service of yours");
    }

    private async Task<(IReadOnlyList<TeamWithout> Without, IReadOnlyList<Team> NotKnown)> Without(
        Sight sight, IReadOnlyDictionary<Id<Team>, Team> teams, DateOnly today, CancellationToken stop)
    {
        var last = await db.Set<TeamMeeting>().AsNoTracking().Where(m => m.Kind == MeetingKind.Team && m.HeldOn <= today)
            .GroupBy(m => m.TeamId).Select(g => new { g.Key, Last = g.Max(m => m.IsHeld ? (DateOnly?)m.HeldOn : null) }).ToListAsync(stop);
        var by = last.ToDictionary(l => l.Key!.Value, l => l.Last);
        var own = teams.Values.Where(t => t.Exists(today) && sight.SeesTeam(t)).OrderBy(t => t.Name, StringComparer.CurrentCulture)
            .ToList();
        return (
            [
                .. own.Where(t => by.TryGetValue(t.Id, out var day) && (day is null || today.DayNumber - day.Value.DayNumber >= Weeks * 7))
                    .Select(t => new TeamWithout(t, by[t.Id])),
            ],
            [.. own.Where(t => !by.ContainsKey(t.Id))]);
    }
}
