using Fairload.App.Audit;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>A name in the extracts that matched nobody, with how many open cases stand under it and who it might be.</summary>
public sealed record UnsettledName(string Folded, string Written, bool IsTeam, int Cases, IReadOnlyList<string> Teams, IReadOnlyList<Worker> Likely);

/// <summary>Names that did not join: settled once by a person, remembered for every later extract.</summary>
public sealed class SettleDesk(FairloadDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<UnsettledName>> Unsettled(Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Import);
        var settled = (await db.SettledNames.AsNoTracking().Where(n => n.TeamId == null).Select(n => n.Folded).ToListAsync(stop)).ToHashSet();
        var workers = await db.Workers.AsNoTracking().ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var loose = await db.Assignments.AsNoTracking().Where(a => a.ToOn == null && ((a.WorkerId == null && a.WorkerName != "") || (a.TeamId == null && a.TeamName != "")))
            .Select(a => new { a.WorkerId, a.WorkerName, a.TeamId, a.TeamName }).ToListAsync(stop);

        var people = loose.Where(a => a.WorkerId is null && a.WorkerName.Length > 0).GroupBy(a => PersonName.Fold(a.WorkerName)).Where(g => !settled.Contains(g.Key))
            .Select(g => new UnsettledName(
                g.Key, g.First().WorkerName, false, g.Count(), [.. g.Select(a => a.TeamId is { } t ? teams[t] : a.TeamName).Distinct().Order(StringComparer.CurrentCulture)],
                LikelyNames.For(g.Key, workers)));
        var groups = loose.Where(a => a.TeamId is null && a.TeamName.Length > 0).GroupBy(a => PersonName.Fold(a.TeamName))
            .Select(g => new UnsettledName(g.Key, g.First().TeamName, true, g.Count(), [], []));
        return [.. groups.Concat(people).OrderBy(n => n.Written, StringComparer.CurrentCulture)];
    }

    public Task<Result<Done>> IsWorker(string written, Id<Worker> worker, Reader reader, CancellationToken stop) => Settle(
        written, reader, async (folded, now) =>
        {
            if (!await db.Workers.AnyAsync(w => w.Id == worker, stop)) return new Problem("Worker", $"Choose a person on the staff sheet.");
            db.Add(SettledName.AsWorker(folded, written, worker, reader.Name, now));
            foreach (var assignment in await Standing(folded, stop)) assignment.IsReally(worker);
            return default(Done);
        },
        stop);

    /// <summary>A tray or a queue: its cases wait.</summary>
    public Task<Result<Done>> IsNobody(string written, Reader reader, CancellationToken stop) => Settle(
        written, reader, (folded, now) =>
        {
            db.Add(SettledName.AsNobody(folded, written, reader.Name, now));
            return Task.FromResult<Result<Done>>(default(Done));
        },
        stop);

    public Task<Result<Done>> IsTeam(string written, Id<Team> team, Reader reader, CancellationToken stop) => Settle(
        written, reader, async (folded, now) =>
        {
            if (!await db.Teams.AnyAsync(t => t.Id == team, stop)) return new Problem("Team", $"Choose a team on the staff sheet.");
            db.Add(SettledName.AsTeam(folded, written, team, reader.Name, now));
            var loose = await db.Assignments.Where(a => a.TeamId == null && a.TeamName != "").ToListAsync(stop);
            foreach (var assignment in loose.Where(a => PersonName.Fold(a.TeamName) == folded)) assignment.IsReally(team);
            return default(Done);
        },
        stop,
        isTeam: true);

    private async Task<Result<Done>> Settle(
        string written, Reader reader, Func<string, DateTime, Task<Result<Done>>> settle, CancellationToken stop, bool isTeam = false)
    {
        reader.Demand(Permission.Import);
        var folded = PersonName.Fold(written);
        return await db.Change<Result<Done>>(
            async () =>
            {
                if (await db.SettledNames.AnyAsync(n => n.Folded == folded && (n.TeamId != null) == isTeam, stop))
                    return new Problem("", $"{written} has already been settled by somebody else. Open the page again.");
                var done = await settle(folded, clock.GetUtcNow().UtcDateTime);
                if (done.Try(out _, out _)) await audit.Note(reader, AuditAction.NameSettled, "name", "", stop);
                return done;
            },
            stop);
    }

    private async Task<IReadOnlyList<Core.Caseload.Assignment>> Standing(string folded, CancellationToken stop) =>
        [.. (await db.Assignments.Where(a => a.WorkerId == null && a.WorkerName != "").ToListAsync(stop)).Where(a => PersonName.Fold(a.WorkerName) == folded)];
}
