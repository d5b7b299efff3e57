using Fairload.App.Supervision.Meetings;
using Fairload.App.Supervision.Sessions;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Home;

/// <summary>One team of a manager whose people go without supervision.</summary>
/// <param name="Late">How many of them.</param>
public sealed record TeamLate(Team Team, int Late);

/// <summary>What supervision asks of a reader.</summary>
/// <param name="ToConfirm">The reader's own sessions whose record waits for them.</param>
/// <param name="Next">The reader's own next session, where it is soon.</param>
/// <param name="ToAgree">The reader's own agreement waits for them.</param>
/// <param name="Late">Of a team manager: teams in which somebody goes without.</param>
/// <param name="NotRecorded">Sessions that the reader supervises, whose day has passed; the oldest first.</param>
/// <param name="ToReply">Sessions that the reader supervises and whose record is disputed.</param>
/// <param name="Disputed">Of whoever is above: how many disputes of their services have no answer yet.</param>
/// <param name="Without">Of whoever is above: teams that have not met for long.</param>
public sealed record SupervisionToday(
    IReadOnlyList<SupervisionSession> ToConfirm, SupervisionSession? Next, bool ToAgree, IReadOnlyList<TeamLate> Late,
    IReadOnlyList<NamedSession> NotRecorded, IReadOnlyList<NamedSession> ToReply, int Disputed, IReadOnlyList<TeamWithout> Without)
{
    public static SupervisionToday Nothing { get; } = new([], null, false, [], [], [], 0, []);
}

/// <summary>What supervision asks of somebody today.</summary>
public sealed class SupervisionTodayDesk(FairloadDb db, SupervisionDesk supervision, TeamMeetingDesk meetings)
{
    public async Task<SupervisionToday> Of(Reader reader, DateOnly today, DateOnly soon, CancellationToken stop)
    {
        var own = reader.May(Permission.SeeSupervision) && reader.Worker is { } me ? await Own(me, stop) : [];
        var last = own.Count == 0 && reader.Worker is null ? null : await LastAgreement(reader, stop);
        var supervised = reader.May(Permission.KeepSupervision) && reader.Worker is { } supervisor
            ? await Supervised(supervisor, today, stop) : [];
        return new(
            [.. own.Where(s => s.WaitsForWorker)],
            own.Where(s => s.State == SessionState.Planned && s.PlannedOn >= today && s.PlannedOn <= soon).MinBy(s => s.PlannedOn),
            last is { IsAgreed: false },
            reader.Is(Role.TeamManager) ? await Late(reader, today, stop) : [],
            [.. supervised.Where(s => s.Session.IsNotRecorded(today))],
            [.. supervised.Where(s => s.Session.WaitsForReply)],
            reader.Is(Role.HeadOfService) ? await Disputed(reader, today, stop) : 0,
            reader.Is(Role.HeadOfService) || reader.Is(Role.PrincipalSocialWorker) ? await meetings.Without(reader, stop) : []);
    }

    private Task<List<SupervisionSession>> Own(Id<Worker> me, CancellationToken stop) => db.Set<SupervisionSession>().AsNoTracking()
        .Where(s => s.WorkerId == me && (s.State == SessionState.Planned || (s.State == SessionState.Held && s.Answer == null)))
        .OrderBy(s => s.PlannedOn).ToListAsync(stop);

    private async Task<SupervisionAgreement?> LastAgreement(Reader reader, CancellationToken stop) =>
        reader.May(Permission.SeeSupervision) && reader.Worker is { } me
            ? await db.Set<SupervisionAgreement>().AsNoTracking().Where(a => a.WorkerId == me).OrderByDescending(a => a.Number)
                .FirstOrDefaultAsync(stop)
            : null;

    private Task<List<NamedSession>> Supervised(Id<Worker> me, DateOnly today, CancellationToken stop) => (
        from s in db.Set<SupervisionSession>().AsNoTracking()
        join w in db.Workers.AsNoTracking() on s.WorkerId equals w.Id
        where s.SupervisorId == me
            && ((s.State == SessionState.Planned && s.PlannedOn < today) || (s.Answer == RecordAnswer.Disputed && s.RepliedAt == null))
        orderby s.PlannedOn, w.Name
        select new NamedSession(s, w)).ToListAsync(stop);

    private async Task<IReadOnlyList<TeamLate>> Late(Reader reader, DateOnly today, CancellationToken stop)
    {
        var teams = reader.SightFor(Permission.KeepSupervision).Teams;
        var lines = await supervision.Lines(
            (w, its, last) => !w.HasLeft(today) && its.Any(t => teams.Contains(t.Id)) && reader.KeepsSupervision(w.Id, its, last), today,
                stop);
        return
        [
            .. lines.Where(l => l.LateSince is not null)
                .SelectMany(l => l.Person.Teams.Where(t => teams.Contains(t.Id)).Select(t => (Team: t, l.Person.Worker)))
                .GroupBy(l => l.Team.Id).Select(g => new TeamLate(g.First().Team, g.Count()))
                .OrderBy(t => t.Team.Name, StringComparer.CurrentCulture),
        ];
    }

    private async Task<int> Disputed(Reader reader, DateOnly today, CancellationToken stop)
    {
        var workers = await db.Set<SupervisionSession>().Where(s => s.Answer == RecordAnswer.Disputed && s.RepliedAt == null)
            .Select(s => s.WorkerId).ToListAsync(stop);
        if (workers.Count == 0) return 0;
        var lines = await supervision.Lines((w, its, last) => workers.Contains(w.Id) && reader.KeepsSupervision(w.Id, its, last), today,
            stop);
        var theirs = lines.Select(l => l.Person.Worker.Id).ToHashSet();
        return workers.Count(theirs.Contains);
    }
}
