using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Sessions;

/// <summary>One person of a list: what was last, what is next, what falls due.</summary>
/// <param name="LastHeld">The last session with this worker alone; null for none that is known.</param>
/// <param name="NextPlanned">The next that is planned for today or later.</param>
/// <param name="Due">The window in which today lies; null where nothing falls due.</param>
/// <param name="LateSince">Since when they have gone without; null where nothing is late.</param>
public sealed record SupervisionLine(
    SupervisedPerson Person, LoggedSession? LastHeld, SupervisionSession? NextPlanned, DueWindow? Due, DateOnly? LateSince);

/// <summary>The first page of supervision.</summary>
/// <param name="Mine">The reader's own; null where they are not on the staff list.</param>
/// <param name="Teams">Teams that the reader may open, in name order.</param>
/// <param name="Open">The team that is opened; null where all people of the reader are shown, or none.</param>
/// <param name="People">In name order, without the reader.</param>
/// <param name="NotRecorded">Of these people: sessions whose day has passed, the oldest first.</param>
/// <param name="Disputed">Of these people: disputes, the latest first.</param>
public sealed record SupervisionView(
    DateOnly Today, SupervisionLine? Mine, IReadOnlyList<Team> Teams, Team? Open, IReadOnlyList<SupervisionLine> People,
    IReadOnlyList<NamedSession> NotRecorded, IReadOnlyList<NamedSession> Disputed);

/// <summary>A session with whose it is.</summary>
public sealed record NamedSession(SupervisionSession Session, Worker Worker);

/// <summary>One person's supervision.</summary>
/// <param name="Windows">Of the last twelve months and the one that is open, the latest first.</param>
/// <param name="Sessions">Of the last twelve months and those to come, the latest first.</param>
/// <param name="Names">Of whoever supervises.</param>
public sealed record PersonSupervision(
    SupervisionLine Line, DateOnly Today, IReadOnlyList<DueWindow> Windows, Compliance Compliance,
    IReadOnlyList<SupervisionSession> Sessions, IReadOnlyDictionary<Id<Worker>, string> Names, bool IsOwn, bool MayKeep)
{
    public Worker Worker => Line.Person.Worker;
}

