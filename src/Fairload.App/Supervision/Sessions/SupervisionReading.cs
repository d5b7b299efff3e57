using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Supervision.Sessions;

/// <summary>One person with what is known of their supervision.</summary>
/// <param name="Teams">Those of today.</param>
/// <param name="Agreements">Every version, the first first.</param>
/// <param name="Logged">Sessions of the days asked about and of the weeks before.</param>
/// <param name="Windows">What fell due in the days asked about.</param>
/// <param name="LogFrom">The first day for which a team of theirs keeps a log.</param>
public sealed record SupervisedPerson(
    Worker Worker, IReadOnlyList<Team> Teams, IReadOnlyList<SupervisionAgreement> Agreements, IReadOnlyList<LoggedSession> Logged,
    IReadOnlyList<DueWindow> Windows, DateOnly? LogFrom)
{
    public SupervisionAgreement? LastAgreement => Agreements.Count > 0 ? Agreements[^1] : null;

    public DueWindow? WindowOn(DateOnly day) => Windows.FirstOrDefault(w => w.From <= day && day <= w.To);
}

/// <summary>Reads the supervision of any number of people in a handful of queries.</summary>
public sealed class SupervisionReading(FairloadDb db, CouncilSettings settings)
{
    /// <summary>A window that touches the first day has begun at most so many days before.</summary>
    private const int LongestWindow = 31;

    /// <summary>People at work on the last day, in name order.</summary>
    /// <param name="wanted">Asked of everybody with the teams they are in and their last agreement.</param>
    /// <param name="asOf">What is not over on this day is open.</param>
    internal async Task<IReadOnlyList<SupervisedPerson>> People(
        Func<Worker, IReadOnlyList<Team>, SupervisionAgreement?, bool> wanted, DateOnly from, DateOnly to, DateOnly asOf,
        CancellationToken stop)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, stop);
        var members = (await db.Memberships.AsNoTracking().ToListAsync(stop)).Where(m => m.IsOn(asOf))
            .ToLookup(m => m.WorkerId, m => teams[m.TeamId]);
        var agreements = (await db.Set<SupervisionAgreement>().AsNoTracking().OrderBy(a => a.Number).ToListAsync(stop))
            .ToLookup(a => a.WorkerId);
        var people = (await db.Workers.AsNoTracking().ToListAsync(stop))
            .Where(w => wanted(w, [.. members[w.Id]], agreements[w.Id].LastOrDefault()))
            .OrderBy(w => w.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(w => w.StaffNumber, StringComparer.Ordinal).ToList();
        var logs = await Logs(members, stop);
        var sessions = await Sessions(people, from.AddDays(-LongestWindow), to, stop);
        var absences = (await db.Absences.AsNoTracking().ToListAsync(stop)).ToLookup(a => a.WorkerId);
        var (calendar, longLeave) = (ReferenceData.Calendar(settings.Nation), settings.Limits.LongLeaveDays);
        return [.. people.Select(Read)];

        SupervisedPerson Read(Worker worker)
        {
            List<SupervisionAgreement> own = [.. agreements[worker.Id]];
            List<LoggedSession> held = [.. sessions[worker.Id]];
            var log = LogOf(worker.Id, members[worker.Id], logs);
            var who = new Supervised(
                worker.StartsOn, worker.EndsOn, worker.AsyeStartedOn, IsStudent(worker),
                [.. own.Where(a => a.IsAgreed).Select(a => new AgreedFrequency(a.AgreedOn!.Value, a.Every))],
                [.. absences[worker.Id]], log);
            return new(worker, [.. members[worker.Id]], own, held, WhatFallsDue.Of(who, held, from, to, asOf, calendar, longLeave), log);
        }
    }

    /// <summary>On placement: by the words of the sheet.</summary>
    internal static bool IsStudent(Worker worker) =>
        worker.Role.Contains("student", StringComparison.OrdinalIgnoreCase)
        || worker.EmploymentType.Contains("placement", StringComparison.OrdinalIgnoreCase);

    private static DateOnly? LogOf(Id<Worker> worker, IEnumerable<Team> teams, SupervisionLogs logs) =>
        teams.Select(t => logs.OfTeams.TryGetValue(t.Id, out var first) ? first : (DateOnly?)null)
            .Append(logs.OfWorkers.TryGetValue(worker, out var own) ? own : null).Min();

    private async Task<SupervisionLogs> Logs(ILookup<Id<Worker>, Team> members, CancellationToken stop)
    {
        var first = await db.Set<SupervisionSession>().AsNoTracking().GroupBy(s => s.WorkerId)
            .Select(g => new { g.Key, First = g.Min(s => s.PlannedOn) }).ToDictionaryAsync(g => g.Key, g => g.First, stop);
        var teams = first.SelectMany(f => members[f.Key].Select(t => (Team: t.Id, f.Value))).GroupBy(f => f.Team)
            .ToDictionary(g => g.Key, g => g.Min(f => f.Value));
        return new(first, teams);
    }

    private async Task<ILookup<Id<Worker>, LoggedSession>> Sessions(
        List<Worker> people, DateOnly from, DateOnly to, CancellationToken stop)
    {
        var rows = db.Set<SupervisionSession>().AsNoTracking()
            .Where(s => (s.HeldOn ?? s.PlannedOn) >= from && (s.HeldOn ?? s.PlannedOn) <= to);
        if (people.Count == 1)
        {
            var only = people[0].Id;
            rows = rows.Where(s => s.WorkerId == only);
        }

        return (await rows.Select(s => new LoggedSession(
                s.WorkerId, s.HeldOn ?? s.PlannedOn, s.State, s.Kind, s.Minutes, s.CaseMinutes, s.ReflectiveMinutes, s.IsInterrupted,
                s.CancelledBy))
            .ToListAsync(stop)).ToLookup(s => s.Worker);
    }

    private sealed record SupervisionLogs(
        IReadOnlyDictionary<Id<Worker>, DateOnly> OfWorkers, IReadOnlyDictionary<Id<Team>, DateOnly> OfTeams);
}