/// <summary>Supervision: whose is when, what falls due, and a new session.</summary>
public sealed class SupervisionDesk(FairloadDb db, SupervisionReading reading, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Whoever sees more teams opens one of them.</summary>
    private const int TeamsAtOnce = 3;

    /// <param name="team">The team to open; one that is not the reader's is passed over.</param>
    public async Task<SupervisionView> Overview(Id<Team>? team, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervision);
        var today = clock.UkToday;
        var sight = reader.SightFor(Permission.KeepSupervision);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(stop)).Where(t => t.Exists(today) && sight.SeesTeam(t))
            .OrderBy(t => t.Name, StringComparer.CurrentCulture).ToList();
        var open = teams.Find(t => t.Id == team);
        var shown = open is not null ? [open.Id] : teams.Count <= TeamsAtOnce ? teams.Select(t => t.Id).ToHashSet() : [];

        var lines = await Lines(
            (w, its, last) => !w.HasLeft(today) && (w.Id == reader.Worker
                || (reader.KeepsSupervision(w.Id, its, last)
                    && (its.Any(t => shown.Contains(t.Id)) || (open is null && !its.Any(sight.SeesTeam))))),
            today, stop);
        var people = lines.Where(l => l.Person.Worker.Id != reader.Worker).ToList();
        return new(
            today, lines.FirstOrDefault(l => l.Person.Worker.Id == reader.Worker), teams, open, people,
            await Named(people, s => s.State == SessionState.Planned && s.PlannedOn < today, latestFirst: false, stop),
            await Named(people, s => s.Answer == RecordAnswer.Disputed, latestFirst: true, stop));
    }

    /// <summary>Null when there is no such person or the reader may not see their supervision.</summary>
    public async Task<PersonSupervision?> Person(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.SeeSupervision);
        var today = clock.UkToday;
        var from = today.AddYears(-1);
        var lines = await Lines((w, teams, last) => w.Id == id && reader.SeesSupervision(id, teams, last), today, stop, from);
        if (lines is not [var line]) return null;

        var sessions = await db.Set<SupervisionSession>().AsNoTracking()
            .Where(s => s.WorkerId == id && (s.HeldOn ?? s.PlannedOn) >= from).ToListAsync(stop);
        var windows = line.Person.Windows.Where(w => w.From <= today).Reverse().ToList();
        return new(
            line, today, windows, Compliance.Of(windows),
                [.. sessions.OrderByDescending(s => s.On).ThenBy(s => s.Begins, StringComparer.Ordinal)],
            await Names(sessions.Select(s => s.SupervisorId), stop), reader.Worker == id,
            reader.KeepsSupervision(id, line.Person.Teams, line.Person.LastAgreement));
    }

    /// <summary>What falls due for everybody whom the reader keeps, or for one team: for the command.</summary>
    public async Task<Result<IReadOnlyList<SupervisionLine>>> Due(string? team, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.KeepSupervision);
        var today = clock.UkToday;
        var wanted = team is null ? null
            : (await db.Teams.AsNoTracking().ToListAsync(stop))
                .Find(t => string.Equals(t.Name, team.Trim(), StringComparison.OrdinalIgnoreCase));
        if (team is not null && (wanted is null || !reader.SightFor(Permission.KeepSupervision).SeesTeam(wanted)))
            return new Problem("--team", $"There is no team {team}. Give its name as it stands on the Teams page.");
        return new List<SupervisionLine>(await Lines(
            (w, its, last) => !w.HasLeft(today) && reader.KeepsSupervision(w.Id, its, last)
                && (wanted is null || its.Any(t => t.Id == wanted.Id)),
            today, stop));
    }

    /// <summary>Sent twice for the same day and time, it is one.</summary>
    public Task<Result<SupervisionSession>> Plan(Id<Worker> id, SessionPlan plan, Reader reader, CancellationToken stop) =>
        db.Change<Result<SupervisionSession>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"supervision of {id}", stop);
                if (await Person(id, reader, stop) is not { MayKeep: true } person)
                    return new Problem("", $"There is no such person, or their supervision is not yours to keep");
                var deed = new SessionDeed(reader.Name, reader.Worker, clock.GetUtcNow().UtcDateTime, clock.UkToday);
                var supervisor = reader.Worker ?? person.Line.Person.LastAgreement?.SupervisorId;
                if (!SupervisionSession.Plan(id, supervisor == id ? null : supervisor, plan, deed).Try(out var session, out var problems))
                    return problems.ToList();
                if (person.Sessions.FirstOrDefault(s => s.State == SessionState.Planned && s.PlannedOn == plan.On
                    && s.Begins == session.Begins)
                    is { } twice)
                {
                    return twice;
                }

                db.Add(session);
                await audit.Note(reader, AuditAction.SupervisionChanged, "supervision", session.Id.ToString(), "planned", stop);
                return session;
            },
            stop);

    /// <summary>People with their last and next session and what falls due.</summary>
    internal async Task<IReadOnlyList<SupervisionLine>> Lines(
        Func<Worker, IReadOnlyList<Team>, SupervisionAgreement?, bool> wanted, DateOnly today, CancellationToken stop,
            DateOnly? from = null)
    {
        var people = await reading.People(wanted, from ?? today.AddMonths(-6), today, today, stop);
        var ids = people.Select(p => p.Worker.Id).ToHashSet();
        var next = (await db.Set<SupervisionSession>().AsNoTracking()
                .Where(s => s.State == SessionState.Planned && s.PlannedOn >= today).ToListAsync(stop)).Where(s => ids.Contains(s.WorkerId))
            .GroupBy(s => s.WorkerId)
                .ToDictionary(g => g.Key, g => g.OrderBy(s => s.PlannedOn).ThenBy(s => s.Begins, StringComparer.Ordinal).First());
        return
        [
            .. people.Select(p => new SupervisionLine(
                p, p.Logged.Where(s => s.IsOwn && s.On <= today).MaxBy(s => s.On), next.GetValueOrDefault(p.Worker.Id), p.WindowOn(today),
                WhatFallsDue.LateSince(p.Windows))),
        ];
    }

    internal async Task<IReadOnlyDictionary<Id<Worker>, string>> Names(IEnumerable<Id<Worker>?> ids, CancellationToken stop)
    {
        var wanted = ids.OfType<Id<Worker>>().Distinct().ToList();
        return await db.Workers.AsNoTracking().Where(w => wanted.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, stop);
    }

    private async Task<IReadOnlyList<NamedSession>> Named(
        IReadOnlyList<SupervisionLine> people, System.Linq.Expressions.Expression<Func<SupervisionSession, bool>> are, bool latestFirst,
        CancellationToken stop)
    {
        var by = people.ToDictionary(p => p.Person.Worker.Id, p => p.Person.Worker);
        var found = (await db.Set<SupervisionSession>().AsNoTracking().Where(are).ToListAsync(stop)).Where(s => by.ContainsKey(s.WorkerId));
        var ordered = latestFirst ? found.OrderByDescending(s => s.On) : found.OrderBy(s => s.On);
        return [.. ordered.ThenBy(s => by[s.WorkerId].Name, StringComparer.CurrentCulture)
            .Select(s => new NamedSession(s, by[s.WorkerId]))];
    }
}
